import type { Steps } from '../../clock'
import { isolated } from './isolated'
import { subshellOf } from './shellState'
import type { ShellState } from './shellState'
import { Pipe } from './streams'
import type { Streams } from './streams'
import type { CommandNode, Pipeline } from './syntax'

/** Takes commands joined by pipes; runs them side by side, and gives the status of the last one (with pipefail, of the last that failed). */
export function* runPipeline(
  { commands, pipeStderr }: Pipeline,
  state: ShellState,
  streams: Streams,
  run: (node: CommandNode, state: ShellState, streams: Streams) => Steps<number>,
): Steps<number> {
  const { machine } = state
  let { input } = streams
  const jobs = commands.map((node, at) => {
    const isLast = at === commands.length - 1
    const outputs = new Map(streams.outputs)
    const pipe = new Pipe(machine.process.clock)
    if (!isLast) outputs.set(1, pipe)
    if (!isLast && pipeStderr?.[at] === true) outputs.set(2, pipe)
    const own = input
    const inside: Streams = { input: own, outputs }
    const inner = subshellOf(state)
    input = pipe.reader
    return machine.spawn(
      () => isolated(inner, inside, () => run(node, inner, inside)),
      () => {
        pipe.close()
        if (at > 0) own.close()
      },
    )
  })
  for (const job of jobs) while (job.status === undefined) yield { signal: job.ended }
  for (const { pid } of jobs) machine.jobs.delete(pid)
  const statuses = jobs.map(({ status = 0 }) => status)
  const failed = state.options.has('pipefail') ? statuses.findLast((status) => status !== 0) : undefined
  return failed ?? statuses.at(-1) ?? 0
}
