import type { Clock, Signal } from './clock'
import type { Runtime } from './runtime'
import type { PodRuntimeStatus } from './runtimeStatus'
import { TIMES } from './times'

/** How many events that make the pod sync follow a change of a container's state, by old and new state. */
const EVENTS: Readonly<Record<string, number>> = {
  'none running': 1,
  'none exited': 2,
  'running exited': 1,
  'running none': 1,
}

/**
 * The pod lifecycle event generator (pkg/kubelet/pleg/generic.go): once a second it compares what the runtime says with
 * what it said before, keeps it for the syncs, and tells of each change.
 */
export class Pleg {
  /** What the runtime said last. */
  seen: PodRuntimeStatus = { containers: [], sandboxes: [] }
  /** When that was. */
  relistedAt = -1
  /** Fires after each look. */
  readonly relisted: Signal
  private states = new Map<string, string>()
  private reinspect = false

  constructor(
    private readonly clock: Clock,
    private readonly runtime: Runtime,
    private readonly onEvent: () => void,
  ) {
    this.relisted = clock.signal()
    this.relist()
    this.tick(TIMES.relistPhase)
  }

  /** Looks at the runtime now. */
  relist(): void {
    this.seen = this.runtime.status()
    this.relistedAt = this.clock.now
    const states = new Map([
      ...this.seen.sandboxes.map(({ id, ready }) => [id, ready ? 'running' : 'exited'] as const),
      ...this.seen.containers.map(({ id, state }) => [id, state] as const),
    ])
    let count = this.reinspect ? 1 : 0
    this.reinspect = false
    for (const id of new Set([...this.states.keys(), ...states.keys()]))
      count += EVENTS[`${this.states.get(id) ?? 'none'} ${states.get(id) ?? 'none'}`] ?? 0
    this.states = states
    for (let i = 0; i < count; i += 1) this.clock.at(this.clock.now, this.onEvent)
    this.relisted.fire()
  }

  /** Asks for a sync after the next look, whatever has changed. */
  requestReinspection(): void {
    this.reinspect = true
  }

  private tick(time: number): void {
    this.clock.at(time, () => {
      this.tick(time + TIMES.relist)
      this.relist()
    })
  }
}
