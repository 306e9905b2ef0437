import { admitJob } from '../../api/admitJob'
import { deleteObject } from '../../api/deletion'
import type { CronJobStatus, ObjectsByKind } from '../../api/objects'
import { reporter } from '../../api/report'
import { save } from '../../api/save'
import type { Controller, ControlPlane } from '../controlPlane'
import { instant } from '../instant'
import { finished, type Job } from '../job/job'
import { controllerReference, isControlledBy, isTerminating } from '../ownership'
import { runAfter } from './schedule'

type CronJob = ObjectsByKind['CronJob']

const report = reporter('cronjob-controller')

/** Makes a Job whenever the schedule says so (pkg/controller/cronjob/cronjob_controllerv2.go). */
export const cronJobController: Controller = {
  name: 'cronjob',
  watches: new Set(['CronJob', 'Job']),
  reconcile: (plane) => {
    for (const cronJob of plane.api.list('CronJob')) if (!isTerminating(cronJob)) sync(plane, cronJob)
  },
}

function sync(plane: ControlPlane, cronJob: CronJob): void {
  const jobs = plane.api
    .list('Job', cronJob.metadata?.namespace)
    .filter((job) => isControlledBy(job, cronJob))
  cleanUp(plane, cronJob, jobs)
  const seen = { ...cronJob, status: seenStatus(plane, cronJob, jobs) }
  save(plane.api, 'CronJob', cronJob.spec?.suspend === true ? seen : started(plane, seen))
}

/** cleanupFinishedJobs */
function cleanUp(plane: ControlPlane, cronJob: CronJob, jobs: readonly Job[]): void {
  const { successfulJobsHistoryLimit, failedJobsHistoryLimit } = cronJob.spec ?? {}
  const limits = { Complete: successfulJobsHistoryLimit ?? 3, Failed: failedJobsHistoryLimit ?? 1 }
  for (const [type, limit] of Object.entries(limits)) {
    const done = jobs
      .filter((job) => finished(job)?.type === type)
      .toSorted((a, b) => ((a.status?.startTime ?? '') < (b.status?.startTime ?? '') ? -1 : 1))
    for (const job of done.slice(0, Math.max(0, done.length - limit)))
      remove(plane, cronJob, job.metadata?.name)
  }
}

function remove(plane: ControlPlane, cronJob: CronJob, name = ''): void {
  if (deleteObject(plane, 'Job', cronJob.metadata?.namespace ?? '', name))
    report(plane.api, 'CronJob', cronJob, 'Normal', 'SuccessfulDelete', `Deleted job ${name}`)
}

/** What came of the Jobs that were active. */
function seenStatus({ api }: ControlPlane, cronJob: CronJob, jobs: readonly Job[]): CronJobStatus {
  const { status = {} } = cronJob
  let { lastSuccessfulTime } = status
  const active = (status.active ?? []).filter(({ name }) => {
    const job = jobs.find(({ metadata }) => metadata?.name === name)
    const end = job === undefined ? undefined : finished(job)
    if (job !== undefined && end === undefined) return true
    if (end?.type === 'Complete') lastSuccessfulTime = job?.status?.completionTime
    if (end === undefined)
      report(api, 'CronJob', cronJob, 'Normal', 'MissingJob', `Active job went missing: ${name}`)
    else {
      const message = `Saw completed job: ${name}, condition: ${end.type}`
      report(api, 'CronJob', cronJob, 'Normal', 'SawCompletedJob', message)
    }
    return false
  })
  return { ...status, active, ...(lastSuccessfulTime === undefined ? {} : { lastSuccessfulTime }) }
}

/** syncCronJob from where the schedule is read: gives the CronJob as it is after a run that is due, if one is. */
function started(plane: ControlPlane, cronJob: CronJob): CronJob {
  const { clock, api } = plane
  const { spec, status } = cronJob
  const { run, isFirstOfMany } = dueRun(plane, cronJob)
  if (run === null) return cronJob
  if (isFirstOfMany) {
    const message =
      'too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew'
    report(api, 'CronJob', cronJob, 'Warning', 'TooManyMissedTimes', message)
  }
  const deadline = spec?.startingDeadlineSeconds
  if (deadline !== undefined && run + deadline * 1000 < clock.epoch + clock.now) {
    const time = new Date(run).toUTCString().replace('GMT', '+0000')
    report(
      api,
      'CronJob',
      cronJob,
      'Warning',
      'MissSchedule',
      `Missed scheduled time to start a job: ${time}`,
    )
    return cronJob
  }
  const active = status?.active ?? []
  if (spec?.concurrencyPolicy === 'Forbid' && active.length > 0) {
    const message = 'Not starting job because prior execution is running and concurrency policy is Forbid'
    report(api, 'CronJob', cronJob, 'Normal', 'JobAlreadyActive', message)
    return cronJob
  }
  const isReplaced = spec?.concurrencyPolicy === 'Replace'
  if (isReplaced) for (const { name } of active) remove(plane, cronJob, name)
  const { name = '', namespace = '' } = jobOf(plane, cronJob, run).metadata ?? {}
  return {
    ...cronJob,
    status: {
      ...status,
      active: [...(isReplaced ? [] : active), { kind: 'Job', name, namespace }],
      lastScheduleTime: clock.timestamp(run - clock.epoch),
    },
  }
}

/** So many runs may be missed before it is said that there are many. */
const MANY = 100

/** mostRecentScheduleTime: the last run that is due; the controller looks again at the one after it. */
function dueRun(
  { clock, wakeAt }: ControlPlane,
  { metadata, spec, status }: CronJob,
): { readonly run: number | null; readonly isFirstOfMany: boolean } {
  const now = clock.epoch + clock.now
  const since = instant(clock, status?.lastScheduleTime) ?? instant(clock, metadata?.creationTimestamp) ?? 0
  const earliest = Math.max(
    clock.epoch + since,
    spec?.startingDeadlineSeconds === undefined ? -Infinity : now - spec.startingDeadlineSeconds * 1000,
  )
  const { schedule = '', timeZone = '' } = spec ?? {}
  let run: number | null = null
  let missed = 0
  for (let after = earliest; ;) {
    const next = runAfter(schedule, timeZone, after)
    if (next === null) break
    if (next > now) {
      wakeAt(next - clock.epoch)
      break
    }
    missed += 1
    run = next
    after = next
  }
  return { run, isFirstOfMany: missed > MANY }
}

/** Makes the Job of a run, where it is not there yet: its name is the run's time in minutes (getJobName). */
function jobOf({ api, clock }: ControlPlane, cronJob: CronJob, run: number): Job {
  const { name: owner = '', namespace = 'default' } = cronJob.metadata ?? {}
  const { metadata, spec } = cronJob.spec?.jobTemplate ?? {}
  const name = `${owner}-${Math.floor(run / 60_000)}`
  const present = api.get('Job', namespace, name)
  if (present !== undefined) return present
  const scheduled = { 'batch.kubernetes.io/cronjob-scheduled-timestamp': clock.timestamp(run - clock.epoch) }
  const made = api.put(
    'Job',
    admitJob({
      metadata: {
        ...(metadata?.labels === undefined ? {} : { labels: metadata.labels }),
        annotations: { ...metadata?.annotations, ...scheduled },
        name,
        namespace,
        ownerReferences: [controllerReference('CronJob', cronJob)],
      },
      spec,
    }),
  )
  report(api, 'CronJob', cronJob, 'Normal', 'SuccessfulCreate', `Created job ${name}`)
  return made
}
