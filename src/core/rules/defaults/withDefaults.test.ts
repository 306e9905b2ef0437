import { describe, expect, it } from 'vitest'
import { goldenRecords } from '../../../golden/records'
import { isArray, isObject, type Json, type JsonObject } from '../../kubernetes/json'
import { field, textOf } from '../../kubernetes/shape'
import { decode } from '../decode/decode'
import { canonicalQuantity, nanosOf } from './canonicalQuantity'
import { withDefaults } from './withDefaults'

function stored(document: JsonObject): JsonObject {
  const decoded = decode(document, textOf(document['kind']))
  if (!('object' in decoded)) throw new Error(JSON.stringify(decoded.faults))
  return withDefaults(decoded.object)
}

const MADE_UP = /^(?:nodePort|healthCheckNodePort|clusterIP|clusterIPs)$/
const UID = /[0-9a-f]{8}-[0-9a-f-]{27}/

/** Takes a value; gives it without what the server makes up anew each time. */
function settled(value: Json): Json {
  if (typeof value === 'string') return value.replace(UID, 'uid')
  if (isArray(value)) return value.map(settled)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !MADE_UP.test(key))
      .map(([key, item]) => [key, settled(item)]),
  )
}

describe('withDefaults', () => {
  const records = goldenRecords('defaults')

  it('has records', () => {
    expect(records.length).toBeGreaterThan(80)
  })

  it.each(
    records.flatMap(({ file, docIndex, written, stored: want }) =>
      isObject(written) && want !== undefined
        ? [[`${textOf(file)}#${Number(docIndex)}`, written, want] as const]
        : [],
    ),
  )('%s is what the server stores', (_, written, want) => {
    const before = JSON.stringify(written)
    expect(settled(stored(written))).toEqual(settled(want))
    expect(JSON.stringify(written)).toBe(before)
  })

  it('filling in twice changes nothing', () => {
    for (const { written } of records)
      if (isObject(written) && field(written, 'kind') !== 'Job')
        expect(withDefaults(stored(written))).toEqual(stored(written))
  })
})

describe('canonicalQuantity', () => {
  it.each([
    ['0.5', '500m'],
    ['1024Mi', '1Gi'],
    ['1500m', '1500m'],
    ['1000m', '1'],
    ['0', '0'],
    ['100Mi', '100Mi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Mi', '512Ki'],
    ['512', '512'],
    ['1000', '1k'],
    ['1e3', '1e3'],
    ['1000e0', '1e3'],
    ['1E', '1E'],
    ['0.1Ki', '102400m'],
    ['-5', '-5'],
    ['+5', '5'],
    ['1Ei', '1Ei'],
    ['10Ei', '9223372036854775807'],
    ['nonsense', 'nonsense'],
  ])('%s is stored as %s', (written, want) => {
    expect(canonicalQuantity(written)).toBe(want)
  })

  it('rounds up to the step', () => {
    expect(canonicalQuantity('100u', 1_000_000n)).toBe('1m')
    expect(nanosOf('0.0000000001')).toBe(1n)
  })
})
