const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function two(number: number): string {
  return String(number).padStart(2, '0')
}

const LETTERS: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => String(date.getUTCFullYear()),
  y: (date) => two(date.getUTCFullYear() % 100),
  m: (date) => two(date.getUTCMonth() + 1),
  d: (date) => two(date.getUTCDate()),
  e: (date) => String(date.getUTCDate()).padStart(2),
  H: (date) => two(date.getUTCHours()),
  I: (date) => two(date.getUTCHours() % 12 || 12),
  M: (date) => two(date.getUTCMinutes()),
  S: (date) => two(date.getUTCSeconds()),
  N: (date) => `${String(date.getUTCMilliseconds()).padStart(3, '0')}000000`,
  p: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (date) => (DAYS[date.getUTCDay()] ?? '').slice(0, 3),
  A: (date) => DAYS[date.getUTCDay()] ?? '',
  b: (date) => (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3),
  B: (date) => MONTHS[date.getUTCMonth()] ?? '',
  j: (date) =>
    String(Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1).padStart(3, '0'),
  u: (date) => String(date.getUTCDay() || 7),
  w: (date) => String(date.getUTCDay()),
  s: (date) => String(Math.floor(date.getTime() / 1000)),
  F: (date) => formatDate('%Y-%m-%d', date.getTime()),
  T: (date) => formatDate('%H:%M:%S', date.getTime()),
  R: (date) => formatDate('%H:%M', date.getTime()),
  D: (date) => formatDate('%m/%d/%y', date.getTime()),
  c: (date) => formatDate('%a %b %e %H:%M:%S %Y', date.getTime()),
  x: (date) => formatDate('%m/%d/%y', date.getTime()),
  X: (date) => formatDate('%H:%M:%S', date.getTime()),
  Z: () => 'UTC',
  z: () => '+0000',
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
}

const DAY = 86_400_000

/** Takes a format of date(1) and milliseconds since 1970; gives the time in it. The zone is UTC, as in containers. */
export function formatDate(format: string, time: number): string {
  const date = new Date(time)
  return format.replaceAll(/%-?([a-zA-Z%])/g, (whole, letter: string) => {
    const text = LETTERS[letter]?.(date) ?? whole
    return whole.startsWith('%-') ? text.replace(/^[0 ]+(?=.)/, '') : text
  })
}

const AGO: Readonly<Record<string, number>> = {
  second: 1000,
  sec: 1000,
  minute: 60_000,
  min: 60_000,
  hour: 3_600_000,
  day: DAY,
  week: 7 * DAY,
}

/** Takes a time as `date -d` takes it (`@123`, `2030-01-01 00:00:05`, `5 minutes ago`) and now, in milliseconds; gives it, undefined where it is none. */
export function parseDate(text: string, now: number): number | undefined {
  const trimmed = text.trim()
  if (/^@-?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed.slice(1)) * 1000
  if (trimmed === 'now' || trimmed === '') return now
  const [, count, unit = '', ago] = /^([-+]?\d+) ?([a-z]+?)s?( ago)?$/.exec(trimmed) ?? []
  const length = AGO[unit]
  if (count !== undefined && length !== undefined)
    return now + Number(count) * length * (ago === undefined ? 1 : -1)
  const [, date, clock = '00:00:00'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:Z|\+00:?00)?)?$/.exec(trimmed) ?? []
  if (date === undefined) return undefined
  const time = Date.parse(`${date}T${clock.length === 5 ? `${clock}:00` : clock}Z`)
  return Number.isNaN(time) ? undefined : time
}
