/*
 * Amounts of cpu, memory, storage: `250m`, `1.5`, `64Mi`, `1e3`. After k8s.io/apimachinery/pkg/api/resource, v1.36.
 */

const SHAPE = /^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$/
const SHAPE_SAID = `quantities must match the regular expression '${SHAPE.source}'`

interface Scale {
  readonly base: 2 | 10
  readonly exponent: number
}

const SUFFIXES: Readonly<Record<string, Scale>> = {
  n: { base: 10, exponent: -9 },
  u: { base: 10, exponent: -6 },
  m: { base: 10, exponent: -3 },
  '': { base: 10, exponent: 0 },
  k: { base: 10, exponent: 3 },
  M: { base: 10, exponent: 6 },
  G: { base: 10, exponent: 9 },
  T: { base: 10, exponent: 12 },
  P: { base: 10, exponent: 15 },
  E: { base: 10, exponent: 18 },
  Ki: { base: 2, exponent: 10 },
  Mi: { base: 2, exponent: 20 },
  Gi: { base: 2, exponent: 30 },
  Ti: { base: 2, exponent: 40 },
  Pi: { base: 2, exponent: 50 },
  Ei: { base: 2, exponent: 60 },
}

type Parsed = { readonly units: number } | { readonly complaint: string }

/** Takes a quantity as typed; gives null where the server can read it, else what it would say. */
export function quantity(text: string): string | null {
  const parsed = parse(text)
  return 'complaint' in parsed ? parsed.complaint : null
}

/** Takes a quantity as the text has it (`64Mi`, `0.5`, or a plain number); gives the amount in units, or null. */
export function quantityValue(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const parsed = parse(String(value))
  return 'units' in parsed ? parsed.units : null
}

/** The scanner of the server's own parseQuantityString: sign, digits, fraction, then a suffix it must know. */
function parse(text: string): Parsed {
  const match = /^([+-]?)(\d*)(?:(\.)(\d*))?([eEinumkKMGTP]*)([-+]?\d*)$/.exec(text)
  if (match === null || text === '') return { complaint: SHAPE_SAID }
  const [, sign = '', whole = '', , fraction = '', letters = '', tail = ''] = match
  const scale = scaleOf(letters, tail)
  if (scale === null) return { complaint: "unable to parse quantity's suffix" }
  const digits = `${whole === '' ? '0' : whole}.${fraction === '' ? '0' : fraction}`
  // Read as one number, so that amounts that are the same are equal: 700m and 0.7.
  const units =
    scale.base === 10 ? Number(`${digits}e${scale.exponent}`) : Number(digits) * 2 ** scale.exponent
  return { units: sign === '-' ? -units : units }
}

function scaleOf(letters: string, tail: string): Scale | null {
  if (tail === '') return Object.hasOwn(SUFFIXES, letters) ? (SUFFIXES[letters] ?? null) : null
  if (letters !== 'e' && letters !== 'E') return null
  return /^[-+]?\d+$/.test(tail) ? { base: 10, exponent: Number(tail) } : null
}
