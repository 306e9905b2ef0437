import { deletePod } from '../../api/deletion'
import type { Report } from '../../api/report'
import type { ControlPlane } from '../controlPlane'
import { createPod, sayCreation } from '../createPod'
import { inDeletionOrder } from '../deletionOrder'
import { generatedName } from '../madeUpNames'
import { MOST_PODS, newPod } from '../newPod'
import { controllerReference, isTerminating } from '../ownership'
import { isActive, isFinal, type ClusterPod } from '../podStates'
import { indexed, indexOf } from './indexes'
import { isIndexed, replacesFailedOnly, TRACKING, type Job } from './job'
import { nextStart } from './jobBackOff'
import type { Tally } from './tally'

/** Takes the control plane, what records events, a Job that goes on, what came of its pods and its pods; makes as many as it wants at once, or asks for the end of those that are too many (manageJob). */
export function managePods(
  plane: ControlPlane,
  report: Report,
  job: Job,
  tally: Tally,
  pods: readonly ClusterPod[],
): void {
  const active = pods.filter((pod) => isActive(pod))
  const { parallelism = 1, completions } = job.spec ?? {}
  const left =
    completions === undefined ? parallelism : completions - tally.succeeded - tally.failedIndexes.size
  // Without completions nobody is started any more once one has succeeded.
  const isClosing = completions === undefined && tally.succeeded > 0
  const wanted = Math.max(0, Math.min(MOST_PODS, parallelism, isClosing ? active.length : left))
  const leaving = pods.filter((pod) => isTerminating(pod) && !isFinal(pod))
  const occupied = replacesFailedOnly(job) ? [...active, ...leaving] : active
  if (active.length > wanted) removePods(plane, report, job, surplus(plane, active, active.length - wanted))
  else if (isIndexed(job)) fillIndexes(plane, report, job, tally, pods, occupied, wanted)
  else if (occupied.length < wanted && isTime(plane, job, pods))
    for (let count = occupied.length; count < wanted; count++) addPod(plane, report, job, null)
}

/** Takes the control plane, what records events, a Job and pods of it; asks for their end. */
export function removePods(plane: ControlPlane, report: Report, job: Job, pods: readonly ClusterPod[]): void {
  for (const pod of pods) {
    deletePod(plane, pod, null)
    report(plane.api, 'Job', job, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata?.name}`)
  }
}

function surplus({ clock }: ControlPlane, active: readonly ClusterPod[], count: number) {
  return inDeletionOrder(clock, active).slice(0, count)
}

/** firstPendingIndexes: the lowest that are not done, not given up, and have no pod. */
function fillIndexes(
  plane: ControlPlane,
  report: Report,
  job: Job,
  tally: Tally,
  pods: readonly ClusterPod[],
  occupied: readonly ClusterPod[],
  wanted: number,
): void {
  const taken = new Set([...tally.completed, ...tally.failedIndexes, ...occupied.map((pod) => indexOf(pod))])
  const isByIndex = job.spec?.backoffLimitPerIndex !== undefined
  let room = wanted - occupied.length
  for (let index = 0; index < (job.spec?.completions ?? 0) && room > 0; index++) {
    if (taken.has(index)) continue
    room -= 1
    const peers = isByIndex ? pods.filter((pod) => indexOf(pod) === index) : pods
    if (isTime(plane, job, peers)) addPod(plane, report, job, index)
  }
}

function isTime({ clock, wakeAt }: ControlPlane, job: Job, pods: readonly ClusterPod[]): boolean {
  const time = nextStart(clock, job, pods)
  if (time <= clock.now) return true
  wakeAt(time)
  return false
}

function addPod(plane: ControlPlane, report: Report, job: Job, index: number | null): void {
  const { name: owner = '', namespace = '' } = job.metadata ?? {}
  const beginning = index === null ? `${owner}-` : `${owner}-${index}-`
  const name = generatedName(beginning, plane.random)
  const pod = newPod(job.spec?.template, namespace, name, controllerReference('Job', job))
  const finalizers = [...(pod.metadata?.finalizers ?? []), TRACKING]
  const tracked = { ...pod, metadata: { ...pod.metadata, finalizers } }
  const wanted = index === null ? tracked : indexed(tracked, owner, index)
  sayCreation(report, plane.api, 'Job', job, createPod(plane, 'Job', wanted, beginning))
}
