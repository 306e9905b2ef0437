/*
 * Schedules as the CronJob controller reads them: cron.ParseStandard of github.com/robfig/cron v3 (parser.go, spec.go).
 */

/** The numbers a field of a schedule allows, in order, and whether it was left open (`*`, `?`). */
export interface CronField {
  readonly values: readonly number[]
  readonly isOpen: boolean
}

/** A schedule: when a minute has come whose five fields all allow it. */
export interface CronTimes {
  readonly is: 'times'
  readonly minute: CronField
  readonly hour: CronField
  readonly day: CronField
  readonly month: CronField
  /** 0 is Sunday. */
  readonly weekday: CronField
}

/** A schedule, what it says where it is none, or one by distance alone. */
export type Cron =
  | CronTimes
  | { readonly is: 'every'; readonly duration: string }
  | { readonly is: 'wrong'; readonly problem: string }

interface Bounds {
  readonly name: 'minute' | 'hour' | 'day' | 'month' | 'weekday'
  readonly min: number
  readonly max: number
  /** Names that stand for numbers, from `min` on. */
  readonly names: readonly string[]
}

/** The fields in the order in which they are written. */
const BOUNDS: readonly Bounds[] = [
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day', min: 1, max: 31, names: [] },
  {
    name: 'month',
    min: 1,
    max: 12,
    names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { name: 'weekday', min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
]

/** Words for whole schedules. */
const DESCRIPTORS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
}

/** Takes a schedule as written; gives what it means. A time zone before it (`TZ=…`) is not read: the server refuses one there. */
export function parseCron(text: string): Cron {
  if (text === '') return wrong('empty spec string')
  if (text.startsWith('@every ')) {
    const duration = text.slice('@every '.length)
    const fault = durationFault(duration)
    return fault === null ? { is: 'every', duration } : wrong(`failed to parse duration ${text}: ${fault}`)
  }
  if (text.startsWith('@')) {
    const spec = Object.hasOwn(DESCRIPTORS, text) ? DESCRIPTORS[text] : undefined
    return spec === undefined ? wrong(`unrecognized descriptor: ${text}`) : parseFields(spec)
  }
  return parseFields(text)
}

function parseFields(text: string): Cron {
  const parts = text.split(/\s+/).filter((part) => part !== '')
  if (parts.length !== BOUNDS.length)
    return wrong(`expected exactly 5 fields, found ${parts.length}: [${parts.join(' ')}]`)
  const [minute, hour, day, month, weekday] = BOUNDS.map((bounds, index) =>
    parseField(parts[index] ?? '', bounds),
  )
  for (const field of [minute, hour, day, month, weekday]) if (typeof field === 'string') return wrong(field)
  if (!isField(minute) || !isField(hour) || !isField(day) || !isField(month) || !isField(weekday))
    return wrong('a field is missing')
  return { is: 'times', minute, hour, day, month, weekday }
}

function isField(field: CronField | string | undefined): field is CronField {
  return typeof field === 'object'
}

/** Gives a field, or what is wrong with it. */
function parseField(text: string, bounds: Bounds): CronField | string {
  const found = new Set<number>()
  let isOpen = false
  for (const part of text.split(',').filter((each) => each !== '')) {
    const range = parseRange(part, bounds)
    if (typeof range === 'string') return range
    for (const value of range.values) found.add(value)
    isOpen ||= range.isOpen
  }
  return { values: [...found].toSorted((a, b) => a - b), isOpen }
}

/** `number | number-number | *`, each with a step if wanted (getRange in parser.go, its faults in its order). */
function parseRange(text: string, { min, max, names }: Bounds): CronField | string {
  const [range = '', stepText, ...more] = text.split('/')
  const [lowText = '', highText, ...others] = range.split('-')
  const isAny = lowText === '*' || lowText === '?'
  const low = isAny ? min : parseNumber(lowText, names, min)
  if (typeof low === 'string') return low
  if (!isAny && others.length > 0) return `too many hyphens: ${text}`
  const high = isAny ? max : highText === undefined ? low : parseNumber(highText, names, min)
  if (typeof high === 'string') return high
  if (more.length > 0) return `too many slashes: ${text}`
  const step = stepText === undefined ? 1 : parseNumber(stepText)
  if (typeof step === 'string') return step
  const last = stepText !== undefined && highText === undefined ? max : high
  if (low < min) return `beginning of range (${low}) below minimum (${min}): ${text}`
  if (last > max) return `end of range (${last}) above maximum (${max}): ${text}`
  if (low > last) return `beginning of range (${low}) beyond end of range (${last}): ${text}`
  if (step === 0) return `step of range should be a positive number: ${text}`
  const values: number[] = []
  for (let value = low; value <= last; value += step) values.push(value)
  return { values, isOpen: isAny && step === 1 }
}

/** The largest int of Go. */
const MOST = 9_223_372_036_854_775_807n

/** Takes a number as written, names that stand for numbers and the first of these; gives the number, or what is wrong with it. */
function parseNumber(text: string, names: readonly string[] = [], first = 0): number | string {
  const name = names.indexOf(text.toLowerCase())
  if (name >= 0) return first + name
  const isWhole = /^[+-]?\d+$/.test(text)
  if (!isWhole || BigInt(text.replace('+', '')) > MOST) {
    const why = isWhole ? 'value out of range' : 'invalid syntax'
    return `failed to parse int from ${text}: strconv.Atoi: parsing ${JSON.stringify(text)}: ${why}`
  }
  const number = Number(text)
  return number < 0 ? `negative number (${number}) not allowed: ${text}` : number
}

const UNITS: ReadonlySet<string> = new Set(['ns', 'us', 'µs', 'μs', 'ms', 's', 'm', 'h'])

/** Takes a duration; gives what Go's time.ParseDuration says of it, or null. */
function durationFault(text: string): string | null {
  const unsigned = text.replace(/^[+-]/, '')
  if (unsigned === '0') return null
  const invalid = `time: invalid duration ${JSON.stringify(text)}`
  if (unsigned === '') return invalid
  for (let rest = unsigned; rest !== '';) {
    const amount = /^(?:\d+\.?\d*|\.\d+)/.exec(rest)?.[0]
    if (amount === undefined) return invalid
    rest = rest.slice(amount.length)
    const unit = /^[^.\d]*/.exec(rest)?.[0] ?? ''
    if (unit === '') return `time: missing unit in duration ${JSON.stringify(text)}`
    if (!UNITS.has(unit))
      return `time: unknown unit ${JSON.stringify(unit)} in duration ${JSON.stringify(text)}`
    rest = rest.slice(unit.length)
  }
  return null
}

function wrong(problem: string): Cron {
  return { is: 'wrong', problem }
}

/** Takes a schedule as typed; gives what the server would say of it (batch validateScheduleFormat), or null. */
export function cronProblem(text: string): string | null {
  if (text.includes('TZ')) return 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead'
  const cron = parseCron(text)
  return cron.is === 'wrong' ? cron.problem : null
}
