import { labelValue, saidOf } from '../../kubernetes/names'
import type { LabelSelector, LabelSelectorRequirement } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import { validateLabelName, validateLabels } from './labels'

/** Takes a selector, or nothing, and its field; reports what is wrong with it (meta/v1/validation ValidateLabelSelector). */
export function validateLabelSelector(
  selector: LabelSelector | undefined,
  field: FieldPath,
  report: Report,
): void {
  validateLabels(selector?.matchLabels, field.child('matchLabels'), report)
  for (const [i, requirement] of (selector?.matchExpressions ?? []).entries())
    validateRequirement(requirement, field.child('matchExpressions').index(i), report)
}

function validateRequirement(requirement: LabelSelectorRequirement, field: FieldPath, report: Report): void {
  const { key = '', operator = '', values = [] } = requirement
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0)
      report.required(field.child('values'), "must be specified when `operator` is 'In' or 'NotIn'")
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0)
      report.forbidden(
        field.child('values'),
        "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
      )
  } else report.invalid(field.child('operator'), operator, 'not a valid selector operator')
  validateLabelName(key, field.child('key'), report)
  for (const [i, value] of values.entries())
    for (const message of saidOf(labelValue, value))
      report.invalid(field.child('values').index(i), value, message)
}
