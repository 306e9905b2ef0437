import { dns1123Subdomain, labelValue } from '../../kubernetes/names'
import type {
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
} from '../../kubernetes/schema/types-1.36'
import { validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateLabelName } from '../metadata/labels'
import type { Report } from '../report'

/** Takes the choice of nodes a pod insists on, and its field; reports what is wrong with it (ValidateNodeSelector). */
export function validateNodeSelector(selector: NodeSelector, field: FieldPath, report: Report): void {
  const { nodeSelectorTerms: terms = [] } = selector
  const at = field.child('nodeSelectorTerms')
  if (terms.length === 0) report.required(at, 'must have at least one node selector term')
  for (const [i, term] of terms.entries()) validateNodeSelectorTerm(term, true, at.index(i), report)
}

/** Takes a term, whether the values must be right too, and its field; reports what is wrong with it (ValidateNodeSelectorTerm). */
export function validateNodeSelectorTerm(
  { matchExpressions = [], matchFields = [] }: NodeSelectorTerm,
  areValuesChecked: boolean,
  field: FieldPath,
  report: Report,
): void {
  for (const [i, requirement] of matchExpressions.entries()) {
    const at = field.child('matchExpressions').index(i)
    validateRequirement(requirement, at, report)
    if (areValuesChecked)
      for (const [j, value] of (requirement.values ?? []).entries())
        validateText(value, labelValue, at.child('values').index(j), report)
  }
  for (const [i, requirement] of matchFields.entries())
    validateFieldRequirement(requirement, field.child('matchFields').index(i), report)
}

function validateRequirement(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  field: FieldPath,
  report: Report,
): void {
  const at = field.child('values')
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0) report.required(at, "must be specified when `operator` is 'In' or 'NotIn'")
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0)
      report.forbidden(at, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
  } else if (operator === 'Gt' || operator === 'Lt') {
    if (values.length !== 1)
      report.required(at, "must be specified single value when `operator` is 'Lt' or 'Gt'")
  } else report.invalid(field.child('operator'), operator, 'not a valid selector operator')
  validateLabelName(key, field.child('key'), report)
}

/** The only field of a node that can be asked for is its name (ValidateNodeFieldSelectorRequirement). */
function validateFieldRequirement(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  field: FieldPath,
  report: Report,
): void {
  if (operator !== 'In' && operator !== 'NotIn')
    report.invalid(field.child('operator'), operator, 'not a valid selector operator')
  else if (values.length !== 1)
    report.required(
      field.child('values'),
      "must be only one value when `operator` is 'In' or 'NotIn' for node field selector",
    )
  if (key !== 'metadata.name') report.invalid(field.child('key'), key, 'not a valid field selector key')
  else
    for (const [i, value] of values.entries())
      validateText(value, dns1123Subdomain, field.child('values').index(i), report)
}
