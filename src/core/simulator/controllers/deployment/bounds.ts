import { isObject } from '../../../kubernetes/json'
import { rolloutBounds, type RolloutBounds } from '../../../kubernetes/rollout'
import type { Deployment, ReplicaSet } from './annotations'

/** Takes a Deployment; gives how many pods it wants. */
export function wantedOf({ spec }: Deployment | ReplicaSet): number {
  return spec?.replicas ?? 1
}

/** Takes a Deployment; says whether it replaces its pods little by little. */
export function isRolling({ spec }: Deployment): boolean {
  return spec?.strategy?.type !== 'Recreate'
}

/** Takes a Deployment; gives how many pods there may be while it replaces them: with Recreate no more, and none missing (MaxSurge, MaxUnavailable). */
export function boundsOf(deployment: Deployment): RolloutBounds {
  const wanted = wantedOf(deployment)
  const { rollingUpdate } = deployment.spec?.strategy ?? {}
  const none = { surge: 0, unavailable: 0, least: wanted, most: wanted }
  if (!isRolling(deployment)) return none
  return rolloutBounds(isObject(rollingUpdate) ? rollingUpdate : undefined, wanted) ?? none
}

/** Takes ReplicaSets; gives how many pods they are told to have. */
export function toldReplicas(sets: readonly ReplicaSet[]): number {
  return sets.reduce((sum, set) => sum + wantedOf(set), 0)
}

/** Takes ReplicaSets and a field of their status; gives its sum. */
export function sumOf(
  sets: readonly ReplicaSet[],
  field: 'replicas' | 'readyReplicas' | 'availableReplicas',
): number {
  return sets.reduce((sum, { status }) => sum + (status?.[field] ?? 0), 0)
}
