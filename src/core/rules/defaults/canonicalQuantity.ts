import { quantity } from '../../kubernetes/quantity'

/*
 * How the server writes amounts: the shortest form without a fraction, after CanonicalizeBytes of
 * k8s.io/apimachinery/pkg/api/resource. Amounts are whole numbers of nanos here: nothing finer is kept.
 */

const NANOS = 1_000_000_000n
/** The largest amount: 2⁶³ - 1 units. */
const MOST = (2n ** 63n - 1n) * NANOS

const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E']
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']

/** Amounts that stand as the server would write them: by far the most. */
const SHORT = /^[1-9]\d{0,2}(?:m|k|M|G|Ki|Mi|Gi|Ti)?$/

/** Takes an amount as written (any that `quantity` of core/kubernetes can read); gives it in nanos, rounded away from zero, and no more than the server can hold. */
export function nanosOf(value: string | number): bigint {
  const match = /^([+-]?)(\d*)\.?(\d*)([a-zA-Z]*)([-+]?\d*)$/.exec(String(value))
  if (match === null) return 0n
  const [, sign = '', whole = '', fraction = '', letters = '', power = ''] = match
  const digits = BigInt(`0${whole}${fraction}`)
  const binary = letters === '' ? -1 : BINARY.indexOf(letters)
  const exponent = 9 - fraction.length + (binary >= 0 ? 0 : decimalExponent(letters, power))
  const scaled = digits * (binary >= 0 ? 1024n ** BigInt(binary) : 1n)
  const nanos = exponent >= 0 ? scaled * 10n ** BigInt(exponent) : roundedUp(scaled, 10n ** BigInt(-exponent))
  const capped = nanos > MOST ? MOST : nanos
  return sign === '-' ? -capped : capped
}

/** `E` alone is a suffix (exa), with digits behind it a power of ten. */
function decimalExponent(letters: string, power: string): number {
  if (power !== '') return Number(power)
  return (DECIMAL.indexOf(letters) - 3) * 3
}

function roundedUp(amount: bigint, by: bigint): bigint {
  return amount < 0n ? -roundedUp(-amount, by) : (amount + by - 1n) / by
}

/** Takes an amount as written, and the finest step that is kept, in nanos; gives it as the server stores it. What is no amount stays. */
export function canonicalQuantity(value: string | number, step = 1n): string {
  const text = String(value)
  if (SHORT.test(text)) return text
  if (quantity(text) !== null) return text
  const nanos = roundedUp(nanosOf(text), step) * step
  if (nanos === 0n) return '0'
  const suffix = /[a-zA-Z]*/.exec(text.replace(/^[-+.\d]*/, ''))?.[0] ?? ''
  const isBinary = suffix.endsWith('i')
  const small = nanos < 1024n * NANOS && nanos > -1024n * NANOS
  if (isBinary && !small && nanos % NANOS === 0n) return written(nanos / NANOS, 1024n, BINARY)
  return /[eE][-+]?\d/.test(text) ? exponential(nanos) : written(nanos, 1000n, DECIMAL)
}

function written(amount: bigint, base: bigint, suffixes: readonly string[]): string {
  let mantissa = amount
  let power = 0
  while (mantissa % base === 0n && power < suffixes.length - 1) {
    mantissa /= base
    power += 1
  }
  return `${mantissa}${suffixes[power] ?? ''}`
}

function exponential(nanos: bigint): string {
  let mantissa = nanos
  let power = -9
  while (mantissa % 1000n === 0n) {
    mantissa /= 1000n
    power += 3
  }
  return power === 0 ? String(mantissa) : `${mantissa}e${power}`
}
