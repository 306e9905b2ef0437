import { labelValue } from '../../kubernetes/names'
import type { Toleration } from '../../kubernetes/schema/types-1.36'
import { validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateLabelName } from '../metadata/labels'
import type { Report } from '../report'

/** In the order in which the server prints them. */
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

/** Operators that compare numbers; they need a feature gate that is off. */
const COMPARING = ['Lt', 'Gt']
const OPERATORS = ['Equal', 'Exists']

/** Takes what a pod tolerates, and the field; reports what is wrong with it (ValidateTolerations). */
export function validateTolerations(
  tolerations: readonly Toleration[],
  field: FieldPath,
  report: Report,
): void {
  for (const [i, toleration] of tolerations.entries()) {
    const { key = '', operator = '', value = '', effect = '', tolerationSeconds } = toleration
    const at = field.index(i)
    if (key !== '') validateLabelName(key, at.child('key'), report)
    else if (operator !== 'Exists')
      report.invalid(
        at.child('operator'),
        operator,
        'operator must be Exists when `key` is empty, which means "match all values and all keys"',
      )
    if (tolerationSeconds !== undefined && effect !== 'NoExecute')
      report.invalid(at.child('effect'), effect, "effect must be 'NoExecute' when `tolerationSeconds` is set")
    validateOperator(operator, value, at, report)
    if (effect !== '') validateOneOf(effect, EFFECTS, at.child('effect'), report)
  }
}

function validateOperator(operator: string, value: string, field: FieldPath, report: Report): void {
  const at = field.child('operator')
  const shownAtValue = field.printedAs('.operator', 'value')
  if (operator === '' || operator === 'Equal') {
    const fault = labelValue(value)
    if (fault !== null) report.invalid(shownAtValue, value, fault.replaceAll('; ', ';'))
  } else if (operator === 'Exists') {
    if (value !== '') report.invalid(shownAtValue, value, "value must be empty when `operator` is 'Exists'")
  } else if (COMPARING.includes(operator)) report.notSupported(at, operator, [...OPERATORS, ...COMPARING])
  else report.notSupported(at, operator, OPERATORS)
}
