import type { FieldPath } from './fieldPath'
import type { Report } from './report'

/** Takes a number, or nothing, and its field; reports one below zero (core ValidateNonnegativeField). */
export function validateNonnegative(value: number | undefined, field: FieldPath, report: Report): void {
  if (value !== undefined && value < 0) report.invalid(field, value, 'must be greater than or equal to 0')
}
