import { describe, expect, it } from 'vitest'
import { readFlags, type Flag } from './flags'
import { parseRfc3339 } from './rfc3339'
import { valueFault, type ValueType } from './typedValue'

it.each<[ValueType, string, string | null]>([
  ['int32', '5', null],
  ['int32', '-1', null],
  ['int32', 'x', 'strconv.ParseInt: parsing "x": invalid syntax'],
  ['int32', '', 'strconv.ParseInt: parsing "": invalid syntax'],
  ['int32', '1.5', 'strconv.ParseInt: parsing "1.5": invalid syntax'],
  ['int32', '2147483648', 'strconv.ParseInt: parsing "2147483648": value out of range'],
  ['int64', '+2147483648', null],
  ['int64', '9223372036854775808', 'strconv.ParseInt: parsing "9223372036854775808": value out of range'],
  ['bool', 'T', null],
  ['bool', 'maybe', 'strconv.ParseBool: parsing "maybe": invalid syntax'],
  ['duration', '1m30s', null],
  ['duration', '-1.5h', null],
  ['duration', '0', null],
  ['duration', '10us', null],
  ['duration', '5', 'time: missing unit in duration "5"'],
  ['duration', '1m5', 'time: missing unit in duration "1m5"'],
  ['duration', '5d', 'time: unknown unit "d" in duration "5d"'],
  ['duration', 'soon', 'time: invalid duration "soon"'],
  ['duration', '', 'time: invalid duration ""'],
])('%s %j', (type, text, fault) => {
  expect(valueFault(type, text)).toBe(fault)
})

describe('a flag', () => {
  const flags: readonly Flag[] = [
    { name: 'since', value: 'one', type: 'duration', about: '' },
    { name: 'replicas', short: 'r', value: 'one', type: 'int32', about: '' },
    { name: 'wait', value: 'none', about: '' },
  ]

  it.each([
    ['--since=5', 'invalid argument "5" for "--since" flag: time: missing unit in duration "5"'],
    ['-r=x', 'invalid argument "x" for "-r, --replicas" flag: strconv.ParseInt: parsing "x": invalid syntax'],
    ['--wait=no', 'invalid argument "no" for "--wait" flag: strconv.ParseBool: parsing "no": invalid syntax'],
  ])('%s is refused', (arg, error) => {
    expect(readFlags([arg], flags)).toEqual({ error })
  })

  it('keeps a truth value as it is asked for', () => {
    const read = readFlags(['--wait=F'], flags)
    expect('asked' in read && read.asked.has('wait')).toBe(false)
    expect('asked' in read && read.asked.text('wait')).toBe('false')
  })
})

it.each([
  ['2030-01-01T00:00:00Z', { time: Date.UTC(2030, 0, 1) }],
  ['2030-01-01T02:00:00.5+02:00', { time: Date.UTC(2030, 0, 1) + 500 }],
  ['x', { error: 'parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"' }],
  ['2030-01-01T00:00:00Zx', { error: 'parsing time "2030-01-01T00:00:00Zx": extra text: "x"' }],
])('the moment %s', (text, read) => {
  expect(parseRfc3339(text)).toEqual(read)
})
