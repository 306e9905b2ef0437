import type { Steps } from '../../../../clock'
import type { Call } from '../../shellState'
import { fileOutput } from '../../redirect'
import { complain, optionsOf, pathOf, say } from '../command'
import { bare, LineReader } from './lineReader'

/** A part of a line to sort by: from a field and a character of it to others, and how. */
interface Key {
  readonly from: readonly [field: number, character: number]
  readonly to: readonly [field: number, character: number] | null
  readonly flags: ReadonlySet<string>
}

/** sort(1), in the C locale, as in a container: by bytes. */
export function* sort(call: Call): Steps<number> {
  const { flags, values, operands, given } = optionsOf(
    call.args.map((arg) => LONG.get(arg) ?? arg),
    'kto',
  )
  const separator = values.get('t') ?? values.get('field-separator')
  const keys: Key[] = []
  for (const [name, text] of given) {
    if (name !== 'k' && name !== 'key') continue
    const key = keyOf(text, flags)
    if (key === undefined) return complain(call, `invalid number '${text}'`)
    keys.push(key)
  }
  if (keys.length === 0) keys.push({ from: [1, 1], to: null, flags })
  const reader = new LineReader(call, operands)
  const lines: string[] = []
  for (let line = yield* reader.next(); line !== undefined; line = yield* reader.next())
    lines.push(bare(line))
  const byKeys = (a: string, b: string) => {
    for (const key of keys) {
      const order = ORDERS[orderOf(key.flags)](partOf(a, key, separator), partOf(b, key, separator))
      if (order !== 0) return key.flags.has('r') ? -order : order
    }
    return 0
  }
  const compare = (a: string, b: string) => {
    const order = byKeys(a, b)
    if (order !== 0 || flags.has('u') || flags.has('s')) return order
    return flags.has('r') ? byBytes(b, a) : byBytes(a, b)
  }
  if (flags.has('c')) {
    const at = lines.findIndex((line, place) => place > 0 && compare(lines[place - 1] ?? '', line) > 0)
    return at < 0 ? 0 : complain(call, `-:${at + 1}: disorder: ${lines[at] ?? ''}`)
  }
  const sorted = lines.toSorted(compare)
  const kept = flags.has('u')
    ? sorted.filter((line, at) => at === 0 || byKeys(sorted[at - 1] ?? '', line) !== 0)
    : sorted
  const text = kept.map((line) => `${line}\n`).join('')
  const target = values.get('o') ?? values.get('output')
  if (target === undefined) say(call, text)
  else {
    const output = fileOutput(call.machine.process.files, pathOf(call, target), false)
    output.write(text)
    output.close()
  }
  return reader.status === 0 ? 0 : 2
}

const LONG: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '--numeric-sort': '-n',
    '--reverse': '-r',
    '--unique': '-u',
    '--human-numeric-sort': '-h',
    '--version-sort': '-V',
    '--ignore-case': '-f',
    '--stable': '-s',
    '--check': '-c',
  }),
)

function keyOf(text: string, flags: ReadonlySet<string>): Key | undefined {
  const [, field, character = '1', own = '', endField, endCharacter = '0', endOwn = ''] =
    /^(\d+)(?:\.(\d+))?([a-zA-Z]*)(?:,(\d+)(?:\.(\d+))?([a-zA-Z]*))?$/.exec(text) ?? []
  if (field === undefined) return undefined
  const letters = own + endOwn
  return {
    from: [Number(field), Number(character)],
    to: endField === undefined ? null : [Number(endField), Number(endCharacter)],
    flags: letters === '' ? flags : new Set(letters),
  }
}

function partOf(line: string, { from, to, flags }: Key, separator: string | undefined): string {
  if (from[0] === 1 && from[1] === 1 && to === null && !flags.has('b')) return line
  const fields = fieldsOf(line, separator)
  const start = placeOf(fields, from[0] - 1, separator)
  const blanks = flags.has('b') ? (/^\s*/.exec(line.slice(start))?.[0].length ?? 0) : 0
  const begin = start + blanks + from[1] - 1
  if (to === null) return line.slice(begin)
  const end =
    to[1] === 0
      ? placeOf(fields, to[0], separator) - (separator === undefined ? 0 : separator.length)
      : placeOf(fields, to[0] - 1, separator) + to[1]
  return line.slice(begin, Math.max(begin, to[0] >= fields.length && to[1] === 0 ? line.length : end))
}

/** Without a separator a field begins with the blanks before it. */
function fieldsOf(line: string, separator: string | undefined): readonly string[] {
  return separator === undefined ? (line.match(/\s*\S+|\s+$/g) ?? []) : line.split(separator)
}

function placeOf(fields: readonly string[], count: number, separator: string | undefined): number {
  const before = fields.slice(0, count)
  return before.join('').length + (separator === undefined ? 0 : before.length * separator.length)
}

type Order = 'human' | 'number' | 'version' | 'month' | 'folded' | 'bytes'

function orderOf(flags: ReadonlySet<string>): Order {
  if (flags.has('h')) return 'human'
  if (flags.has('n') || flags.has('g')) return 'number'
  if (flags.has('V')) return 'version'
  if (flags.has('M')) return 'month'
  return flags.has('f') ? 'folded' : 'bytes'
}

function byBytes(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

const SIZES = ' KMGTPE'
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

function numberOf(text: string): number {
  return Number(/^\s*([-+]?\d*\.?\d*(?:e[-+]?\d+)?)/i.exec(text)?.[1] ?? 0) || 0
}

function sizeOf(text: string): number {
  const unit = /^\s*[-+]?[\d.]+([KMGTPE])/i.exec(text)?.[1]?.toUpperCase() ?? ' '
  return numberOf(text) * 1024 ** SIZES.indexOf(unit)
}

function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.match(/\d+|\D+/g) ?? [])
  for (const [at, part] of (left ?? []).entries()) {
    const other = right?.[at]
    if (other === undefined) return 1
    const order = /^\d/.test(part) && /^\d/.test(other) ? Number(part) - Number(other) : byBytes(part, other)
    if (order !== 0) return order
  }
  return (left?.length ?? 0) - (right?.length ?? 0)
}

const ORDERS: Readonly<Record<Order, (a: string, b: string) => number>> = {
  bytes: byBytes,
  folded: (a, b) => byBytes(a.toUpperCase(), b.toUpperCase()),
  number: (a, b) => numberOf(a) - numberOf(b),
  human: (a, b) => sizeOf(a) - sizeOf(b),
  month: (a, b) => monthOf(a) - monthOf(b),
  version: byVersion,
}

function monthOf(text: string): number {
  return MONTHS.indexOf(text.trimStart().slice(0, 3).toUpperCase())
}
