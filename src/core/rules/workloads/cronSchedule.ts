import { quoted } from '../goText'
import { isTimeZone } from './timeZones'

/*
 * What github.com/robfig/cron v3 says of a schedule that it can't read: ParseStandard, parser.go.
 */

interface Bounds {
  readonly min: number
  readonly max: number
  /** Names that stand for numbers, from the smallest on. */
  readonly names?: readonly string[]
}

const FIELDS: readonly Bounds[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  {
    min: 1,
    max: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
]

const DESCRIPTORS = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'])

/** Takes a schedule; gives what is wrong with it, or null. */
export function cronFault(schedule: string): string | null {
  if (schedule === '') return 'empty spec string'
  const zone = /^(?:CRON_)?TZ=([^ ]*) (.*)$/s.exec(schedule)
  if (zone !== null) {
    const [, name = '', rest = ''] = zone
    if (name !== '' && !isTimeZone(name)) return `provided bad location ${name}: unknown time zone ${name}`
    return expressionFault(rest.trim())
  }
  return expressionFault(schedule)
}

function expressionFault(expression: string): string | null {
  if (expression.startsWith('@')) return descriptorFault(expression)
  const fields = expression.split(/\s+/).filter((text) => text !== '')
  if (fields.length !== FIELDS.length)
    return `expected exactly 5 fields, found ${fields.length}: [${fields.join(' ')}]`
  for (const [i, bounds] of FIELDS.entries()) {
    const fault = fieldFault(fields[i] ?? '', bounds)
    if (fault !== null) return fault
  }
  return null
}

function fieldFault(text: string, bounds: Bounds): string | null {
  for (const range of text.split(',').filter((part) => part !== '')) {
    const fault = rangeFault(range, bounds)
    if (fault !== null) return fault
  }
  return null
}

/** A number, or what is wrong with the text that should be one. */
type Read = { readonly number: number } | { readonly fault: string }

function rangeFault(text: string, { min, max, names }: Bounds): string | null {
  const [range = '', stepText, ...more] = text.split('/')
  const [low = '', high, ...others] = range.split('-')
  const isAny = low === '*' || low === '?'
  const start: Read = isAny ? { number: min } : readNumber(low, names)
  if ('fault' in start) return start.fault
  if (!isAny && others.length > 0) return `too many hyphens: ${text}`
  const end: Read = isAny ? { number: max } : high === undefined ? start : readNumber(high, names)
  if ('fault' in end) return end.fault
  if (more.length > 0) return `too many slashes: ${text}`
  const step: Read = stepText === undefined ? { number: 1 } : readNumber(stepText)
  if ('fault' in step) return step.fault
  const last = stepText !== undefined && high === undefined ? max : end.number
  if (start.number < min) return `beginning of range (${start.number}) below minimum (${min}): ${text}`
  if (last > max) return `end of range (${last}) above maximum (${max}): ${text}`
  if (start.number > last)
    return `beginning of range (${start.number}) beyond end of range (${last}): ${text}`
  return step.number === 0 ? `step of range should be a positive number: ${text}` : null
}

const MOST = 9_223_372_036_854_775_807n

function readNumber(text: string, names: readonly string[] = []): Read {
  const named = names.indexOf(text.toLowerCase())
  if (named >= 0) return { number: names.length === 12 ? named + 1 : named }
  const isWhole = /^[+-]?\d+$/.test(text)
  if (!isWhole || BigInt(text.replace('+', '')) > MOST) {
    const why = isWhole ? 'value out of range' : 'invalid syntax'
    return { fault: `failed to parse int from ${text}: strconv.Atoi: parsing ${quoted(text)}: ${why}` }
  }
  const number = Number(text)
  return number < 0 ? { fault: `negative number (${number}) not allowed: ${text}` } : { number }
}

function descriptorFault(text: string): string | null {
  if (DESCRIPTORS.has(text)) return null
  if (!text.startsWith('@every ')) return `unrecognized descriptor: ${text}`
  const fault = durationFault(text.slice('@every '.length))
  return fault === null ? null : `failed to parse duration ${text}: ${fault}`
}

const UNITS = new Set(['ns', 'us', 'µs', 'μs', 'ms', 's', 'm', 'h'])

/** Go's time.ParseDuration. */
function durationFault(text: string): string | null {
  const unsigned = text.replace(/^[+-]/, '')
  if (unsigned === '0') return null
  if (unsigned === '') return `time: invalid duration ${quoted(text)}`
  for (let rest = unsigned; rest !== '';) {
    const amount = /^(?:\d+\.?\d*|\.\d+)/.exec(rest)?.[0]
    if (amount === undefined) return `time: invalid duration ${quoted(text)}`
    rest = rest.slice(amount.length)
    const unit = /^[^.\d]*/.exec(rest)?.[0] ?? ''
    if (unit === '') return `time: missing unit in duration ${quoted(text)}`
    if (!UNITS.has(unit)) return `time: unknown unit ${quoted(unit)} in duration ${quoted(text)}`
    rest = rest.slice(unit.length)
  }
  return null
}
