import type { ControlPlane } from '../controlPlane'
import type { ClusterPod } from '../podStates'
import { indexesIn, indexOf } from './indexes'
import { hasFailed, isIndexed, TRACKING, type Job } from './job'
import { judgePod } from './podFailurePolicy'

/** What came of a Job's pods so far. */
export interface Tally {
  readonly succeeded: number
  readonly failed: number
  /** Of an Indexed Job. */
  readonly completed: ReadonlySet<number>
  readonly failedIndexes: ReadonlySet<number>
}

/**
 * Takes the control plane, a Job and its pods; counts those that have ended and were not counted before, and gives what
 * came of all (trackJobStatusAndRemoveFinalizers). A failure that the policy ignores does not count.
 */
export function tallyUp({ api }: ControlPlane, job: Job, pods: readonly ClusterPod[]): Tally {
  const { status, spec } = job
  let { succeeded = 0, failed = 0 } = status ?? {}
  const completed = new Set(indexesIn(status?.completedIndexes))
  const failedIndexes = new Set(indexesIn(status?.failedIndexes))
  for (const pod of pods.filter((each) => isUncounted(each))) {
    const index = indexOf(pod)
    if (pod.status?.phase === 'Succeeded') {
      succeeded += 1
      if (index !== null) completed.add(index)
    } else if (hasFailed(job, pod)) {
      const action = judgePod(job, pod)?.action
      if (action !== 'Ignore') failed += 1
      const limit = spec?.backoffLimitPerIndex
      const isOver = limit !== undefined && index !== null && failuresOf(job, pods, index) > limit
      if (index !== null && (action === 'FailIndex' || isOver)) failedIndexes.add(index)
    } else continue
    const finalizers = pod.metadata?.finalizers?.filter((each) => each !== TRACKING)
    api.put('Pod', { ...pod, metadata: { ...pod.metadata, finalizers } })
  }
  return { succeeded: isIndexed(job) ? completed.size : succeeded, failed, completed, failedIndexes }
}

function isUncounted({ metadata }: ClusterPod): boolean {
  return metadata?.finalizers?.includes(TRACKING) === true
}

/** How often an index has failed, what is ignored apart. */
function failuresOf(job: Job, pods: readonly ClusterPod[], index: number): number {
  return pods.filter(
    (pod) => indexOf(pod) === index && hasFailed(job, pod) && judgePod(job, pod)?.action !== 'Ignore',
  ).length
}
