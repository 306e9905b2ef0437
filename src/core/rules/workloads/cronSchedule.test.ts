import { expect, test } from 'vitest'
import { cronFault } from './cronSchedule'

test.each([
  ['* * * * *', null],
  ['*/5 0-23/2 1,15 JAN-mar MON-Fri', null],
  ['0 0 ? * 0', null],
  ['5/15 * * * *', null],
  ['@daily', null],
  ['@every 1h30m', null],
  ['TZ=Europe/Vienna 0 4 * * *', null],
  ['0 * * *', 'expected exactly 5 fields, found 4: [0 * * *]'],
  ['daily', 'expected exactly 5 fields, found 1: [daily]'],
  ['60 * * * *', 'end of range (60) above maximum (59): 60'],
  ['0 0 0 * *', 'beginning of range (0) below minimum (1): 0'],
  ['0 17-9 * * *', 'beginning of range (17) beyond end of range (9): 17-9'],
  ['*/0 * * * *', 'step of range should be a positive number: */0'],
  ['1-2-3 * * * *', 'too many hyphens: 1-2-3'],
  ['*/2/3 * * * *', 'too many slashes: */2/3'],
  ['0 0 * * 7', 'end of range (7) above maximum (6): 7'],
  ['0 0 * * FUNDAY', 'failed to parse int from FUNDAY: strconv.Atoi: parsing "FUNDAY": invalid syntax'],
  ['0 0 L * *', 'failed to parse int from L: strconv.Atoi: parsing "L": invalid syntax'],
  ['-1 * * * *', 'failed to parse int from : strconv.Atoi: parsing "": invalid syntax'],
  [
    '99999999999999999999 * * * *',
    'failed to parse int from 99999999999999999999: strconv.Atoi: parsing "99999999999999999999": value out of range',
  ],
  ['@reboot', 'unrecognized descriptor: @reboot'],
  ['@every 5', 'failed to parse duration @every 5: time: missing unit in duration "5"'],
  ['@every 1d', 'failed to parse duration @every 1d: time: unknown unit "d" in duration "1d"'],
  ['@every soon', 'failed to parse duration @every soon: time: invalid duration "soon"'],
  ['TZ=Moon/Base 0 0 * * *', 'provided bad location Moon/Base: unknown time zone Moon/Base'],
])('%s', (schedule, expected) => expect(cronFault(schedule)).toBe(expected))
