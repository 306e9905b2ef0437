import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { quantity } from '../kubernetes/quantity'
import { offeredQuantities, quantityInWords, quantitySlip, quantityUnits } from './quantityInWords'

describe('quantityInWords', () => {
  it.each<[string, Json, string | null]>([
    ['cpu', '100m', '0.1 CPU core'],
    ['cpu', 1, '1 CPU core'],
    ['cpu', '1500m', '1.5 CPU cores'],
    ['cpu', '128Mi', '134217728 CPU cores'],
    ['memory', '128Mi', '134 MB'],
    ['memory', '1Gi', '1.07 GB'],
    ['memory', '64M', '64 MB'],
    ['memory', 999, '999 bytes'],
    ['memory', '128m', '0.128 bytes'],
    ['memory', 0, '0 bytes'],
    ['storage', '1000Ei', '1153 EB'],
    ['hugepages-2Mi', '4Mi', '4.19 MB'],
    ['nvidia.com/gpu', 2, '2'],
    ['memory', 'lots', null],
    ['memory', '-1Gi', null],
    ['memory', {}, null],
  ])('%s of %j is %s', (resource, value, words) => {
    expect(quantityInWords(resource, value)).toBe(words)
  })
})

describe('quantitySlip', () => {
  it.each<[string, Json, RegExp | null]>([
    ['memory', '128m', /^Less than a byte/],
    ['cpu', '128m', null],
    ['memory', '1', null],
    ['memory', 0, null],
    ['memory', 'm', null],
  ])('%s of %j', (resource, value, said) => {
    if (said === null) expect(quantitySlip(resource, value)).toBeNull()
    else expect(quantitySlip(resource, value)).toMatch(said)
  })
})

describe('what is offered', () => {
  it.each([
    ['cpu', '', ['100m', '250m', '500m', '1', '2']],
    ['cpu', '3', ['3m', '3']],
    ['memory', '12', ['12Mi', '12Gi', '12Ki', '12Ti', '12M', '12G', '12']],
    ['memory', '12M', ['12Mi', '12M']],
    ['memory', '1.5G', ['1.5Gi', '1.5G']],
    ['nvidia.com/gpu', '4', ['4']],
    ['memory', 'x', []],
    ['memory', '12k', []],
  ])('for %s and “%s”', (resource, typed, values) => {
    expect(offeredQuantities(resource, typed).map(({ value }) => value)).toEqual(values)
  })

  it('can be read and begins as typed', () => {
    fc.assert(
      fc.property(fc.constantFrom('cpu', 'memory', 'x/y'), fc.nat(9999), (resource, number) => {
        const offers = offeredQuantities(resource, String(number))
        expect(offers).toHaveLength(quantityUnits(resource).length)
        for (const { value, hint } of offers) {
          expect(quantity(value)).toBeNull()
          expect(hint).toBe(quantityInWords(resource, value))
        }
      }),
    )
  })
})
