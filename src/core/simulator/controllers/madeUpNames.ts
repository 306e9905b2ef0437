import { hash } from '../hash'
import type { Random } from '../random'

/** Letters and digits that make no words (k8s.io/apimachinery/pkg/util/rand). */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789'

const SUFFIX_LENGTH = 5

/** names.maxNameLength: a longer beginning is cut, so that name and suffix fit. */
const MOST = 63

/** Takes how a name begins and where chance comes from; gives a name as the server makes one of `generateName` (SimpleNameGenerator in apiserver/pkg/storage/names). */
export function generatedName(beginning: string, random: Random): string {
  const letters = Array.from({ length: SUFFIX_LENGTH }, () => letter(Math.floor(random() * ALPHABET.length)))
  return `${beginning.slice(0, MOST - SUFFIX_LENGTH)}${letters.join('')}`
}

/** Objects never change: what has a hash keeps it. */
const hashes = new WeakMap<object, string>()

/** Takes an object; gives its hash as controllers write it into names and labels: FNV-32a in decimal, letter for digit (ComputeHash in pkg/controller, SafeEncodeString). Kubernetes hashes its own dump of the value, this its JSON with sorted keys. */
export function hashName(value: object): string {
  const known = hashes.get(value)
  if (known !== undefined) return known
  const name = Array.from(String(hash(canonical(value))), (digit) => letter(digit.charCodeAt(0))).join('')
  hashes.set(value, name)
  return name
}

function letter(number: number): string {
  return ALPHABET[number % ALPHABET.length] ?? ''
}

function canonical(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
