import { deleteObject } from '../../api/deletion'
import type { Condition, JobStatus } from '../../api/objects'
import { reporter } from '../../api/report'
import { save } from '../../api/save'
import type { Controller, ControlPlane } from '../controlPlane'
import { instant } from '../instant'
import { isControlledBy, isTerminating } from '../ownership'
import { isActive, isFinal, isReady, type ClusterPod } from '../podStates'
import { indexesText } from './indexes'
import { finished, holds, isIndexed, withOwnUid, type Job } from './job'
import { managePods, removePods } from './managePods'
import { outcomeOf, type Outcome } from './outcome'
import { tallyUp, type Tally } from './tally'

const report = reporter('job-controller')

/** Runs pods until enough of them have succeeded (pkg/controller/job/job_controller.go, ttlafterfinished). */
export const jobController: Controller = {
  name: 'job',
  watches: new Set(['Job', 'Pod']),
  reconcile: (plane) => {
    const pods = plane.api.list('Pod')
    for (const job of plane.api.list('Job')) {
      const end = finished(job)
      if (isTerminating(job)) continue
      if (end === undefined) sync(plane, job, pods)
      else forget(plane, job, end)
    }
  },
}

/** ttlSecondsAfterFinished */
function forget(plane: ControlPlane, { metadata, spec }: Job, { lastTransitionTime }: Condition): void {
  const end = instant(plane.clock, lastTransitionTime)
  if (end === null || spec?.ttlSecondsAfterFinished === undefined) return
  const time = end + spec.ttlSecondsAfterFinished * 1000
  if (time > plane.clock.now) plane.wakeAt(time)
  else deleteObject(plane, 'Job', metadata?.namespace ?? '', metadata?.name ?? '', null, 'Foreground')
}

function sync(plane: ControlPlane, stored: Job, candidates: readonly ClusterPod[]): void {
  const job = started(plane, save(plane.api, 'Job', withOwnUid(stored)))
  const pods = candidates.filter((pod) => isControlledBy(pod, job))
  const tally = tallyUp(plane, job, pods)
  const outcome = outcomeOf(plane, job, tally, pods)
  const isSuspended = job.spec?.suspend === true
  if (outcome !== null || isSuspended)
    removePods(
      plane,
      report,
      job,
      pods.filter((pod) => isActive(pod)),
    )
  else managePods(plane, report, job, tally, pods)
  const status = statusOf(plane, job, tally)
  const next =
    outcome === null ? suspension(plane, { ...job, status }) : ending(plane, { ...job, status }, outcome)
  save(plane.api, 'Job', next)
}

/** A Job starts when it is first seen and not suspended, and anew when it is resumed. */
function started({ clock }: ControlPlane, job: Job): Job {
  if (job.spec?.suspend === true || job.status?.startTime !== undefined) return job
  return { ...job, status: { ...job.status, startTime: clock.timestamp() } }
}

function statusOf({ api }: ControlPlane, job: Job, tally: Tally): JobStatus {
  const pods = api.list('Pod', job.metadata?.namespace).filter((pod) => isControlledBy(pod, job))
  const active = pods.filter((pod) => isActive(pod))
  const { completedIndexes: _completed, failedIndexes: _failed, ...others } = job.status ?? {}
  return {
    ...others,
    active: active.length,
    ready: active.filter((pod) => isReady(pod)).length,
    terminating: pods.filter((pod) => isTerminating(pod) && !isFinal(pod)).length,
    succeeded: tally.succeeded,
    failed: tally.failed,
    uncountedTerminatedPods: {},
    ...(isIndexed(job) ? { completedIndexes: indexesText(tally.completed) } : {}),
    ...(job.spec?.backoffLimitPerIndex === undefined
      ? {}
      : { failedIndexes: indexesText(tally.failedIndexes) }),
  }
}

/** Takes a Job and a condition; gives it with it in the place of the one of its type. */
function conditioned(plane: ControlPlane, job: Job, condition: Condition): Job {
  const others = (job.status?.conditions ?? []).filter(({ type }) => type !== condition.type)
  const now = plane.clock.timestamp()
  const conditions = [...others, { ...condition, lastProbeTime: now, lastTransitionTime: now }]
  return { ...job, status: { ...job.status, conditions } }
}

/** Says that a Job is suspended, or resumed (setJobConditions for Suspended). */
function suspension(plane: ControlPlane, job: Job): Job {
  const isSuspended = job.spec?.suspend === true
  const wasSuspended = holds(job, 'Suspended') !== undefined
  if (isSuspended === wasSuspended) return job
  const words = isSuspended ? 'Suspended' : 'Resumed'
  const message = `Job ${words.toLowerCase()}`
  report(plane.api, 'Job', job, 'Normal', words, message)
  const status = isSuspended ? 'True' : 'False'
  const next = conditioned(plane, job, { type: 'Suspended', status, reason: `Job${words}`, message })
  const { startTime: _startTime, ...others } = next.status ?? {}
  return isSuspended ? { ...next, status: others } : next
}

/** First it is said how a Job will end, and when its last pod is gone that it has (since 1.31). */
function ending(plane: ControlPlane, job: Job, { type, reason, message }: Outcome): Job {
  const announced =
    holds(job, type) === undefined ? conditioned(plane, job, { type, status: 'True', reason, message }) : job
  if ((job.status?.active ?? 0) + (job.status?.terminating ?? 0) > 0) return announced
  const hasFailed = type === 'FailureTarget'
  if (hasFailed) report(plane.api, 'Job', job, 'Warning', reason, message)
  else report(plane.api, 'Job', job, 'Normal', 'Completed', 'Job completed')
  const end = conditioned(plane, announced, {
    type: hasFailed ? 'Failed' : 'Complete',
    status: 'True',
    reason,
    message,
  })
  return hasFailed ? end : { ...end, status: { ...end.status, completionTime: plane.clock.timestamp() } }
}
