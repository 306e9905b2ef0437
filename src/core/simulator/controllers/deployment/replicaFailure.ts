import type { Condition } from '../../api/objects'
import { REPLICA_FAILURE } from '../replicaSetController'
import type { ReplicaSets } from './replicaSets'

/** Takes the conditions of a Deployment and its ReplicaSets; gives them with the one that says that a ReplicaSet, the new one before the others, cannot make its pods (getReplicaFailures in pkg/controller/deployment/progress.go). */
export function withReplicaFailure(
  conditions: readonly Condition[],
  { newest, old }: ReplicaSets,
): readonly Condition[] {
  const failure = [newest, ...old]
    .flatMap((set) => set?.status?.conditions ?? [])
    .find(({ type }) => type === REPLICA_FAILURE)
  const before = conditions.find(({ type }) => type === REPLICA_FAILURE)
  if (failure?.status === before?.status && failure?.reason === before?.reason) return conditions
  const others = conditions.filter(({ type }) => type !== REPLICA_FAILURE)
  return failure === undefined
    ? others
    : [...others, { ...failure, lastUpdateTime: failure.lastTransitionTime }]
}
