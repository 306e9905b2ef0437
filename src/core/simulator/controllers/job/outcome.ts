import type { SuccessPolicyRule } from '../../../kubernetes/schema/types-1.36'
import type { ControlPlane } from '../controlPlane'
import { instant } from '../instant'
import { isActive, type ClusterPod } from '../podStates'
import { indexesIn } from './indexes'
import { holds, isIndexed, type Job } from './job'
import { judgePod } from './podFailurePolicy'
import type { Tally } from './tally'

/** How a Job ends: the condition that says so beforehand, and why. */
export interface Outcome {
  readonly type: 'FailureTarget' | 'SuccessCriteriaMet'
  readonly reason: string
  readonly message: string
}

type Check = (plane: ControlPlane, job: Job, tally: Tally, pods: readonly ClusterPod[]) => Outcome | null

/** Takes the control plane, a Job, what came of its pods and its pods; gives how the Job ends, or null while it goes on (syncJob in pkg/controller/job/job_controller.go). */
export function outcomeOf(
  plane: ControlPlane,
  job: Job,
  tally: Tally,
  pods: readonly ClusterPod[],
): Outcome | null {
  for (const type of ['FailureTarget', 'SuccessCriteriaMet'] as const) {
    const { reason = '', message = '' } = holds(job, type) ?? {}
    if (reason !== '') return { type, reason, message }
  }
  for (const check of CHECKS) {
    const outcome = check(plane, job, tally, pods)
    if (outcome !== null) return outcome
  }
  return null
}

/** Why a Job may end, in the order in which the controller looks. */
const CHECKS: readonly Check[] = [
  failedByPolicy,
  overBackoffLimit,
  overDeadline,
  withFailedIndexes,
  succeededByPolicy,
  completed,
]

function failure(reason: string, message: string): Outcome {
  return { type: 'FailureTarget', reason, message }
}

function success(reason: string, message: string): Outcome {
  return { type: 'SuccessCriteriaMet', reason, message }
}

function failedByPolicy(_plane: ControlPlane, job: Job, _tally: Tally, pods: readonly ClusterPod[]) {
  const judgement = pods.map((pod) => judgePod(job, pod)).find((each) => each?.action === 'FailJob')
  return judgement === undefined || judgement === null ? null : failure('PodFailurePolicy', judgement.message)
}

/** Pods that failed; with restartPolicy OnFailure also restarts of containers (pastBackoffLimitOnFailure). */
function overBackoffLimit(
  _plane: ControlPlane,
  { spec }: Job,
  { failed }: Tally,
  pods: readonly ClusterPod[],
) {
  const { backoffLimit = 6 } = spec ?? {}
  const restarts = pods
    .filter((pod) => isActive(pod))
    .flatMap(({ status }) => [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])])
    .reduce((sum, { restartCount = 0 }) => sum + restartCount, 0)
  const isRestarting = spec?.template?.spec?.restartPolicy === 'OnFailure'
  const isOver = failed > backoffLimit || (isRestarting && restarts > 0 && restarts >= backoffLimit)
  return isOver ? failure('BackoffLimitExceeded', 'Job has reached the specified backoff limit') : null
}

function overDeadline({ clock, wakeAt }: ControlPlane, { spec, status }: Job) {
  const start = instant(clock, status?.startTime)
  if (start === null || spec?.activeDeadlineSeconds === undefined || spec.suspend === true) return null
  const end = start + spec.activeDeadlineSeconds * 1000
  if (end > clock.now) {
    wakeAt(end)
    return null
  }
  return failure('DeadlineExceeded', 'Job was active longer than specified deadline')
}

/** KEP-3850 */
function withFailedIndexes(_plane: ControlPlane, job: Job, { completed: done, failedIndexes }: Tally) {
  if (!isIndexed(job) || failedIndexes.size === 0) return null
  const { maxFailedIndexes, completions = 0 } = job.spec ?? {}
  if (maxFailedIndexes !== undefined && failedIndexes.size > maxFailedIndexes)
    return failure(
      'MaxFailedIndexesExceeded',
      'Job has exceeded the specified maximal number of failed indexes',
    )
  return done.size + failedIndexes.size >= completions
    ? failure('FailedIndexes', 'Job has failed indexes')
    : null
}

/** KEP-3998 */
function succeededByPolicy(_plane: ControlPlane, job: Job, { completed: done }: Tally) {
  const rules = isIndexed(job) ? (job.spec?.successPolicy?.rules ?? []) : []
  const index = rules.findIndex((rule) => isMet(rule, done))
  return index < 0 ? null : success('SuccessPolicy', `Matched rules at index ${index}`)
}

function isMet({ succeededCount, succeededIndexes }: SuccessPolicyRule, done: ReadonlySet<number>): boolean {
  if (succeededIndexes === undefined) return succeededCount !== undefined && done.size >= succeededCount
  const listed = indexesIn(succeededIndexes)
  const met = [...listed].filter((index) => done.has(index)).length
  return met >= (succeededCount ?? listed.size)
}

/** Without completions one success is enough, once no pod runs any more. */
function completed(_plane: ControlPlane, { spec }: Job, { succeeded }: Tally, pods: readonly ClusterPod[]) {
  const isMore = pods.some((pod) => isActive(pod))
  return isMore || succeeded < (spec?.completions ?? 1)
    ? null
    : success('CompletionsReached', 'Reached expected number of succeeded pods')
}
