import { parseCron } from '../kubernetes/cron'
import { daysInWords } from './schedule/cronDays'
import { timesInWords } from './schedule/cronTimes'

/**
 * Takes a schedule; gives in a sentence when it runs, or null where it is no schedule. What repeats evenly is said as a
 * range and a step, single times and days one by one.
 */
export function cronInWords(text: string): string | null {
  const cron = parseCron(text)
  if (cron.is === 'wrong') return null
  if (cron.is === 'every')
    return `Runs every ${durationInWords(cron.duration)}, counted from when it was made.`
  const times = timesInWords(cron)
  const days = daysInWords(cron)
  if (days.isEveryDay)
    return `Runs ${times.words}${times.isRoundTheClock ? '' : ' every day'}${days.words === '' ? '' : ` ${days.words}`}.`
  // A range of days after a range of times needs a comma to be read.
  return `Runs ${times.words}${days.words.startsWith('on ') ? '' : ','} ${days.words}.`
}

const UNITS: Readonly<Record<string, string>> = { h: 'h', m: 'min', s: 's' }

/** Takes a duration of Go; gives it with its units apart: `1 h 30 min`. */
function durationInWords(duration: string): string {
  return [...duration.matchAll(/([\d.]+)([^\d.]+)/g)]
    .map(([, amount = '', unit = '']) => `${amount} ${UNITS[unit] ?? unit}`)
    .join(' ')
}
