import type { LifecycleHandler, Probe } from '../../kubernetes/schema/types-1.36'
import type { Clock, Steps } from '../clock'
import type { ExecEnd, Runtime } from './runtime'
import { TIMES } from './times'

/** What a hook or a probe runs through. */
interface Node {
  readonly clock: Clock
  readonly runtime: Runtime
}

/**
 * Takes the node, a container's id, a hook or a probe, and how long it may take in milliseconds; carries it out and gives
 * how it ended. A request over the network is answered: the simulated programs say nothing else.
 */
export function* runHandler(
  { clock, runtime }: Node,
  id: string,
  handler: LifecycleHandler | Probe,
  limit: number,
): Steps<ExecEnd> {
  if (handler.exec !== undefined) return yield* runtime.exec(id, handler.exec.command ?? [], limit)
  if (!('sleep' in handler) || handler.sleep === undefined) return 'ok'
  const lasts = (handler.sleep.seconds ?? 0) * TIMES.second
  yield { until: clock.now + Math.min(lasts, limit) }
  return lasts > limit ? 'timeout' : 'ok'
}
