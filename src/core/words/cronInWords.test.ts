import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCron } from '../kubernetes/cron'
import { cronInWords } from './cronInWords'

/** Each as a careful editor would print it. */
const SCHEDULES: readonly (readonly [schedule: string, words: string])[] = [
  // Round the clock.
  ['* * * * *', 'every minute'],
  ['*/5 * * * *', 'every 5 minutes'],
  ['0,30 * * * *', 'every 30 minutes'],
  ['0 * * * *', 'every hour'],
  ['@hourly', 'every hour'],
  ['30 * * * *', 'every hour at :30'],
  ['0 */2 * * *', 'every 2 hours'],
  ['* * 1 * *', 'every minute on the 1st of every month'],
  // A part of each hour.
  ['0-30 * * * *', 'every minute from :00 to :30 of each hour'],
  ['*/7 * * * *', 'every 7 minutes from :00 to :56 of each hour'],
  ['5-59/10 * * * *', 'every 10 minutes from :05 to :55 of each hour'],
  ['5,35 * * * *', 'at :05 and :35 of each hour'],
  ['0-10,45 * * * *', 'at :45 and every minute from :00 to :10 of each hour'],
  ['0-30 9-17 * * *', 'every minute from :00 to :30 of each hour from 09:00 to 17:00 every day'],
  ['0-30 */2 * * *', 'every minute from :00 to :30 of every 2nd hour from 00:00 to 22:00 every day'],
  ['*/15 */3 * * *', 'every 15 minutes of every 3rd hour from 00:00 to 21:00 every day'],
  ['3-59/15 2,4,9 * * *', 'every 15 minutes from :03 to :48 of the hours 02, 04 and 09 every day'],
  // A part of the day.
  ['* 9 * * *', 'every minute from 09:00 to 09:59 every day'],
  ['0-4 0 * * *', 'every minute from 00:00 to 00:04 every day'],
  ['*/10 9-17 * * *', 'every 10 minutes from 09:00 to 17:50 every day'],
  ['*/15 9,17 * * *', 'every 15 minutes from 09:00 to 09:45 and from 17:00 to 17:45 every day'],
  ['*/5 22-23,0-5 * * *', 'every 5 minutes from 00:00 to 05:55 and from 22:00 to 23:55 every day'],
  ['0 9-17 * * 1-5', 'every hour from 09:00 to 17:00, Monday to Friday'],
  ['30 9-17/2 * * *', 'every 2 hours from 09:30 to 17:30 every day'],
  ['0 */5 * * *', 'every 5 hours from 00:00 to 20:00 every day'],
  ['0 8-11,14-16,20 * * *', 'every hour from 08:00 to 11:00 and from 14:00 to 16:00, and at 20:00 every day'],
  ['1,2,4,8,16 9 * * *', 'at 09:01, 09:02, 09:04, 09:08 and 09:16 every day'],
  ['0 */6 * * *', 'at 00:00, 06:00, 12:00 and 18:00 every day'],
  // Weekdays.
  ['15 2 * * 1-5', 'at 02:15, Monday to Friday'],
  ['0 22 * * 5,sat,0', 'at 22:00, Friday to Sunday'],
  ['0 22 * * 0,6', 'at 22:00 on Saturdays and Sundays'],
  ['0 22 * * 1-3,5', 'at 22:00, Monday to Wednesday and Friday'],
  ['@weekly', 'at 00:00 on Sundays'],
  ['0 12 * 6-8 1-5', 'at 12:00, Monday to Friday, from June to August'],
  // Dates.
  ['@monthly', 'at 00:00 on the 1st of every month'],
  ['0 0 1,15 * *', 'at 00:00 on the 1st and 15th of every month'],
  ['0 0 1-7 * *', 'at 00:00, from the 1st to the 7th of every month'],
  ['0 0 */2 * *', 'at 00:00, every 2 days from the 1st to the 31st of every month'],
  ['0 0 31 * *', 'at 00:00 on the 31st of every month that has one'],
  ['0 0 22 1-3 *', 'at 00:00 on the 22nd of every month from January to March'],
  ['0 0 1 1 *', 'at 00:00 on 1 January'],
  ['0 0 1 */3 *', 'at 00:00 on the 1st of January, April, July and October'],
  ['0 12 * 6-8 *', 'at 12:00 every day from June to August'],
  ['0 12 * 1,7 *', 'at 12:00 every day in January and July'],
  // Where both days are given either will do, and a range of all days is one given.
  ['0 0 13 * 5', 'at 00:00 on the 13th of every month and also on Fridays'],
  ['0 0 13 6 5', 'at 00:00 on 13 June and also on Fridays in that month'],
  ['0 22 1-31 * 1', 'at 22:00 every day'],
  // By distance alone.
  ['@every 1h30m', 'every 1 h 30 min, counted from when it was made'],
]

describe('a schedule in words', () => {
  it.each(SCHEDULES)('%s', (schedule, words) => {
    expect(cronInWords(schedule)).toBe(`Runs ${words}.`)
  })

  it('has no words where it is none', () => {
    expect(cronInWords('nonsense')).toBeNull()
  })

  it('never throws', () => {
    const part = fc.constantFrom('*', '?', '1', '2-3', '*/2', '5,7', '60', '')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        expect(['string', 'object']).toContain(typeof cronInWords(parts.join(' ')))
      }),
    )
  })

  it('has the same words for two schedules only where both run at the same times', () => {
    const parts = (...choices: string[]): fc.Arbitrary<string> => fc.constantFrom('*', ...choices)
    const schedule = fc.tuple(
      parts('0', '5', '*/7', '*/15', '5-59/10', '0-30', '0,10', '3,4,5,9', '1-59/20'),
      parts('0', '9', '*/2', '*/5', '9-17', '9-11,14', '1-23/2', '2,4,9'),
      parts('1', '1-7', '*/2', '31', '1,15', '5-9,20'),
      parts('1', '6-8', '1,7', '*/3'),
      parts('0', '1-5', '0,6', '*/2', '5-6,0'),
    )
    const seen = new Map<string, unknown>()
    fc.assert(
      fc.property(schedule, (fields) => {
        const text = fields.join(' ')
        const words = cronInWords(text) ?? ''
        const times = seen.get(words)
        seen.set(words, parseCron(text))
        if (times !== undefined) expect(parseCron(text)).toEqual(times)
      }),
      { numRuns: 600 },
    )
  })
})
