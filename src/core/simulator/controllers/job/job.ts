import type { Condition, ObjectsByKind } from '../../api/objects'
import { UID } from '../../../rules/defaults/workloadDefaults'
import type { ClusterPod } from '../podStates'
import { isFinal } from '../podStates'
import { isTerminating } from '../ownership'

/** A Job of the simulated cluster. */
export type Job = ObjectsByKind['Job']

/** Keeps a pod uncounted: the controller takes it away when it has counted the pod (KEP-2307). */
export const TRACKING = 'batch.kubernetes.io/job-tracking'

/** Takes a Job and a type; gives its condition of that type where it is true. */
export function holds({ status }: Job, type: string): Condition | undefined {
  return status?.conditions?.find((each) => each.type === type && each.status === 'True')
}

/** Takes a Job; gives the condition by which it is finished, if it is (IsJobFinished). */
export function finished(job: Job): Condition | undefined {
  return holds(job, 'Complete') ?? holds(job, 'Failed')
}

/** Takes a Job; says whether each of its completions has a number. */
export function isIndexed({ spec }: Job): boolean {
  return spec?.completionMode === 'Indexed'
}

/** Takes a Job; says whether a pod is replaced when it has failed only, or as soon as it terminates. */
export function replacesFailedOnly({ spec }: Job): boolean {
  return spec?.podReplacementPolicy === 'Failed'
}

/** Takes a Job and one of its pods; says whether that one counts as failed (isPodFailed): it has, or it is on its way out and is replaced at once. */
export function hasFailed(job: Job, pod: ClusterPod): boolean {
  if (isFinal(pod)) return pod.status?.phase === 'Failed'
  return isTerminating(pod) && !replacesFailedOnly(job)
}

/** Takes a Job that is stored; gives it with its uid wherever the server's defaults put a stand-in for it (generateSelector in pkg/registry/batch/job). */
export function withOwnUid(job: Job): Job {
  const { metadata, spec } = job
  if (!Object.values(spec?.selector?.matchLabels ?? {}).includes(UID)) return job
  const own = (labels: Readonly<Record<string, string>> | undefined) =>
    Object.fromEntries(
      Object.entries(labels ?? {}).map(([key, value]) => [
        key,
        value === UID ? (metadata?.uid ?? '') : value,
      ]),
    )
  const template = spec?.template
  return {
    ...job,
    metadata: { ...metadata, labels: own(metadata?.labels) },
    spec: {
      ...spec,
      selector: { ...spec?.selector, matchLabels: own(spec?.selector?.matchLabels) },
      template: {
        ...template,
        metadata: { ...template?.metadata, labels: own(template?.metadata?.labels) },
      },
    },
  }
}
