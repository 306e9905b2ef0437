import type { CronTimes } from './cron'

/** A day of the calendar. */
interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Clocks change, and zones differ, by whole quarters of an hour. */
const QUARTER = 15 * MINUTE

/** The controller gives up where there is no run within five years (SpecSchedule.Next). */
const DAYS = 5 * 366

/** Takes the name of a time zone; says whether this machine knows it. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return clockIn(timeZone).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * Takes a schedule, a time zone that is known, an instant (milliseconds) and a number; gives the next so many
 * instants after it. An hour that the clock leaves out has no runs, one that comes twice has them twice, as in
 * SpecSchedule.Next of robfig/cron v3.
 */
export function nextRuns(cron: CronTimes, timeZone: string, from: number, count: number): readonly number[] {
  const clock = clockIn(timeZone)
  const today = partsAt(clock, from)
  const runs: number[] = []
  for (let offset = 0; offset < DAYS && runs.length < count; offset++) {
    const date = new Date(Date.UTC(today.year, today.month - 1, today.day + offset))
    if (!allowsDay(cron, date)) continue
    const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
    runs.push(...runsOn(cron, clock, day, date.getTime()).filter((run) => run > from))
  }
  return runs.slice(0, count)
}

/** Where both days are given, either will do; where one is left open, both must fit (dayMatches in spec.go). */
function allowsDay({ day, month, weekday }: CronTimes, date: Date): boolean {
  if (!month.values.includes(date.getUTCMonth() + 1)) return false
  const isDay = day.values.includes(date.getUTCDate())
  const isWeekday = weekday.values.includes(date.getUTCDay())
  return day.isOpen || weekday.isOpen ? isDay && isWeekday : isDay || isWeekday
}

/** Every run of a local day, in order; zones are up to 14 hours before and 12 after UTC. */
function runsOn(
  { hour, minute }: CronTimes,
  clock: Intl.DateTimeFormat,
  wanted: Day,
  utcMidnight: number,
): readonly number[] {
  const runs: number[] = []
  for (let at = utcMidnight - 14 * HOUR; at < utcMidnight + 36 * HOUR; at += QUARTER) {
    const now = partsAt(clock, at)
    if (now.day !== wanted.day || now.month !== wanted.month || !hour.values.includes(now.hour)) continue
    for (const value of minute.values) {
      const later = value - now.minute
      if (later >= 0 && later < 15) runs.push(at + later * MINUTE)
    }
  }
  return runs
}

function clockIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
}

function partsAt(
  clock: Intl.DateTimeFormat,
  at: number,
): Day & { readonly hour: number; readonly minute: number } {
  const parts = clock.formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value ?? 0)
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  }
}
