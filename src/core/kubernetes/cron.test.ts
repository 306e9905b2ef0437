import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cronProblem, parseCron } from './cron'
import { isTimeZone, nextRuns } from './cronRuns'

describe('what is no schedule', () => {
  it.each([
    ['', 'empty spec string'],
    ['* * * *', 'expected exactly 5 fields, found 4: [* * * *]'],
    ['* * * * * *', 'expected exactly 5 fields, found 6: [* * * * * *]'],
    ['60 * * * *', 'end of range (60) above maximum (59): 60'],
    ['* * 0 * *', 'beginning of range (0) below minimum (1): 0'],
    ['* * * * 7', 'end of range (7) above maximum (6): 7'],
    ['5-1 * * * *', 'beginning of range (5) beyond end of range (1): 5-1'],
    ['*/0 * * * *', 'step of range should be a positive number: */0'],
    ['1/2/3 * * * *', 'too many slashes: 1/2/3'],
    ['1-2-3 * * * *', 'too many hyphens: 1-2-3'],
    ['a * * * *', 'failed to parse int from a: strconv.Atoi: parsing "a": invalid syntax'],
    ['-1 * * * *', 'failed to parse int from : strconv.Atoi: parsing "": invalid syntax'],
    ['*/-1 * * * *', 'negative number (-1) not allowed: -1'],
    [
      '99999999999999999999 * * * *',
      'failed to parse int from 99999999999999999999: strconv.Atoi: parsing "99999999999999999999": value out of range',
    ],
    ['@every 5', 'failed to parse duration @every 5: time: missing unit in duration "5"'],
    ['@every 1d', 'failed to parse duration @every 1d: time: unknown unit "d" in duration "1d"'],
    ['@never', 'unrecognized descriptor: @never'],
    ['@every soon', 'failed to parse duration @every soon: time: invalid duration "soon"'],
    ['TZ=UTC * * * * *', 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead'],
  ])('%j', (text, problem) => {
    expect(cronProblem(text)).toBe(problem)
  })

  it.each([
    '15 2 * * 1-5',
    '@hourly',
    '@every 1h30m',
    '*/5 ? 1,15 JAN-mar sun',
    '0 9-17/2 * * *',
    '  0 0 * * *  ',
    '*-9 0 * * *',
  ])('%j is one', (text) => {
    expect(cronProblem(text)).toBeNull()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['times', 'every', 'wrong']).toContain(parseCron(text).is)
      }),
    )
  })
})

const runs = (schedule: string, zone: string, from: string, count = 3): string[] => {
  const cron = parseCron(schedule)
  if (cron.is !== 'times') return []
  return nextRuns(cron, zone, Date.parse(from), count).map((run) => new Date(run).toISOString().slice(0, 16))
}

describe('the next runs', () => {
  it.each([
    [
      '15 2 * * 1-5',
      'UTC',
      '2026-01-02T02:15:00Z',
      ['2026-01-05T02:15', '2026-01-06T02:15', '2026-01-07T02:15'],
    ],
    [
      '15 2 * * *',
      'Europe/Berlin',
      '2026-07-01T00:00:00Z',
      ['2026-07-01T00:15', '2026-07-02T00:15', '2026-07-03T00:15'],
    ],
    [
      '*/20 * * * *',
      'UTC',
      '2026-01-01T23:39:30Z',
      ['2026-01-01T23:40', '2026-01-02T00:00', '2026-01-02T00:20'],
    ],
    ['0 0 29 2 *', 'UTC', '2026-01-01T00:00:00Z', ['2028-02-29T00:00']],
    ['0 0 30 2 *', 'UTC', '2026-01-01T00:00:00Z', []],
    // Either day will do where both are given.
    [
      '0 0 13 * 5',
      'UTC',
      '2026-02-01T00:00:00Z',
      ['2026-02-06T00:00', '2026-02-13T00:00', '2026-02-20T00:00'],
    ],
    // With a step the star is no star any more.
    [
      '0 0 */15 * 5',
      'UTC',
      '2026-02-01T00:00:00Z',
      ['2026-02-06T00:00', '2026-02-13T00:00', '2026-02-16T00:00'],
    ],
    [
      '30 5 * * *',
      'Asia/Kathmandu',
      '2026-01-01T00:00:00Z',
      ['2026-01-01T23:45', '2026-01-02T23:45', '2026-01-03T23:45'],
    ],
    [
      '0 0 * * *',
      'Pacific/Kiritimati',
      '2026-01-01T00:00:00Z',
      ['2026-01-01T10:00', '2026-01-02T10:00', '2026-01-03T10:00'],
    ],
    [
      '0 23 * * *',
      'Pacific/Pago_Pago',
      '2026-01-01T00:00:00Z',
      ['2026-01-01T10:00', '2026-01-02T10:00', '2026-01-03T10:00'],
    ],
  ])('%s in %s after %s', (schedule, zone, from, expected) => {
    expect(runs(schedule, zone, from)).toEqual(expected)
  })

  it.each([
    // An hour that the clock leaves out has none.
    ['30 2 * * *', 'America/New_York', '2026-03-08T05:00:00Z', ['2026-03-09T06:30', '2026-03-10T06:30']],
    ['30 2 * * *', 'Europe/Berlin', '2026-03-28T23:00:00Z', ['2026-03-30T00:30', '2026-03-31T00:30']],
    ['0 3 * * *', 'Europe/Berlin', '2026-03-28T23:00:00Z', ['2026-03-29T01:00', '2026-03-30T01:00']],
    ['*/30 * * * *', 'Europe/Berlin', '2026-03-29T00:00:00Z', ['2026-03-29T00:30', '2026-03-29T01:00']],
    // Midnight itself may be left out.
    ['30 0 * * *', 'Africa/Cairo', '2026-04-23T12:00:00Z', ['2026-04-24T21:30', '2026-04-25T21:30']],
    ['0 1 24 4 *', 'Africa/Cairo', '2026-04-01T00:00:00Z', ['2026-04-23T22:00', '2027-04-23T23:00']],
    // One that comes twice has them twice.
    ['30 1 * * *', 'America/New_York', '2026-11-01T04:00:00Z', ['2026-11-01T05:30', '2026-11-01T06:30']],
    ['30 2 * * 0', 'Europe/Berlin', '2026-10-24T00:00:00Z', ['2026-10-25T00:30', '2026-10-25T01:30']],
    ['0 */12 * * *', 'Europe/Berlin', '2026-10-24T22:00:00Z', ['2026-10-25T11:00', '2026-10-25T23:00']],
    // The south has its summer over New Year; some clocks change by half an hour.
    ['0 9 * * 1-5', 'Australia/Sydney', '2026-10-02T00:00:00Z', ['2026-10-04T22:00', '2026-10-05T22:00']],
    ['15 2 * * *', 'Australia/Lord_Howe', '2026-10-02T20:00:00Z', ['2026-10-04T15:15', '2026-10-05T15:15']],
    ['45 1 * * *', 'Australia/Lord_Howe', '2026-04-04T12:00:00Z', ['2026-04-04T14:45', '2026-04-04T15:15']],
    // No change at all.
    ['30 2 * * *', 'Asia/Kolkata', '2026-03-28T23:00:00Z', ['2026-03-29T21:00', '2026-03-30T21:00']],
  ])('%s in %s after %s, where the clock changes', (schedule, zone, from, expected) => {
    expect(runs(schedule, zone, from, 2)).toEqual(expected)
  })

  it.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['Europe/Atlantis', false],
    ['', false],
  ])('the zone %j is known: %s', (zone, isKnown) => {
    expect(isTimeZone(zone)).toBe(isKnown)
  })
})
