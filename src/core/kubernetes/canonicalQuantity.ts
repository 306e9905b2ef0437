import { quantity } from './quantity'

/*
 * An amount as the server writes it again: `0.5` is `500m`, `1024Mi` is `1Gi` (CanonicalizeBytes in
 * k8s.io/apimachinery/pkg/api/resource/quantity.go).
 */

/** The suffixes of thousands from 10⁻⁹ on, and of 1024s from 1 on. */
const THOUSANDS = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E']
const KIBIS = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const LEAST = -9

/** Takes a quantity as typed; gives it as the server writes it, or as it is where the server can't read it. */
export function canonicalQuantity(text: string): string {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?([a-zA-Z]*)([-+]?\d*)$/.exec(text)
  if (match === null || quantity(text) !== null) return text
  const [, sign = '', whole = '', fraction = '', letters = '', power = ''] = match
  const digits = BigInt(`${whole}${fraction}` || '0')
  const minus = sign === '-' && digits !== 0n ? '-' : ''
  const step = KIBIS.indexOf(letters)
  if (step > 0) return `${minus}${binary(digits, fraction.length, step)}`
  const isExponent = power !== ''
  const exponent = isExponent ? Number(power) : LEAST + 3 * THOUSANDS.indexOf(letters)
  const scale = exponent - fraction.length
  const shifted = `${whole}${fraction}`
  // What needs no change stays as it was typed.
  if (scale >= LEAST && scale % 3 === 0 && /^[1-9]/.test(shifted) && !shifted.endsWith('000')) return text
  return `${minus}${decimal(digits, scale, isExponent ? letters : null)}`
}

function binary(digits: bigint, places: number, step: number): string {
  const divider = 10n ** BigInt(places)
  const bytes = (digits * 1024n ** BigInt(step) + divider - 1n) / divider
  if (bytes < 1024n) return String(bytes)
  let [rest, suffix] = [bytes, 0]
  while (rest % 1024n === 0n && suffix < KIBIS.length - 1) {
    rest /= 1024n
    suffix += 1
  }
  return `${rest}${KIBIS[suffix] ?? ''}`
}

/** Less than 10⁻⁹ is rounded up. */
function decimal(digits: bigint, scale: number, letter: string | null): string {
  if (digits === 0n) return '0'
  let [rest, exponent] = [digits, scale]
  while (rest % 10n === 0n) {
    rest /= 10n
    exponent += 1
  }
  if (exponent < LEAST) {
    const divider = 10n ** BigInt(LEAST - exponent)
    return decimal((rest + divider - 1n) / divider, LEAST, letter)
  }
  const most = letter === null ? LEAST + 3 * (THOUSANDS.length - 1) : Infinity
  const step = Math.min(most, Math.floor(exponent / 3) * 3)
  const shown = rest * 10n ** BigInt(exponent - step)
  if (letter !== null) return step === 0 ? String(shown) : `${shown}${letter}${step}`
  return `${shown}${THOUSANDS[(step - LEAST) / 3] ?? ''}`
}
