import type { Json } from '../kubernetes/json'
import type { FieldPath } from './fieldPath'
import { goJson, quoted } from './goText'

/** The reasons for which the server rejects a field, and how its messages begin (apimachinery field.ErrorType). */
const WORDS = {
  FieldValueRequired: 'Required value',
  FieldValueInvalid: 'Invalid value',
  FieldValueNotSupported: 'Unsupported value',
  FieldValueDuplicate: 'Duplicate value',
  FieldValueForbidden: 'Forbidden',
  FieldValueTooLong: 'Too long',
  FieldValueTooMany: 'Too many',
  FieldValueNotFound: 'Not found',
} as const

/** The reason of a rejection as the server's answer carries it in `details.causes`. */
export type Reason = keyof typeof WORDS

/** What the server says against one field. */
export interface FieldError {
  readonly field: FieldPath
  readonly reason: Reason
  /** Without the field: `Invalid value: "x": must be …`. */
  readonly message: string
}

/** What the server says of an object it takes. */
export interface Warning {
  readonly field: FieldPath
  readonly message: string
}

/** Takes the field, the reason, and what there is to say of it; gives the error (field.Error's ErrorBody). */
function errorOf(field: FieldPath, reason: Reason, value: string | null, detail: string): FieldError {
  const parts = [WORDS[reason], value, detail].filter((part) => part !== null && part !== '')
  return { field, reason, message: parts.join(': ') }
}

/** Takes a value; gives it as an error prints it: texts by `%q`, all else as JSON. */
function printedValue(value: Json | undefined): string {
  return typeof value === 'string' ? quoted(value) : goJson(value)
}

/**
 * Collects what the server would say, in the order in which its source says it. The methods are the constructors of
 * k8s.io/apimachinery/pkg/util/validation/field.
 */
export class Report {
  readonly errors: FieldError[] = []
  readonly warnings: Warning[] = []

  /** Takes the field and the whole text of a warning as the server sends it. */
  warn(field: FieldPath, message: string): void {
    this.warnings.push({ field, message })
  }

  /** Takes the field and what there is to say of it: a warning that begins with the field, as most do. */
  warnAt(field: FieldPath, said: string): void {
    this.warn(field, `${String(field)}: ${said}`)
  }

  /** Takes the field and what to add; says that it has no value. */
  required(field: FieldPath, detail = ''): void {
    this.errors.push(errorOf(field, 'FieldValueRequired', null, detail))
  }

  /** Takes the field, its value and what is wrong with it; says that it is invalid. */
  invalid(field: FieldPath, value: Json | undefined, detail: string): void {
    this.errors.push(errorOf(field, 'FieldValueInvalid', printedValue(value), detail))
  }

  /** As `invalid`, without showing the value. */
  invalidUnshown(field: FieldPath, detail: string): void {
    this.errors.push(errorOf(field, 'FieldValueInvalid', null, detail))
  }

  /** Takes the field, its value and the values that would do, in the order to print them. */
  notSupported(field: FieldPath, value: Json | undefined, supported: readonly string[]): void {
    const detail = supported.length === 0 ? '' : `supported values: ${supported.map(quoted).join(', ')}`
    this.errors.push(errorOf(field, 'FieldValueNotSupported', printedValue(value), detail))
  }

  /** Takes the field and its value; says that another one has it. */
  duplicate(field: FieldPath, value: Json | undefined): void {
    this.errors.push(errorOf(field, 'FieldValueDuplicate', printedValue(value), ''))
  }

  /** Takes the field and why it may not be there. */
  forbidden(field: FieldPath, detail: string): void {
    this.errors.push(errorOf(field, 'FieldValueForbidden', null, detail))
  }

  /** Takes the field and the number of bytes that it may have. */
  tooLong(field: FieldPath, most: number): void {
    const detail = most === 1 ? 'may not be more than 1 byte' : `may not be more than ${most} bytes`
    this.errors.push(errorOf(field, 'FieldValueTooLong', null, detail))
  }

  /** Takes the field, the number of its items and how many there may be. */
  tooMany(field: FieldPath, count: number, most: number): void {
    const detail = `must have at most ${most} ${most === 1 ? 'item' : 'items'}`
    this.errors.push(errorOf(field, 'FieldValueTooMany', String(count), detail))
  }

  /** Takes the field, a value that names what is not there, and what to add. */
  notFound(field: FieldPath, value: Json | undefined, detail = ''): void {
    this.errors.push(errorOf(field, 'FieldValueNotFound', printedValue(value), detail))
  }
}
