import type { Container, ContainerResizePolicy } from '../../kubernetes/schema/types-1.36'
import { validateOneOf, validateRequiredOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

const POLICIES = ['Always', 'Never', 'OnFailure']
const ACTIONS = ['Restart', 'RestartAllContainers']
const OPERATORS = ['In', 'NotIn']
const MOST_RULES = 20
const MOST_EXIT_CODES = 255

/** Takes a container and its field; reports what is wrong with its own restart policy and rules (validateContainerRestartPolicy). */
export function validateRestartPolicy(container: Container, field: FieldPath, report: Report): void {
  const { restartPolicy, restartPolicyRules: rules = [] } = container
  const at = field.child('restartPolicyRules')
  if (restartPolicy !== undefined)
    validateOneOf(restartPolicy, POLICIES, field.child('restartPolicy'), report)
  else if (rules.length > 0)
    report.required(field.child('restartPolicy'), 'must specify restartPolicy when restart rules are used')
  if (rules.length > MOST_RULES) report.tooMany(at, rules.length, MOST_RULES)
  for (const [i, { action = '', exitCodes }] of rules.entries()) {
    const rule = at.index(i)
    validateOneOf(action, ACTIONS, rule.child('action'), report)
    if (exitCodes === undefined) report.required(rule.child('exitCodes'), 'must be specified')
    else {
      const { operator = '', values = [] } = exitCodes
      validateOneOf(operator, OPERATORS, rule.child('exitCodes', 'operator'), report)
      if (values.length > MOST_EXIT_CODES)
        report.tooMany(rule.child('exitCodes', 'values'), values.length, MOST_EXIT_CODES)
    }
  }
}

/** Takes resize policies, the pod's restart policy and their field; reports what is wrong with them (validateResizePolicy). */
export function validateResizePolicy(
  policies: readonly ContainerResizePolicy[],
  podRestartPolicy: string,
  field: FieldPath,
  report: Report,
): void {
  const names = new Set<string>()
  for (const [i, { resourceName = '', restartPolicy = '' }] of policies.entries()) {
    if (names.has(resourceName)) report.duplicate(field.index(i), resourceName)
    names.add(resourceName)
    const name = field.printedAs('', i, 'resourceName')
    const policy = field.printedAs('', i, 'restartPolicy')
    validateRequiredOneOf(resourceName, ['cpu', 'memory'], name, report)
    validateRequiredOneOf(restartPolicy, ['NotRequired', 'RestartContainer'], policy, report)
    if (podRestartPolicy === 'Never' && restartPolicy !== 'NotRequired')
      report.invalid(policy, restartPolicy, "must be 'NotRequired' when pod `restartPolicy` is 'Never'")
  }
}
