import { labelKey, labelValue, saidOf } from '../../kubernetes/names'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

type Texts = Readonly<Record<string, string>>

/** The most that keys and values of annotations may have together, in bytes (TotalAnnotationSizeLimitB). */
const ANNOTATIONS_LIMIT = 262_144

/** Takes a label's key and its field; reports what is wrong with it (meta/v1/validation ValidateLabelName). */
export function validateLabelName(key: string, field: FieldPath, report: Report): void {
  for (const message of saidOf(labelKey, key)) report.invalid(field, key, message)
}

/** Takes labels and their field; reports what is wrong with keys and values (meta/v1/validation ValidateLabels). */
export function validateLabels(labels: Texts | undefined, field: FieldPath, report: Report): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    validateLabelName(key, field, report)
    for (const message of saidOf(labelValue, value)) report.invalid(field, value, message)
  }
}

/** Takes annotations and their field; reports what is wrong with keys and with their size (api/validation ValidateAnnotations). */
export function validateAnnotations(annotations: Texts | undefined, field: FieldPath, report: Report): void {
  let size = 0
  for (const [key, value] of Object.entries(annotations ?? {})) {
    for (const message of saidOf(labelKey, key.toLowerCase())) report.invalid(field, key, message)
    size += new TextEncoder().encode(key + value).length
  }
  if (size > ANNOTATIONS_LIMIT) report.tooLong(field, ANNOTATIONS_LIMIT)
}
