import type { CronTimes } from '../../kubernetes/cron'
import { listed, progressionOf, runsOf } from './series'

const HOURS = 24
const MINUTES = 60
const DAY = HOURS * MINUTES

/** As many times of the day are listed one by one. */
const FEW = 4

/** What times of the day a schedule has, and whether they go on through the night, so that no day needs to be told. */
export interface TimesInWords {
  readonly words: string
  readonly isRoundTheClock: boolean
}

/** Takes a schedule's times; gives in words when it runs on a day. What goes on evenly is said as such, not one by one. */
export function timesInWords({ minute, hour }: CronTimes): TimesInWords {
  const times = hour.values.flatMap((h) => minute.values.map((m) => h * MINUTES + m))
  if (times.length <= FEW) return daily(`at ${listed(times.map(clock))}`)
  const step = progressionOf(times)
  if (step !== null) return evenTimes(times, step)
  if (isEven(minute.values)) {
    const blocks = runsOf(hour.values)
    if (blocks.length <= FEW && blocks.some((block) => block.length > 1 || minute.values.length > 1))
      return daily(hourBlocks(blocks, minute.values))
  }
  if (hour.values.length === 1)
    return daily(minutesInWords(minute.values, clock, (hour.values[0] ?? 0) * MINUTES))
  const isEveryHour = hour.values.length === HOURS
  const minutes = minutesInWords(minute.values, (value) => `:${twoDigits(value)}`, 0)
  return { words: `${minutes} of ${hoursInWords(hour.values)}`, isRoundTheClock: isEveryHour }
}

function daily(words: string): TimesInWords {
  return { words, isRoundTheClock: false }
}

/** Times of the day at one distance; where midnight keeps it too, the first time is all that is left to say. */
function evenTimes(times: readonly number[], step: number): TimesInWords {
  const [first = 0] = times
  const last = times.at(-1) ?? 0
  const isRoundTheClock = first + DAY - last === step
  const every = everyMinutes(step)
  if (!isRoundTheClock) return daily(`${every} from ${clock(first)} to ${clock(last)}`)
  if (first === 0) return { words: every, isRoundTheClock }
  if (step === MINUTES) return { words: `${every} at :${twoDigits(first)}`, isRoundTheClock }
  if (MINUTES % step !== 0) return daily(`${every} from ${clock(first)} to ${clock(last)}`)
  const minutes = times.filter((time) => time < MINUTES)
  return {
    words: `${minutesInWords(minutes, (value) => `:${twoDigits(value)}`, 0)} of each hour`,
    isRoundTheClock,
  }
}

/** Minutes that begin with the hour and go on evenly into the next one. */
function isEven(minutes: readonly number[]): boolean {
  const step = progressionOf(minutes) ?? MINUTES
  return minutes.length === 1 || (minutes[0] === 0 && (minutes.at(-1) ?? 0) + step === MINUTES)
}

/** Some stretches of the day within which the times go on evenly. */
function hourBlocks(blocks: readonly (readonly number[])[], minutes: readonly number[]): string {
  const [first = 0] = minutes
  const last = minutes.at(-1) ?? 0
  const stretches = blocks.map(
    (block) => [(block[0] ?? 0) * MINUTES + first, (block.at(-1) ?? 0) * MINUTES + last] as const,
  )
  const long = stretches.filter(([start, end]) => start !== end)
  const alone = stretches.filter(([start, end]) => start === end)
  const step = minutes.length === 1 ? MINUTES : (progressionOf(minutes) ?? MINUTES)
  const every = `${everyMinutes(step)} ${listed(long.map(([start, end]) => `from ${clock(start)} to ${clock(end)}`))}`
  const more = `at ${listed(alone.map(([start]) => clock(start)))}`
  return alone.length === 0 ? every : `${every}${long.length > 1 ? ',' : ''} and ${more}`
}

/** Minutes of an hour: stretches as such, the others one by one. */
function minutesInWords(minutes: readonly number[], nameOf: (time: number) => string, hour: number): string {
  const name = (minute: number): string => nameOf(hour + minute)
  const step = progressionOf(minutes)
  if (step !== null && minutes.length > 2)
    return minutes.length === MINUTES || (minutes[0] === 0 && minutes.length * step === MINUTES)
      ? everyMinutes(step)
      : `${everyMinutes(step)} from ${name(minutes[0] ?? 0)} to ${name(minutes.at(-1) ?? 0)}`
  const runs = runsOf(minutes)
  const alone = runs.filter((run) => run.length < 3).flat()
  const long = runs.filter((run) => run.length > 2)
  return listed([
    ...(alone.length === 0 ? [] : [`at ${listed(alone.map(name))}`]),
    ...(long.length === 0
      ? []
      : [
          `every minute ${listed(long.map((run) => `from ${name(run[0] ?? 0)} to ${name(run.at(-1) ?? 0)}`))}`,
        ]),
  ])
}

function hoursInWords(hours: readonly number[]): string {
  if (hours.length === HOURS) return 'each hour'
  const step = progressionOf(hours)
  const span = `from ${clock((hours[0] ?? 0) * MINUTES)} to ${clock((hours.at(-1) ?? 0) * MINUTES)}`
  if (step === 1) return `each hour ${span}`
  if (step !== null) return `every ${step}${step === 2 ? 'nd' : step === 3 ? 'rd' : 'th'} hour ${span}`
  return `the hours ${listed(
    runsOf(hours).flatMap((run) =>
      run.length > 2 ? [`${twoDigits(run[0] ?? 0)} to ${twoDigits(run.at(-1) ?? 0)}`] : run.map(twoDigits),
    ),
  )}`
}

function everyMinutes(step: number): string {
  if (step === 1) return 'every minute'
  if (step === MINUTES) return 'every hour'
  return step % MINUTES === 0 ? `every ${step / MINUTES} hours` : `every ${step} minutes`
}

function clock(time: number): string {
  return `${twoDigits(Math.floor(time / MINUTES))}:${twoDigits(time % MINUTES)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
