import { saidOf, type Check } from '../kubernetes/names'
import type { FieldPath } from './fieldPath'
import type { Report } from './report'

/*
 * Checks of one value that many families share, after pkg/apis/core/validation/validation.go and apimachinery's
 * util/validation of Kubernetes 1.36.
 */

/** The highest number of a 32-bit field. */
export const MOST = 2_147_483_647

/** Takes a text, what is checked of it and its field; reports each thing the check says. */
export function validateText(text: string, check: Check, field: FieldPath, report: Report): void {
  for (const message of saidOf(check, text)) report.invalid(field, text, message)
}

/** As `validateText`, but says of the empty text that it is missing. */
export function validateRequiredText(text: string, check: Check, field: FieldPath, report: Report): void {
  if (text === '') report.required(field)
  else validateText(text, check, field, report)
}

/** Takes a number, or nothing, and its field; reports it where it is below zero (ValidateNonnegativeField). */
export function validateNonnegative(number: number | undefined, field: FieldPath, report: Report): void {
  if (number !== undefined && number < 0) report.invalid(field, number, 'must be greater than or equal to 0')
}

/** Takes a number, or nothing, its bounds and its field; reports it where it is out of them (InclusiveRangeError). */
export function validateRange(
  number: number | undefined,
  low: number,
  high: number,
  field: FieldPath,
  report: Report,
): void {
  if (number !== undefined && (number < low || number > high))
    report.invalid(field, number, `must be between ${low} and ${high}, inclusive`)
}

/** Takes a port's number and its field; reports it where it is none (IsValidPortNum). */
export function validatePortNumber(port: number, field: FieldPath, report: Report): void {
  validateRange(port, 1, 65_535, field, report)
}

/** Takes a user's or group's number and its field; reports it where it is none (IsValidUserID). */
export function validateId(id: number | undefined, field: FieldPath, report: Report): void {
  validateRange(id, 0, MOST, field, report)
}

/** Takes permission bits, or nothing, and their field; reports them where they are none. */
export function validateFileMode(mode: number | undefined, field: FieldPath, report: Report): void {
  if (mode !== undefined && (mode < 0 || mode > 0o777))
    report.invalid(field, mode, 'must be a number between 0 and 0777 (octal), both inclusive')
}

/** Takes a value, the values that would do in the order to print them, and the field; reports it where it is another. */
export function validateOneOf(
  value: string,
  supported: readonly string[],
  field: FieldPath,
  report: Report,
): void {
  if (!supported.includes(value)) report.notSupported(field, value, supported)
}

/** As `validateOneOf`, but says of the empty text that it is missing. */
export function validateRequiredOneOf(
  value: string,
  supported: readonly string[],
  field: FieldPath,
  report: Report,
): void {
  if (value === '') report.required(field)
  else validateOneOf(value, supported, field, report)
}

/** Takes a path and its field; reports steps back in it (validatePathNoBacksteps). */
export function validateNoBacksteps(path: string, field: FieldPath, report: Report): void {
  if (hasBacksteps(path)) report.invalid(field, path, "must not contain '..'")
}

/** Takes a path; says whether it steps back. */
export function hasBacksteps(path: string): boolean {
  return path.split('/').includes('..')
}

/** Takes a path below a volume and its field; reports it where it leads out of it (validateLocalDescendingPath). */
export function validateDescendingPath(path: string, field: FieldPath, report: Report): void {
  if (path.startsWith('/')) report.invalid(field, path, 'must be a relative path')
  validateNoBacksteps(path, field, report)
}

/** As `validateDescendingPath`, but also without the names the kubelet keeps for itself (ValidateLocalNonReservedPath). */
export function validateFilePath(path: string, field: FieldPath, report: Report): void {
  validateDescendingPath(path, field, report)
  if (path.startsWith('..') && !hasBacksteps(path)) report.invalid(field, path, "must not start with '..'")
}
