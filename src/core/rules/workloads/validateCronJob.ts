import { dns1123Subdomain } from '../../kubernetes/names'
import type { CronJob, CronJobSpec, JobTemplateSpec } from '../../kubernetes/schema/types-1.36'
import { validateOneOf, validateNonnegative } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { nameOf, validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'
import { warnOfName } from '../warnings/podWarnings'
import { cronFault } from './cronSchedule'
import { printedSelector } from './selector'
import { isTimeZone } from './timeZones'
import { validateJobFields, warnOfJobSpec } from './validateJobSpec'

/** A Job's name may have 63 letters, and each gets 11 behind that of its CronJob. */
const MOST_LETTERS = 52

const CONCURRENCY_POLICIES = ['Allow', 'Forbid', 'Replace']

/** Takes a CronJob with its defaults, and the path of its root; reports what is wrong with it (batch ValidateCronJobCreate). */
export function validateCronJob(cronJob: CronJob, root: FieldPath, report: Report): void {
  const { metadata = {}, spec = {} } = cronJob
  const name = nameOf(metadata)
  validateObjectMeta(metadata, dns1123Subdomain, root.child('metadata'), report)
  validateCronJobSpec(spec, root.child('spec'), report)
  if (name.length > MOST_LETTERS)
    report.invalid(root.child('metadata', 'name'), name, `must be no more than ${MOST_LETTERS} characters`)
}

/** Takes a CronJob with its defaults, and the path of its root; warns as the server does. */
export function warnOfCronJob(cronJob: CronJob, root: FieldPath, report: Report): void {
  warnOfName(cronJob.metadata, 'Pod names and hostnames', root, report)
  warnOfJobSpec(cronJob.spec?.jobTemplate?.spec ?? {}, root.child('spec', 'jobTemplate', 'spec'), report)
}

function validateCronJobSpec(spec: CronJobSpec, field: FieldPath, report: Report): void {
  validateSchedule(spec.schedule ?? '', field.child('schedule'), report)
  validateNonnegative(spec.startingDeadlineSeconds, field.child('startingDeadlineSeconds'), report)
  validateConcurrencyPolicy(spec.concurrencyPolicy ?? '', field.child('concurrencyPolicy'), report)
  validateJobTemplate(spec.jobTemplate ?? {}, field.child('jobTemplate'), report)
  validateNonnegative(spec.successfulJobsHistoryLimit, field.child('successfulJobsHistoryLimit'), report)
  validateNonnegative(spec.failedJobsHistoryLimit, field.child('failedJobsHistoryLimit'), report)
  validateTimeZone(spec.timeZone, field.child('timeZone'), report)
}

function validateSchedule(schedule: string, field: FieldPath, report: Report): void {
  if (schedule === '') {
    report.required(field)
    return
  }
  const fault = cronFault(schedule)
  if (fault !== null) report.invalid(field, schedule, fault)
  if (schedule.includes('TZ'))
    report.invalid(field, schedule, 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead')
}

function validateConcurrencyPolicy(policy: string, field: FieldPath, report: Report): void {
  if (policy === '') report.required(field)
  else validateOneOf(policy, CONCURRENCY_POLICIES, field, report)
}

/** A Job's own selector and template labels are made only when the CronJob makes the Job. */
function validateJobTemplate(template: JobTemplateSpec, field: FieldPath, report: Report): void {
  const { spec = {} } = template
  validateJobFields(spec, field.child('spec'), report)
  if (spec.selector !== undefined)
    report.invalid(
      field.child('spec', 'selector'),
      printedSelector(spec.selector),
      '`selector` will be auto-generated',
    )
  if (spec.manualSelector === true)
    report.notSupported(field.child('spec', 'manualSelector'), true, ['nil', 'false'])
}

const ZONE_PART = /^[A-Za-z.\-_0-9+]{1,14}$/

function validateTimeZone(zone: string | undefined, field: FieldPath, report: Report): void {
  if (zone === undefined) return
  if (zone === '') {
    report.invalid(field, zone, 'timeZone must be nil or non-empty string')
    return
  }
  const parts = zone.split('/')
  if (parts.some((part) => part === '.' || part === '..' || part.startsWith('-') || !ZONE_PART.test(part))) {
    report.invalid(field, zone, `unknown time zone ${zone}`)
    return
  }
  if (zone.toLowerCase() === 'local')
    report.invalid(
      field,
      zone,
      'timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones',
    )
  if (zone !== 'Local' && !isTimeZone(zone)) report.invalid(field, zone, `unknown time zone ${zone}`)
}
