import type { ApiServer, ObjectChange } from '../api/apiServer'
import type { ApiKind } from '../api/objects'
import type { Clock, Steps } from '../clock'
import type { Random } from '../random'
import type { Refusal } from './refusal'

/** What a controller works with. */
export interface ControlPlane {
  readonly api: ApiServer
  readonly clock: Clock
  readonly random: Random
  /** Takes a time of the clock; the controller that asks runs again then. */
  readonly wakeAt: (time: number) => void
  /** The objects whose pods the server refuses, by uid. */
  readonly refusals: Map<string, Refusal>
}

/** Takes what is wanted and what is there from the API server, and makes the one into the other. */
export interface Controller {
  readonly name: string
  /** The kinds whose changes it looks at. */
  readonly watches: ReadonlySet<ApiKind>
  /** The kinds of which it looks at no other change than that one comes or goes. */
  readonly counts?: ReadonlySet<ApiKind>
  readonly reconcile: (plane: ControlPlane) => void
}

/**
 * Takes the API server, the clock, where chance comes from and the controllers in the order in which they run; gives the
 * process that runs each whenever a kind that it watches has changed, or a time has come that it asked for, until there
 * is nothing left to do in that moment.
 */
export function* controlLoop(
  api: ApiServer,
  clock: Clock,
  random: Random,
  controllers: readonly Controller[],
): Steps {
  const due = new Set(controllers)
  const wakes = new Map<Controller, number>()
  const refusals = new Map<string, Refusal>()
  api.subscribe((change) => {
    for (const controller of controllers) if (concerns(controller, change)) due.add(controller)
  })
  for (;;) {
    for (const [controller, time] of wakes) if (time <= clock.now) due.add(controller)
    const next = controllers.find((controller) => due.has(controller))
    if (next === undefined) {
      yield { signal: api.changed, ...(wakes.size === 0 ? {} : { until: Math.min(...wakes.values()) }) }
      continue
    }
    due.delete(next)
    wakes.delete(next)
    const wakeAt = (time: number) => {
      if (time > clock.now) wakes.set(next, Math.min(time, wakes.get(next) ?? Infinity))
    }
    next.reconcile({ api, clock, random, wakeAt, refusals })
  }
}

function concerns({ watches, counts }: Controller, { kind, change }: ObjectChange): boolean {
  return watches.has(kind) || (change !== 'modified' && counts?.has(kind) === true)
}
