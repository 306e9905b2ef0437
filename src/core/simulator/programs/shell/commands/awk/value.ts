import { general } from '../printf'

/** Text from outside that looks like a number: it is compared as one with numbers. */
export class NumericText {
  constructor(
    readonly text: string,
    readonly number: number,
  ) {}
}

/** A value of awk: a number, text, or both (POSIX, awk, Expressions). */
export type AwkValue = number | string | NumericText

/** What a variable is that nobody has set. */
export const UNSET: AwkValue = new NumericText('', 0)

const NUMERIC = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/
const PREFIX = /^\s*[-+]?(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)/

/** Takes text that was read: a field, a line, an argument; gives its value. */
export function inputValue(text: string): AwkValue {
  return NUMERIC.test(text) ? new NumericText(text, Number(text)) : text
}

/** Takes a value; gives its number: of text the one that it begins with, else 0. */
export function numberOf(value: AwkValue): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return Number(PREFIX.exec(value)?.[0] ?? 0)
  return value.number
}

/** Takes a value and the format for numbers that are not whole (CONVFMT, OFMT); gives its text. */
export function textOf(value: AwkValue, format = '%.6g'): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'number') return value.text
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return String(value === 0 ? 0 : value)
  return general(value, Number(/^%\.(\d+)g$/.exec(format)?.[1] ?? 6))
}

/** Takes a value; says whether it holds. */
export function isTrue(value: AwkValue): boolean {
  return typeof value === 'string' ? value !== '' : numberOf(value) !== 0
}

/** Takes two values; gives less than 0, 0 or more than 0: as numbers where both are or look like one, else as text. */
export function compared(left: AwkValue, right: AwkValue): number {
  if (typeof left !== 'string' && typeof right !== 'string') return numberOf(left) - numberOf(right)
  const [a, b] = [textOf(left), textOf(right)]
  return a < b ? -1 : Number(a > b)
}
