import { parseCron, type CronTimes } from '../../../kubernetes/cron'
import { isTimeZone, nextRuns } from '../../../kubernetes/cronRuns'

/** Runs that were found: after which time, and when. */
interface Found {
  readonly after: number
  readonly runs: readonly number[]
}

/** To look for runs takes time, and who asks mostly asks on: some more are found each time, and kept. */
const AHEAD = 16
const known = new Map<string, Found>()

/** Takes a schedule, a time zone ('' for the controller's own) and an instant in milliseconds since 1970; gives the first run after it, or null where there is none. */
export function runAfter(schedule: string, timeZone: string, after: number): number | null {
  const cron = parseCron(schedule)
  switch (cron.is) {
    case 'wrong':
      return null
    case 'every':
      return Math.floor(after / 1000) * 1000 + Math.max(1000, duration(cron.duration))
    case 'times':
      return timeZone === '' || isTimeZone(timeZone)
        ? timeAfter(cron, `${timeZone} ${schedule}`, timeZone === '' ? 'UTC' : timeZone, after)
        : null
  }
}

function timeAfter(cron: CronTimes, key: string, timeZone: string, after: number): number | null {
  const found = known.get(key)
  const run =
    found !== undefined && found.after <= after ? found.runs.find((each) => each > after) : undefined
  if (run !== undefined) return run
  const runs = nextRuns(cron, timeZone, after, AHEAD)
  known.set(key, { after, runs })
  return runs[0] ?? null
}

const MILLISECONDS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}

/** Takes a duration of Go that can be read; gives it in whole seconds, as milliseconds (cron.Every). */
function duration(text: string): number {
  let sum = 0
  for (const [, amount = '', unit = ''] of text.matchAll(/(\d+\.?\d*|\.\d+)([a-zµμ]+)/g))
    sum += Number(amount) * (MILLISECONDS[unit] ?? 0)
  return Math.floor(sum / 1000) * 1000
}
