import type { Json } from '../../kubernetes/json'
import type { IntOrString } from '../../kubernetes/schema/types-1.36'
import { validateNonnegative } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

/*
 * Numbers that may be percentages: pkg/apis/apps/validation/validation.go.
 */

const PERCENT = /^[0-9]+%$/

/** Takes such a number, or nothing, and its field; reports what is neither a count nor a percentage (ValidatePositiveIntOrPercent). */
export function validateIntOrPercent(value: IntOrString | undefined, field: FieldPath, report: Report): void {
  if (typeof value === 'string') {
    if (!PERCENT.test(value))
      report.invalid(
        field,
        value,
        "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
      )
  } else validateNonnegative(value, field, report)
}

/** Takes such a number, or nothing, and its field; reports a percentage above 100 (IsNotMoreThan100Percent). */
export function validateAtMost100Percent(
  value: IntOrString | undefined,
  field: FieldPath,
  report: Report,
): void {
  if (typeof value === 'string' && amountOf(value) > 100)
    report.invalid(field, value, 'must not be greater than 100%')
}

/** Takes such a number, or nothing; gives the count or the percentage, 0 where it is neither (getIntOrPercentValue). */
export function amountOf(value: IntOrString | undefined): number {
  if (typeof value !== 'string') return value ?? 0
  return PERCENT.test(value) ? Number.parseInt(value, 10) : 0
}

/** The rolling update of a Deployment or a DaemonSet. */
interface RollingUpdate {
  readonly maxUnavailable?: IntOrString
  readonly maxSurge?: IntOrString
}

/** Takes a rolling update, or nothing; gives it as Go prints the struct: what is not written is 0 there. */
export function printedRollingUpdate(update: RollingUpdate | undefined): Json {
  if (update === undefined) return null
  return { MaxUnavailable: update.maxUnavailable ?? 0, MaxSurge: update.maxSurge ?? 0 }
}
