import type { Condition } from '../../api/objects'
import type { ControlPlane } from '../controlPlane'
import { instant } from '../instant'
import type { Deployment } from './annotations'
import { wantedOf } from './bounds'

/*
 * What a Deployment says of its rollout (pkg/controller/deployment/progress.go).
 */

type Status = NonNullable<Deployment['status']>

/** What happened to the ReplicaSets in this pass. */
export type Step = 'created' | 'found' | 'none'

/** The reason of a rollout that is done. */
const DONE = 'NewReplicaSetAvailable'
const TIMED_OUT = 'ProgressDeadlineExceeded'

/** No deadline (HasProgressDeadline). */
const FOR_EVER = 2_147_483_647

/** Takes conditions and one more; gives them with it in the place of the one of its type. Where its status stays, so does the time since when, and where its reason does too nothing changes (SetDeploymentCondition). */
export function withCondition(
  conditions: readonly Condition[],
  { type, status, reason, message }: Condition,
  now: string,
  isTouched = false,
): readonly Condition[] {
  const before = conditions.find((each) => each.type === type)
  if (before?.status === status && before.reason === reason && !isTouched) return conditions
  const since = before?.status === status ? before.lastTransitionTime : now
  return [
    ...conditions.filter((each) => each.type !== type),
    { type, status, reason, message, lastUpdateTime: now, lastTransitionTime: since },
  ]
}

/** Takes the control plane, a Deployment, its status to be, the name of its new ReplicaSet and what was done; gives the conditions with that of its progress. It runs again when the deadline is over. */
export function progressConditions(
  plane: ControlPlane,
  deployment: Deployment,
  next: Status,
  newest: string | undefined,
  step: Step,
): readonly Condition[] {
  const now = plane.clock.timestamp()
  const deadline = deployment.spec?.progressDeadlineSeconds ?? FOR_EVER
  if (deadline >= FOR_EVER) return (next.conditions ?? []).filter(({ type }) => type !== 'Progressing')
  const conditions = stepped(next.conditions ?? [], newest ?? '', step, now)
  const before = conditions.find(({ type }) => type === 'Progressing')
  const subject =
    newest === undefined ? `Deployment "${deployment.metadata?.name}"` : `ReplicaSet "${newest}"`
  const put = (status: Condition['status'], reason: string, words: string, isTouched = false) =>
    withCondition(
      conditions,
      { type: 'Progressing', status, reason, message: `${subject} ${words}` },
      now,
      isTouched,
    )
  if (next.replicas === next.updatedReplicas && before?.reason === DONE) return conditions
  if (isComplete(deployment, next)) return put('True', DONE, 'has successfully progressed.')
  if (isProgressing(deployment.status ?? {}, next))
    return put('True', 'ReplicaSetUpdated', 'is progressing.', true)
  const since = instant(plane.clock, before?.lastUpdateTime)
  if (before === undefined || since === null || before.reason === DONE || before.reason === TIMED_OUT)
    return conditions
  const over = since + deadline * 1000 + 1000
  if (over <= plane.clock.now) return put('False', TIMED_OUT, 'has timed out progressing.')
  plane.wakeAt(over)
  return conditions
}

/** getNewReplicaSet: what is said where one was made, or found. */
function stepped(
  conditions: readonly Condition[],
  newest: string,
  step: Step,
  now: string,
): readonly Condition[] {
  const isSaid = conditions.some(({ type }) => type === 'Progressing')
  if (step === 'none' || (step === 'found' && isSaid)) return conditions
  const [reason, words] =
    step === 'created' ? ['NewReplicaSetCreated', 'Created new'] : ['FoundNewReplicaSet', 'Found new']
  const message = `${words} replica set "${newest}"`
  return withCondition(conditions, { type: 'Progressing', status: 'True', reason, message }, now)
}

/** Takes a Deployment and its status to be; says whether its rollout is done: all its pods are new, and available (DeploymentComplete). */
export function isComplete(deployment: Deployment, next: Status): boolean {
  const wanted = wantedOf(deployment)
  return next.updatedReplicas === wanted && next.replicas === wanted && next.availableReplicas === wanted
}

/** DeploymentProgressing */
function isProgressing(before: Status, next: Status): boolean {
  const of = ({ replicas = 0, updatedReplicas = 0, readyReplicas = 0, availableReplicas = 0 }: Status) => ({
    old: replicas - updatedReplicas,
    updated: updatedReplicas,
    ready: readyReplicas,
    available: availableReplicas,
  })
  const [a, b] = [of(before), of(next)]
  return b.updated > a.updated || b.old < a.old || b.ready > a.ready || b.available > a.available
}
