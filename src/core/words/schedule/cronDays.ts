import type { CronTimes } from '../../kubernetes/cron'
import { listed, ordinal, progressionOf, runsOf } from './series'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] // prettier-ignore

const MONTH_DAYS = 31
/** Every month has as many days. */
const SHORTEST = 28

/** The days on which a schedule runs, '' where the months leave none out; and whether it is every day of its months. */
export interface DaysInWords {
  readonly words: string
  readonly isEveryDay: boolean
}

/** Takes a schedule; gives in words on which days it runs. Where neither kind of day is left open, either will do. */
export function daysInWords({ day, weekday, month }: CronTimes): DaysInWords {
  const isAnyDay = day.values.length === MONTH_DAYS
  const isAnyWeekday = weekday.values.length === DAYS.length
  const isEither = !day.isOpen && !weekday.isOpen
  if (isEither ? isAnyDay || isAnyWeekday : isAnyDay && isAnyWeekday)
    return { words: monthsAlone(month.values), isEveryDay: true }
  return {
    words: isEither
      ? eitherDays(day.values, weekday.values, month.values)
      : isAnyDay
        ? weekdaysIn(weekday.values, month.values)
        : datesIn(day.values, month.values),
    isEveryDay: false,
  }
}

function eitherDays(days: readonly number[], weekdays: readonly number[], months: readonly number[]): string {
  const again = months.length === 1 ? ' in that month' : ' in those months'
  return `${datesIn(days, months)} and also ${weekdaysIn(weekdays, ALL_MONTHS)}${isAnyMonth(months) ? '' : again}`
}

const ALL_MONTHS = MONTHS.map((_, index) => index + 1)

function isAnyMonth(months: readonly number[]): boolean {
  return months.length === MONTHS.length
}

function monthsAlone(months: readonly number[]): string {
  if (isAnyMonth(months)) return ''
  return spanOf(months) ?? `in ${monthNames(months)}`
}

function weekdaysIn(weekdays: readonly number[], months: readonly number[]): string {
  const days = weekdaysInWords(weekRuns(weekdays))
  if (isAnyMonth(months)) return days
  const span = spanOf(months)
  return span === null ? `${days} in ${monthNames(months)}` : `${days}, ${span}`
}

function weekdaysInWords(runs: readonly (readonly number[])[]): string {
  if (runs.every((run) => run.length < 3))
    return `on ${listed(runs.flat().map((number) => `${dayName(number)}s`))}`
  return listed(
    runs.flatMap((run) =>
      run.length > 2
        ? [`${dayName(run[0])} to ${dayName(run.at(-1))}`]
        : run.map((number) => dayName(number)),
    ),
  )
}

/** The week goes round: Friday to Sunday is a stretch as well. */
function weekRuns(weekdays: readonly number[]): readonly (readonly number[])[] {
  const mondayFirst = weekdays
    .map((number) => (number === 0 ? DAYS.length : number))
    .toSorted((a, b) => a - b)
  const runs = runsOf(mondayFirst)
  const first = runs[0]
  const last = runs.at(-1)
  if (first?.[0] !== 1 || last?.at(-1) !== DAYS.length || runs.length < 2) return runs
  return last.length + first.length > 2 ? [...runs.slice(1, -1), [...last, ...first]] : runs
}

function dayName(number: number | undefined): string {
  return DAYS[(number ?? 0) % DAYS.length] ?? ''
}

function datesIn(days: readonly number[], months: readonly number[]): string {
  const [first = 0] = days
  if (days.length === 1 && months.length === 1) return `on ${first} ${monthNames(months)}`
  const had =
    first <= SHORTEST || !isAnyMonth(months) ? '' : days.length === 1 ? ' that has one' : ' that has them'
  return `${datesInWords(days)} of ${monthsOfDates(months)}${had}`
}

function datesInWords(days: readonly number[]): string {
  const step = progressionOf(days)
  const span = `from the ${ordinal(days[0] ?? 0)} to the ${ordinal(days.at(-1) ?? 0)}`
  if (step === 1) return span
  if (step !== null && days.length > 4) return `every ${step} days ${span}`
  const runs = runsOf(days)
  const alone = runs.filter((run) => run.length < 3).flat()
  const long = runs.filter((run) => run.length > 2)
  return listed([
    ...(alone.length === 0 ? [] : [`on the ${listed(alone.map(ordinal))}`]),
    ...long.map((run) => `from the ${ordinal(run[0] ?? 0)} to the ${ordinal(run.at(-1) ?? 0)}`),
  ])
}

function monthsOfDates(months: readonly number[]): string {
  if (isAnyMonth(months)) return 'every month'
  const span = spanOf(months)
  return span === null ? monthNames(months) : `every month ${span}`
}

/** Three months or more in a row, else null. */
function spanOf(months: readonly number[]): string | null {
  return progressionOf(months) === 1
    ? `from ${monthNames(months.slice(0, 1))} to ${monthNames(months.slice(-1))}`
    : null
}

function monthNames(months: readonly number[]): string {
  return listed(
    runsOf(months).flatMap((run) =>
      run.length > 2
        ? [`${MONTHS[(run[0] ?? 1) - 1]} to ${MONTHS[(run.at(-1) ?? 1) - 1]}`]
        : run.map((number) => MONTHS[number - 1] ?? ''),
    ),
  )
}
