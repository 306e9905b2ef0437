import type { Json } from '../kubernetes/json'
import { quantityValue } from '../kubernetes/quantity'

/** What amounts of a resource count. */
type Counts = 'cores' | 'bytes' | 'pieces'

const BYTES = /^(?:memory|storage|ephemeral-storage|hugepages-.+)$/

function countsOf(resource: string): Counts {
  if (resource === 'cpu') return 'cores'
  return BYTES.test(resource) ? 'bytes' : 'pieces'
}

const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB']

const WORDS: Readonly<Record<Counts, (amount: number) => string>> = {
  cores: (amount) => `${rounded(amount)} CPU ${amount > 1 ? 'cores' : 'core'}`,
  bytes: (amount) => {
    const power = amount < 1000 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(amount) / 3))
    return `${rounded(amount / 1000 ** power)} ${SIZES[power] ?? ''}`
  },
  pieces: (amount) => rounded(amount),
}

/** Three digits that matter say enough. */
function rounded(amount: number): string {
  return String(amount >= 100 ? Math.round(amount) : Number(amount.toPrecision(3)))
}

/** Takes a resource's name and an amount of it as written; gives it in words (`100m` of `cpu` is `0.1 CPU core`), or null where it can't be read. */
export function quantityInWords(resource: string, value: Json | undefined): string | null {
  const amount = quantityValue(value)
  return amount === null || amount < 0 ? null : WORDS[countsOf(resource)](amount)
}

/** Takes a resource's name and an amount of it as written; says what is odd about it: less than a byte, since `m` is a thousandth. Null where nothing is. */
export function quantitySlip(resource: string, value: Json | undefined): string | null {
  const amount = quantityValue(value) ?? 0
  return countsOf(resource) === 'bytes' && amount > 0 && amount < 1
    ? 'Less than a byte: m is a thousandth, Mi are mebibytes.'
    : null
}

/** A unit that amounts of a resource can be written in. */
export interface QuantityUnit {
  /** What stands behind the number. */
  readonly suffix: string
  readonly label: string
}

const UNITS: Readonly<Record<Counts, readonly QuantityUnit[]>> = {
  cores: [
    { suffix: 'm', label: 'thousandths of a core' },
    { suffix: '', label: 'cores' },
  ],
  bytes: [
    { suffix: 'Mi', label: 'mebibytes: 1024 × 1024 bytes' },
    { suffix: 'Gi', label: 'gibibytes: 1024 Mi' },
    { suffix: 'Ki', label: 'kibibytes: 1024 bytes' },
    { suffix: 'Ti', label: 'tebibytes: 1024 Gi' },
    { suffix: 'M', label: 'megabytes: a million bytes' },
    { suffix: 'G', label: 'gigabytes: 1000 M' },
    { suffix: '', label: 'bytes' },
  ],
  pieces: [{ suffix: '', label: 'pieces' }],
}

/** Takes a resource's name; gives the units its amounts are written in, commonest first. */
export function quantityUnits(resource: string): readonly QuantityUnit[] {
  return UNITS[countsOf(resource)]
}

/** Sizes that people begin with. */
const USUAL: Readonly<Record<Counts, readonly string[]>> = {
  cores: ['100m', '250m', '500m', '1', '2'],
  bytes: ['64Mi', '128Mi', '256Mi', '512Mi', '1Gi', '10Gi'],
  pieces: ['1'],
}

/** An amount to offer, and what it is in words. */
export interface OfferedQuantity {
  readonly value: string
  readonly hint: string
}

/** Takes a resource's name and what is typed so far; gives amounts to offer: that number in each unit, usual ones before anything is typed. */
export function offeredQuantities(resource: string, typed: string): readonly OfferedQuantity[] {
  const counts = countsOf(resource)
  const number = /^\d+(?:\.\d+)?/.exec(typed)?.[0]
  const offers =
    typed === ''
      ? USUAL[counts]
      : number === undefined
        ? []
        : UNITS[counts].map(({ suffix }) => number + suffix)
  return offers
    .filter((value) => value.startsWith(typed))
    .map((value) => ({ value, hint: quantityInWords(resource, value) ?? '' }))
}
