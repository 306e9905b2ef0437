import type { ControlPlane } from '../controlPlane'
import type { Deployment, ReplicaSet } from './annotations'
import { boundsOf, sumOf, toldReplicas, wantedOf } from './bounds'
import { allOf, newReplicas, type ReplicaSets } from './replicaSets'
import { scaleTo } from './scale'

/** Takes the control plane, a Deployment and its ReplicaSets, the new one among them; takes one step of the rollout, and says whether there was one to take (rolloutRolling). */
export function roll(plane: ControlPlane, deployment: Deployment, sets: ReplicaSets): boolean {
  return growNew(plane, deployment, sets) || shrinkOld(plane, deployment, sets)
}

/** reconcileNewReplicaSet */
function growNew(plane: ControlPlane, deployment: Deployment, sets: ReplicaSets): boolean {
  const { newest } = sets
  if (newest === undefined) return false
  const wanted = wantedOf(deployment)
  const replicas = wantedOf(newest) > wanted ? wanted : newReplicas(deployment, sets)
  if (replicas === wantedOf(newest)) return false
  scaleTo(plane, deployment, newest, replicas)
  return true
}

/** reconcileOldReplicaSets: pods that are not available go first, then as many as may be missing. */
function shrinkOld(plane: ControlPlane, deployment: Deployment, sets: ReplicaSets): boolean {
  const active = sets.old.filter((set) => wantedOf(set) > 0)
  if (active.length === 0) return false
  const { least } = boundsOf(deployment)
  const { newest } = sets
  const unavailable = newest === undefined ? 0 : wantedOf(newest) - (newest.status?.availableReplicas ?? 0)
  const room = toldReplicas(allOf(sets)) - least - unavailable
  if (room <= 0) return false
  const cleaned = removeUnhealthy(plane, deployment, active, room)
  const spare = sumOf(newest === undefined ? cleaned : [...cleaned, newest], 'availableReplicas') - least
  const shrunk = take(plane, deployment, cleaned, spare, (set) => wantedOf(set))
  return toldReplicas(shrunk) < toldReplicas(active)
}

/** cleanupUnhealthyReplicas */
function removeUnhealthy(
  plane: ControlPlane,
  deployment: Deployment,
  sets: readonly ReplicaSet[],
  most: number,
): readonly ReplicaSet[] {
  return take(plane, deployment, sets, most, (set) => wantedOf(set) - (set.status?.availableReplicas ?? 0))
}

/** Takes from each, oldest first, as much as it can give, so many in all. */
function take(
  plane: ControlPlane,
  deployment: Deployment,
  sets: readonly ReplicaSet[],
  most: number,
  gives: (set: ReplicaSet) => number,
): readonly ReplicaSet[] {
  let left = most
  return sets.map((set) => {
    const taken = Math.max(0, Math.min(left, gives(set), wantedOf(set)))
    left -= taken
    return scaleTo(plane, deployment, set, wantedOf(set) - taken)
  })
}
