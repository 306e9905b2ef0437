import type { Clock, Signal } from '../clock'
import type { Runtime } from './runtime'
import type { PodRuntimeStatus } from './runtimeStatus'
import { TIMES } from './times'

/** The changes of a container's state, old and new, that make the pod sync. */
const CHANGES: ReadonlySet<string> = new Set([
  'none running',
  'none exited',
  'running exited',
  'running none',
])

/** It was started and died between two looks. */
const UNSEEN_RUN = 'none exited'

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
  private isStopped = false

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
    const changes = [...new Set([...this.states.keys(), ...states.keys()])].map(
      (id) => `${this.states.get(id) ?? 'none'} ${states.get(id) ?? 'none'}`,
    )
    this.states = states
    // One sync answers all that a look sees; a run that nobody saw, and what was asked for, get one of their own.
    if (changes.some((change) => CHANGES.has(change))) this.tell()
    if (changes.includes(UNSEEN_RUN) || this.reinspect) this.tellLater()
    this.reinspect = false
    this.relisted.fire()
  }

  /** Asks for a sync after the next look, whatever has changed. */
  requestReinspection(): void {
    this.reinspect = true
  }

  private tell(): void {
    this.clock.at(this.clock.now, this.onEvent)
  }

  /** After the sync that answers the rest has begun. */
  private tellLater(): void {
    const { clock } = this
    clock.at(clock.now, () => clock.at(clock.now, () => this.tell()))
  }

  /** Ends it: nobody looks at the runtime any more. */
  stop(): void {
    this.isStopped = true
  }

  private tick(time: number): void {
    this.clock.at(time, () => {
      if (this.isStopped) return
      this.tick(time + TIMES.relist)
      this.relist()
    })
  }
}
