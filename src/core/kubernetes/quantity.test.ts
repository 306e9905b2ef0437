import { describe, expect, it } from 'vitest'
import golden from '../../golden/kubelet/generated_quantity.json'
import { quantity, quantityValue } from './quantity'

describe('quantity, against the real parser', () => {
  it.each(golden.cases)('$input', (row) => {
    expect(quantity(row.input)).toBe(row.error ?? null)
    const value = quantityValue(row.input)
    if (row.value === undefined || value === null) expect(value).toBeNull()
    // The real Value() rounds away from zero, and overflows beyond int64, where we have a number of units.
    else if (Math.abs(value) < 2 ** 63)
      expect(Math.sign(value) * Math.ceil(Math.abs(value))).toBe(Number(row.value))
  })
})

describe('quantityValue', () => {
  it.each([
    ['64Mi', 67_108_864],
    [2, 2],
    [0.5, 0.5],
    ['-1', -1],
    ['100m', 0.1],
    [true, null],
    [null, null],
    [undefined, null],
    [{}, null],
    ['lots', null],
  ])('%j is %s', (value, units) => {
    expect(quantityValue(value)).toBe(units)
  })
})
