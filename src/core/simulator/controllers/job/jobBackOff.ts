import type { Clock } from '../../clock'
import { conditionOf } from '../../kubelet/status/podStatusTypes'
import { instant } from '../instant'
import type { ClusterPod } from '../podStates'
import { hasFailed, type Job } from './job'

/** DefaultJobPodFailureBackOff and MaxJobPodFailureBackOff in pkg/controller/job/job_controller.go, in milliseconds. */
const FIRST = 10_000
const MOST = 600_000

/**
 * Takes the clock, a Job and pods of it (all, or those of an index); gives when the next one may be made: 10 s after the
 * last failure, twice as long with each failure since the last success (getRemainingTime in
 * pkg/controller/job/backoff_utils.go). Pods that were deleted are forgotten.
 */
export function nextStart(clock: Clock, job: Job, pods: readonly ClusterPod[]): number {
  const succeeded = pods.filter((pod) => pod.status?.phase === 'Succeeded')
  const since = Math.max(-Infinity, ...succeeded.map((pod) => endOf(clock, pod)))
  const failures = pods
    .filter((pod) => hasFailed(job, pod))
    .map((pod) => endOf(clock, pod))
    .filter((time) => time > since)
  if (failures.length === 0) return 0
  return Math.max(...failures) + Math.min(MOST, FIRST * 2 ** (failures.length - 1))
}

/** getFinishedTime: when its last container ended, else when its end was asked for, else when it ceased to be ready. */
function endOf(clock: Clock, { metadata, status }: ClusterPod): number {
  const ends = (status?.containerStatuses ?? []).flatMap(
    ({ state }) => instant(clock, state?.terminated?.finishedAt) ?? [],
  )
  if (ends.length > 0) return Math.max(...ends)
  const deletion = instant(clock, metadata?.deletionTimestamp)
  if (deletion !== null) return deletion - (metadata?.deletionGracePeriodSeconds ?? 0) * 1000
  const ready = conditionOf(status?.conditions, 'Ready')
  return instant(clock, ready?.lastTransitionTime) ?? instant(clock, metadata?.creationTimestamp) ?? 0
}
