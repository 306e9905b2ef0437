import { reporter } from '../../api/report'
import type { ControlPlane } from '../controlPlane'
import {
  annotated,
  DESIRED_REPLICAS,
  MAX_REPLICAS,
  numberIn,
  type Deployment,
  type ReplicaSet,
} from './annotations'
import { boundsOf, isRolling, toldReplicas, wantedOf } from './bounds'
import { allOf, byAge, sizes, type ReplicaSets } from './replicaSets'

const report = reporter('deployment-controller')

/** Takes the control plane, a Deployment, one of its ReplicaSets and how many pods that one shall have; tells it, and says so (scaleReplicaSet). Gives the ReplicaSet as it is then. */
export function scaleTo(
  { api }: ControlPlane,
  deployment: Deployment,
  set: ReplicaSet,
  replicas: number,
): ReplicaSet {
  const before = wantedOf(set)
  if (before === replicas) return set
  const scaled = annotated({ ...set, spec: { ...set.spec, replicas } }, sizes(deployment))
  const stored = api.put('ReplicaSet', scaled)
  reportScale(api, deployment, stored, before, replicas)
  return stored
}

/** Takes the API server, a Deployment, one of its ReplicaSets, and how many pods it had and has; says so in an event. */
export function reportScale(
  api: ControlPlane['api'],
  deployment: Deployment,
  { metadata }: ReplicaSet,
  before: number,
  after: number,
): void {
  const way = before < after ? 'up' : 'down'
  const message = `Scaled ${way} replica set ${metadata?.name} from ${before} to ${after}`
  report(api, 'Deployment', deployment, 'Normal', 'ScalingReplicaSet', message)
}

/** Takes a Deployment and its ReplicaSets; says whether somebody scaled it: one of them remembers another size (isScalingEvent). */
export function isScaled(deployment: Deployment, sets: ReplicaSets): boolean {
  return allOf(sets).some((set) => {
    const desired = numberIn(set, DESIRED_REPLICAS)
    return wantedOf(set) > 0 && desired !== null && desired !== wantedOf(deployment)
  })
}

/** Takes the control plane, a Deployment that was scaled or is paused, and its ReplicaSets; shares its size out among them (scale in pkg/controller/deployment/sync.go). */
export function shareOut(plane: ControlPlane, deployment: Deployment, sets: ReplicaSets): void {
  const wanted = wantedOf(deployment)
  const active = allOf(sets).filter((set) => wantedOf(set) > 0)
  if (active.length <= 1) {
    const only = active[0] ?? sets.newest ?? sets.old.at(-1)
    if (only !== undefined) scaleTo(plane, deployment, only, wanted)
  } else if (isSaturated(deployment, sets.newest)) {
    for (const set of sets.old) scaleTo(plane, deployment, set, 0)
  } else if (isRolling(deployment)) shareInProportion(plane, deployment, active)
}

/** IsSaturated: all its pods are those of the new template, and available. */
function isSaturated(deployment: Deployment, newest: ReplicaSet | undefined): boolean {
  const wanted = wantedOf(deployment)
  return (
    newest !== undefined &&
    wantedOf(newest) === wanted &&
    numberIn(newest, DESIRED_REPLICAS) === wanted &&
    newest.status?.availableReplicas === wanted
  )
}

/** Larger ones get more; what is left over by rounding is the largest one's (GetReplicaSetProportion). */
function shareInProportion(plane: ControlPlane, deployment: Deployment, active: readonly ReplicaSet[]): void {
  const wanted = wantedOf(deployment)
  const { most, surge } = boundsOf(deployment)
  const toAdd = (wanted > 0 ? most : 0) - toldReplicas(active)
  const bySize = active.toSorted((a, b) => wantedOf(b) - wantedOf(a) || byAge(a, b) * (toAdd > 0 ? -1 : 1))
  let left = toAdd
  const shares = bySize.map((set) => {
    const size = wantedOf(set)
    const fraction = wanted === 0 ? -size : grown(set, wanted + surge) - size
    const share = toAdd > 0 ? Math.min(fraction, left) : Math.max(fraction, left)
    left -= share
    return size + share
  })
  for (const [index, set] of bySize.entries())
    scaleTo(plane, deployment, set, Math.max(0, (shares[index] ?? 0) + (index === 0 ? left : 0)))
}

/** getReplicaSetFraction: as large a part of the new size as of the old. */
function grown(set: ReplicaSet, most: number): number {
  const before = numberIn(set, MAX_REPLICAS) ?? 0
  return Math.round((wantedOf(set) * most) / (before === 0 ? Math.max(1, set.status?.replicas ?? 1) : before))
}
