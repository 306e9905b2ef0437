import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cronInWords } from './cronInWords'

describe('a schedule in words', () => {
  it.each([
    ['15 2 * * 1-5', 'Runs at 02:15 on Monday to Friday.'],
    ['* * * * *', 'Runs every minute.'],
    ['*/5 * * * *', 'Runs every 5 minutes.'],
    ['*/7 * * * *', 'Runs at minute 0, 7, 14, 21, 28, 35, 42, 49 and 56 of every hour.'],
    ['*/10 9-17 * * 1,3', 'Runs every 10 minutes of hours 9 to 17 on Monday and Wednesday.'],
    ['0 * * * *', 'Runs every hour.'],
    ['@hourly', 'Runs every hour.'],
    ['30 * * * *', 'Runs every hour at minute 30.'],
    ['0,30 * * * *', 'Runs every 30 minutes.'],
    ['5,35 * * * *', 'Runs at minute 5 and 35 of every hour.'],
    ['0 */6 * * *', 'Runs at 00:00, 06:00, 12:00 and 18:00.'],
    ['0 */2 * * *', 'Runs at minute 0 of every 2 hours.'],
    ['0 8,20 * * *', 'Runs at 08:00 and 20:00.'],
    ['0 0 1 1 *', 'Runs at 00:00 on day 1 of the month in January.'],
    ['0 0 13 * 5', 'Runs at 00:00 on day 13 of the month and also on Friday.'],
    ['@monthly', 'Runs at 00:00 on day 1 of the month.'],
    ['@weekly', 'Runs at 00:00 on Sunday.'],
    ['0 12 * 6-8 *', 'Runs at 12:00 in June to August.'],
    ['@every 1h30m', 'Runs every 1h30m.'],
    ['nonsense', null],
  ])('%s', (schedule, words) => {
    expect(cronInWords(schedule)).toBe(words)
  })

  it('never throws', () => {
    const part = fc.constantFrom('*', '?', '1', '2-3', '*/2', '5,7', '60', '')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        expect(['string', 'object']).toContain(typeof cronInWords(parts.join(' ')))
      }),
    )
  })
})
