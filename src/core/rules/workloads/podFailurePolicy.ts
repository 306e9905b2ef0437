import { labelKey } from '../../kubernetes/names'
import type {
  JobSpec,
  PodFailurePolicy,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
  PodFailurePolicyRule,
} from '../../kubernetes/schema/types-1.36'
import { validateText, validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { quoted } from '../goText'
import type { Report } from '../report'

const MOST_RULES = 20
const MOST_CODES = 255
const MOST_PATTERNS = 20
const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore']
const OPERATORS = ['In', 'NotIn']
const STATUSES = ['False', 'True', 'Unknown']

/** Takes a Job's spec, its podFailurePolicy and the field; reports what is wrong with it (batch validatePodFailurePolicy). */
export function validatePodFailurePolicy(
  spec: JobSpec,
  policy: PodFailurePolicy,
  field: FieldPath,
  report: Report,
): void {
  const { rules = [] } = policy
  const at = field.child('rules')
  if (rules.length > MOST_RULES) report.tooMany(at, rules.length, MOST_RULES)
  const pod = spec.template?.spec
  const names = new Set(
    [...(pod?.containers ?? []), ...(pod?.initContainers ?? [])].map(({ name }) => name ?? ''),
  )
  for (const [i, rule] of rules.entries()) validateRule(spec, rule, names, at.index(i), report)
}

function validateRule(
  spec: JobSpec,
  rule: PodFailurePolicyRule,
  names: ReadonlySet<string>,
  field: FieldPath,
  report: Report,
): void {
  const { action = '', onExitCodes, onPodConditions = [] } = rule
  if (action === 'FailIndex') {
    if (spec.backoffLimitPerIndex === undefined)
      report.invalid(field.child('action'), action, 'requires the backoffLimitPerIndex to be set')
  } else oneOf(action, ACTIONS, field.child('action'), report)
  if (onExitCodes !== undefined) validateExitCodes(onExitCodes, names, field.child('onExitCodes'), report)
  validatePatterns(onPodConditions, field.child('onPodConditions'), report)
  if (onExitCodes !== undefined && onPodConditions.length > 0)
    report.invalidUnshown(field, 'specifying both OnExitCodes and OnPodConditions is not supported')
  if (onExitCodes === undefined && onPodConditions.length === 0)
    report.invalidUnshown(field, 'specifying one of OnExitCodes and OnPodConditions is required')
}

function oneOf(value: string, supported: readonly string[], field: FieldPath, report: Report): void {
  if (value === '') report.required(field, `valid values: [${supported.map(quoted).join(' ')}]`)
  else validateOneOf(value, supported, field, report)
}

function validatePatterns(
  patterns: readonly PodFailurePolicyOnPodConditionsPattern[],
  field: FieldPath,
  report: Report,
): void {
  if (patterns.length > MOST_PATTERNS) report.tooMany(field, patterns.length, MOST_PATTERNS)
  for (const [i, { type = '', status = '' }] of patterns.entries()) {
    validateText(type, labelKey, field.index(i).child('type'), report)
    oneOf(status, STATUSES, field.index(i).child('status'), report)
  }
}

function validateExitCodes(
  requirement: PodFailurePolicyOnExitCodesRequirement,
  names: ReadonlySet<string>,
  field: FieldPath,
  report: Report,
): void {
  const { operator = '', containerName, values = [] } = requirement
  const at = field.child('values')
  oneOf(operator, OPERATORS, field.child('operator'), report)
  if (containerName !== undefined && !names.has(containerName))
    report.invalid(
      field.child('containerName'),
      containerName,
      'must be one of the container or initContainer names in the pod template',
    )
  if (values.length === 0)
    report.invalid(at, requirement.values === undefined ? null : [], 'at least one value is required')
  else if (values.length > MOST_CODES) report.tooMany(at, values.length, MOST_CODES)
  for (const [i, value] of values.entries()) {
    if (operator === 'In' && value === 0)
      report.invalid(at.index(i), value, 'must not be 0 for the In operator')
    if (values.indexOf(value) < i) report.duplicate(at.index(i), value)
  }
  if (values.some((value, i) => i > 0 && (values[i - 1] ?? value) > value))
    report.invalid(at, [...values], 'must be ordered')
}
