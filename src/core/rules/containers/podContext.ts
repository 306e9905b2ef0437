import type { PodSpec, Volume } from '../../kubernetes/schema/types-1.36'

/** What the checks of a container need to know of its pod. */
export interface PodContext {
  readonly spec: PodSpec
  /** Whether it is a Pod itself, not the template of one. */
  readonly isPod: boolean
  /** The volumes that can be mounted, by their names. */
  readonly volumes: ReadonlyMap<string, Volume>
  /** The names under `resourceClaims`. */
  readonly claims: ReadonlySet<string>
  /** How long a container may take to stop, where that is known to be right. */
  readonly gracePeriod: number | undefined
}
