import { pathSegment } from '../../kubernetes/names'
import type { CrossVersionObjectReference } from '../../kubernetes/schema/types-1.36'
import { validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

/** Takes a reference, whether it may be to a kind of the core group, and its field; reports what is wrong with it (ValidateCrossVersionObjectReference). */
export function validateReference(
  reference: CrossVersionObjectReference,
  mayBeCore: boolean,
  field: FieldPath,
  report: Report,
): void {
  const { apiVersion = '' } = reference
  for (const name of ['kind', 'name'] as const) {
    const text = reference[name] ?? ''
    if (text === '') report.required(field.child(name))
    validateText(text, pathSegment, field.child(name), report)
  }
  const parts = apiVersion.split('/')
  if (parts.length > 2)
    report.invalid(field.child('apiVersion'), apiVersion, `unexpected GroupVersion string: ${apiVersion}`)
  else if (!mayBeCore && (parts.length < 2 || parts[0] === ''))
    report.invalid(field.child('apiVersion'), apiVersion, 'apiVersion must specify API group')
}
