import type { ControlPlane } from '../controlPlane'
import { isControlledBy } from '../ownership'
import { isFinal } from '../podStates'
import type { Deployment } from './annotations'
import { toldReplicas } from './bounds'
import type { ReplicaSets } from './replicaSets'
import { scaleTo } from './scale'

/** Takes the control plane, a Deployment and its ReplicaSets; stops what is old, and says whether the new ones may start: when every old pod is gone (rolloutRecreate). */
export function clearForNew(plane: ControlPlane, deployment: Deployment, { old }: ReplicaSets): boolean {
  if (toldReplicas(old) > 0) {
    for (const set of old) scaleTo(plane, deployment, set, 0)
    return false
  }
  if (old.some(({ status }) => (status?.replicas ?? 0) > 0)) return false
  const pods = plane.api.list('Pod', deployment.metadata?.namespace)
  return !pods.some((pod) => !isFinal(pod) && old.some((set) => isControlledBy(pod, set)))
}
