import type { Condition, ReplicaStatus } from '../../api/objects'
import type { ControlPlane } from '../controlPlane'
import type { Deployment } from './annotations'
import { boundsOf, sumOf, toldReplicas } from './bounds'
import { withCondition } from './progress'
import { allOf, type ReplicaSets } from './replicaSets'

/** Takes the control plane, a Deployment and its ReplicaSets; gives its status, but for its progress (calculateStatus in pkg/controller/deployment/sync.go). */
export function statusOf(plane: ControlPlane, deployment: Deployment, sets: ReplicaSets): ReplicaStatus {
  const all = allOf(sets)
  const available = sumOf(all, 'availableReplicas')
  const status: ReplicaStatus = {
    observedGeneration: deployment.metadata?.generation ?? 0,
    replicas: sumOf(all, 'replicas'),
    updatedReplicas: sets.newest?.status?.replicas ?? 0,
    readyReplicas: sumOf(all, 'readyReplicas'),
    availableReplicas: available,
    unavailableReplicas: Math.max(0, toldReplicas(all) - available),
  }
  const condition: Condition =
    available >= boundsOf(deployment).least
      ? {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        }
      : {
          type: 'Available',
          status: 'False',
          reason: 'MinimumReplicasUnavailable',
          message: 'Deployment does not have minimum availability.',
        }
  const before = deployment.status?.conditions ?? []
  return { ...status, conditions: withCondition(before, condition, plane.clock.timestamp()) }
}

/** Takes the conditions of a Deployment and whether it is paused; gives them with what is said of that (checkPausedConditions). */
export function pauseConditions(
  conditions: readonly Condition[],
  isPaused: boolean,
  now: string,
): readonly Condition[] {
  const progress = conditions.find(({ type }) => type === 'Progressing')
  if (progress?.reason === 'ProgressDeadlineExceeded') return conditions
  const isSaid = progress?.reason === 'DeploymentPaused'
  if (isPaused === isSaid) return conditions
  const [reason, message] = isPaused
    ? ['DeploymentPaused', 'Deployment is paused']
    : ['DeploymentResumed', 'Deployment is resumed']
  return withCondition(conditions, { type: 'Progressing', status: 'Unknown', reason, message }, now)
}
