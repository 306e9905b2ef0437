import type { Json } from './json'
import { field, numberOf, textOf } from './shape'

/** Takes a share of pods (`25%`, or a number), their number, and how the controller rounds; gives how many pods that is, or null where it is no share. */
export function podsOf(value: Json | undefined, of: number, round: (pods: number) => number): number | null {
  const number = numberOf(value)
  if (number !== null) return number
  const percent = /^(\d+)%$/.exec(textOf(value))?.[1]
  return percent === undefined ? null : round((Number(percent) * of) / 100)
}

/** How many pods there are while a Deployment replaces them. */
export interface RolloutBounds {
  /** So many may be there beyond the wanted ones. */
  readonly surge: number
  /** So many of the wanted ones may be missing. */
  readonly unavailable: number
  /** At least so many are ready at any time, and at most so many exist. */
  readonly least: number
  readonly most: number
}

/**
 * Takes a Deployment's rollingUpdate and its number of pods; gives the bounds of a rollout, or null where a share
 * can't be read. Each is 25% where left out; surge is rounded up, unavailable down, and where both come to none one
 * may be missing (ResolveFenceposts in pkg/controller/deployment/util).
 */
export function rolloutBounds(rollingUpdate: Json | undefined, replicas: number): RolloutBounds | null {
  const surge = podsOf(field(rollingUpdate, 'maxSurge') ?? '25%', replicas, Math.ceil)
  const missing = podsOf(field(rollingUpdate, 'maxUnavailable') ?? '25%', replicas, Math.floor)
  if (surge === null || missing === null) return null
  const unavailable = surge === 0 && missing === 0 ? 1 : missing
  return { surge, unavailable, least: Math.max(0, replicas - unavailable), most: replicas + surge }
}
