import { dns1123Subdomain } from '../../kubernetes/names'
import type { JobSpec } from '../../kubernetes/schema/types-1.36'
import { validateText, validateOneOf, validateNonnegative } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validatePodTemplate } from '../pod/validatePodTemplate'
import type { Report } from '../report'
import { warnOfPodTemplate } from '../warnings/podWarnings'
import { validatePodFailurePolicy } from './podFailurePolicy'
import { printedSuccessPolicy, validateSuccessPolicy } from './successPolicy'

/*
 * What Jobs and the templates of CronJobs have in common: pkg/apis/batch/validation/validation.go.
 */

const MOST_INDEXED = 100_000
const MANY_COMPLETIONS = 100_000
const MOST_WITH_MANY = 10_000
const MANAGED_BY_LIMIT = 63
const COMPLETION_MODES = ['NonIndexed', 'Indexed']
const REPLACEMENT_POLICIES = ['Failed', 'TerminatingOrFailed']
const COUNTS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
] as const satisfies readonly (keyof JobSpec)[]

/** Takes a Job's spec and its field; reports what is wrong with it, but for its selector (validateJobSpec). */
export function validateJobFields(spec: JobSpec, field: FieldPath, report: Report): void {
  for (const name of COUNTS) validateNonnegative(spec[name], field.child(name), report)
  if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined)
    report.required(field.child('backoffLimitPerIndex'), 'when maxFailedIndexes is specified')
  validateManagedBy(spec.managedBy, field.child('managedBy'), report)
  const mode = spec.completionMode ?? 'NonIndexed'
  validateOneOf(mode, COMPLETION_MODES, field.child('completionMode'), report)
  if (mode === 'Indexed') validateIndexed(spec, field, report)
  if (mode === 'NonIndexed') validateNonIndexed(spec, field, report)
  if (spec.podFailurePolicy !== undefined)
    validatePodFailurePolicy(spec, spec.podFailurePolicy, field.child('podFailurePolicy'), report)
  if (spec.successPolicy !== undefined) {
    const at = field.child('successPolicy')
    if (mode === 'Indexed') validateSuccessPolicy(spec.successPolicy, spec.completions ?? 0, at, report)
    else report.invalid(at, printedSuccessPolicy(spec.successPolicy), 'requires indexed completion mode')
  }
  validateReplacementPolicy(spec, field.child('podReplacementPolicy'), report)
  validatePodTemplate(spec.template, field.child('template'), report)
  validateRestartPolicy(spec, field.child('template', 'spec', 'restartPolicy'), report)
}

/** Takes a Job's spec and its field; warns as the server does (pkg/api/job/warnings.go). */
export function warnOfJobSpec(spec: JobSpec, field: FieldPath, report: Report): void {
  const { completionMode, completions = 0, parallelism = 0 } = spec
  if (completionMode === 'Indexed' && completions > MANY_COMPLETIONS && parallelism > MOST_WITH_MANY)
    report.warnAt(
      field,
      'In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, Kubernetes might not be able to track completions when a big number of indexes fail',
    )
  warnOfPodTemplate(spec.template, field.child('template'), report)
}

const PATH = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/

/** apimachinery IsDomainPrefixedPath, and the limit of the field. */
function validateManagedBy(managedBy: string | undefined, field: FieldPath, report: Report): void {
  if (managedBy === undefined) return
  const slash = managedBy.indexOf('/')
  const host = managedBy.slice(0, Math.max(slash, 0))
  const path = managedBy.slice(slash + 1)
  if (managedBy === '') report.required(field)
  else if (host === '' || path === '')
    report.invalid(field, managedBy, 'must be a domain-prefixed path (such as "acme.io/foo")')
  else {
    validateText(host, dns1123Subdomain, field, report)
    if (!PATH.test(path))
      report.invalid(
        field,
        path,
        String.raw`Invalid path (regex used for validation is '[A-Za-z0-9/\-._~%!$&'()*+,;=:]+')`,
      )
  }
  if (managedBy.length > MANAGED_BY_LIMIT) report.tooLong(field, MANAGED_BY_LIMIT)
}

function validateIndexed(spec: JobSpec, field: FieldPath, report: Report): void {
  const { completions, parallelism = 0, maxFailedIndexes, backoffLimitPerIndex } = spec
  const failed = field.child('maxFailedIndexes')
  const parallel = field.child('parallelism')
  if (completions === undefined)
    report.required(field.child('completions'), 'when completion mode is Indexed')
  if (parallelism > MOST_INDEXED)
    report.invalid(
      parallel,
      parallelism,
      `must be less than or equal to ${MOST_INDEXED} when completion mode is Indexed`,
    )
  if (completions !== undefined && maxFailedIndexes !== undefined && maxFailedIndexes > completions)
    report.invalid(failed, maxFailedIndexes, 'must be less than or equal to completions')
  if (maxFailedIndexes !== undefined && maxFailedIndexes > MOST_INDEXED)
    report.invalid(failed, maxFailedIndexes, `must be less than or equal to ${MOST_INDEXED}`)
  if ((completions ?? 0) <= MANY_COMPLETIONS || backoffLimitPerIndex === undefined) return
  const said = `must be less than or equal to ${MOST_WITH_MANY} when completions are above ${MANY_COMPLETIONS} and used with backoff limit per index`
  if (maxFailedIndexes === undefined)
    report.required(failed, `must be specified when completions is above ${MANY_COMPLETIONS}`)
  if (parallelism > MOST_WITH_MANY) report.invalid(parallel, parallelism, said)
  if (maxFailedIndexes !== undefined && maxFailedIndexes > MOST_WITH_MANY)
    report.invalid(failed, maxFailedIndexes, said)
}

function validateNonIndexed(spec: JobSpec, field: FieldPath, report: Report): void {
  for (const name of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const)
    if (spec[name] !== undefined)
      report.invalid(field.child(name), spec[name], 'requires indexed completion mode')
}

function validateReplacementPolicy(spec: JobSpec, field: FieldPath, report: Report): void {
  const { podReplacementPolicy: policy, podFailurePolicy } = spec
  const supported = podFailurePolicy === undefined ? REPLACEMENT_POLICIES : ['Failed']
  if (policy !== undefined && !supported.includes(policy)) report.notSupported(field, policy, supported)
}

function validateRestartPolicy(spec: JobSpec, field: FieldPath, report: Report): void {
  const policy = spec.template?.spec?.restartPolicy ?? ''
  if (policy === '' || policy === 'Always') report.required(field, 'valid values: "OnFailure", "Never"')
  else if (policy !== 'OnFailure' && policy !== 'Never')
    report.notSupported(field, policy, ['OnFailure', 'Never'])
  else if (spec.podFailurePolicy !== undefined && policy !== 'Never')
    report.invalid(field, policy, 'only "Never" is supported when podFailurePolicy is specified')
}
