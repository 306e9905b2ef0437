import type { LabelSelector } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { validateLabelName } from '../metadata/labels'
import type { Report } from '../report'

/** Takes keys of the pod's own labels that narrow a selector, the selector, and their field; reports what is wrong with them (validateLabelKeys). */
export function validateMatchLabelKeys(
  keys: readonly string[],
  selector: LabelSelector | undefined,
  field: FieldPath,
  report: Report,
): void {
  if (keys.length === 0) return
  if (selector === undefined)
    return report.forbidden(field, 'must not be specified when labelSelector is not set')
  for (const [i, key] of keys.entries()) validateLabelName(key, field.index(i), report)
}
