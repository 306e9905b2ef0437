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

/** A duration of Go, as time.ParseDuration reads it. */
const DURATION = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/

/** Takes a schedule as written; gives what it means. */
export function parseCron(text: string): Cron {
  if (text === '') return wrong('empty spec string')
  if (/TZ/.test(text)) return wrong('cannot use TZ or CRON_TZ in schedule, use timeZone field instead')
  if (text.startsWith('@every ')) {
    const duration = text.slice('@every '.length)
    return DURATION.test(duration)
      ? { is: 'every', duration }
      : wrong(`failed to parse duration ${text}: time: invalid duration "${duration}"`)
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

/** `number | number-number | *`, each with a step if wanted (getRange in parser.go). */
function parseRange(text: string, { min, max, names }: Bounds): CronField | string {
  const [range = '', stepText, ...more] = text.split('/')
  const ends = range.split('-')
  const [lowText = '', highText] = ends
  if (more.length > 0) return `too many slashes: ${text}`
  if (ends.length > 2) return `too many hyphens: ${text}`
  const isStar = range === '*' || range === '?'
  const low = isStar ? min : numberOrName(lowText, names, min)
  if (typeof low === 'string') return low
  const step = stepText === undefined ? 1 : numberOrName(stepText, [], 0)
  if (typeof step === 'string') return step
  const single = stepText === undefined ? low : max
  const high = isStar ? max : highText === undefined ? single : numberOrName(highText, names, min)
  if (typeof high === 'string') return high
  if (low < min) return `beginning of range (${low}) below minimum (${min}): ${text}`
  if (high > max) return `end of range (${high}) above maximum (${max}): ${text}`
  if (low > high) return `beginning of range (${low}) beyond end of range (${high}): ${text}`
  if (step === 0) return `step of range should be a positive number: ${text}`
  const values: number[] = []
  for (let value = low; value <= high; value += step) values.push(value)
  return { values, isOpen: isStar && step === 1 }
}

function numberOrName(text: string, names: readonly string[], first: number): number | string {
  const name = names.indexOf(text.toLowerCase())
  if (name !== -1) return first + name
  return /^\d{1,9}$/.test(text) ? Number(text) : `failed to parse int from ${text}: not a number`
}

function wrong(problem: string): Cron {
  return { is: 'wrong', problem }
}

/** Takes a schedule as typed; gives what the server would say of it, or null. */
export function cronProblem(text: string): string | null {
  const cron = parseCron(text)
  return cron.is === 'wrong' ? cron.problem : null
}
