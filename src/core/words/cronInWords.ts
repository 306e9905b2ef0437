import { parseCron, type CronField, type CronTimes } from '../kubernetes/cron'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] // prettier-ignore

const HOURS = 24
const MINUTES = 60
const MONTH_DAYS = 31

/** Takes a schedule; gives in a sentence when it runs, or null where it is no schedule. */
export function cronInWords(text: string): string | null {
  const cron = parseCron(text)
  if (cron.is === 'wrong') return null
  if (cron.is === 'every') return `Runs every ${cron.duration}.`
  return `Runs ${[timesInWords(cron), daysInWords(cron), monthsInWords(cron)].filter((words) => words !== '').join(' ')}.`
}

function timesInWords({ minute, hour }: CronTimes): string {
  const isEveryHour = hour.values.length === HOURS
  const [first = 0] = minute.values
  const step = stepOf(minute, MINUTES)
  if (step !== null) {
    const every = step === 1 ? 'every minute' : `every ${step} minutes`
    return isEveryHour ? every : `${every} of ${hoursInWords(hour)}`
  }
  const times = hour.values.flatMap((h) => minute.values.map((m) => `${twoDigits(h)}:${twoDigits(m)}`))
  if (times.length <= 4) return `at ${listed(times)}`
  const minutes = minute.values.map(String)
  if (minute.values.length === 1 && isEveryHour)
    return first === 0 ? 'every hour' : `every hour at minute ${first}`
  return `at minute ${listed(minutes)} of ${isEveryHour ? 'every hour' : hoursInWords(hour)}`
}

function hoursInWords(hour: CronField): string {
  const step = stepOf(hour, HOURS)
  if (step !== null) return step === 1 ? 'every hour' : `every ${step} hours`
  return `${hour.values.length === 1 ? 'hour' : 'hours'} ${listed(runsOf(hour.values, String))}`
}

/** Where both days are given, either will do. */
function daysInWords({ day, weekday }: CronTimes): string {
  const isAnyDay = day.values.length === MONTH_DAYS
  const isAnyWeekday = weekday.values.length === DAYS.length
  const ofMonth = `on day ${listed(runsOf(day.values, String))} of the month`
  const ofWeek = `on ${listed(runsOf(weekday.values, (number) => DAYS[number] ?? ''))}`
  if (isAnyDay && isAnyWeekday) return ''
  if (day.isOpen || weekday.isOpen) return isAnyDay ? ofWeek : ofMonth
  return `${ofMonth} and also ${ofWeek}`
}

function monthsInWords({ month }: CronTimes): string {
  if (month.values.length === MONTHS.length) return ''
  return `in ${listed(runsOf(month.values, (number) => MONTHS[number - 1] ?? ''))}`
}

/** Takes a field and how many numbers there could be; gives n where it allows every n-th from 0 on, else null. */
function stepOf({ values }: CronField, count: number): number | null {
  const [first, second] = values
  if (first !== 0 || second === undefined) return null
  const isEven = values.every((value, index) => value === index * second)
  // `*/7` of minutes begins anew at 0: that is not every 7 minutes.
  return isEven && values.length * second === count ? second : null
}

/** Takes numbers in order and their names; gives the names, three or more in a row as first and last. */
function runsOf(values: readonly number[], nameOf: (value: number) => string): readonly string[] {
  const runs: number[][] = []
  for (const value of values) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1) === value - 1) run.push(value)
    else runs.push([value])
  }
  return runs.flatMap((run) =>
    run.length > 2
      ? [`${nameOf(run[0] ?? 0)} to ${nameOf(run.at(-1) ?? 0)}`]
      : run.map((value) => nameOf(value)),
  )
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
