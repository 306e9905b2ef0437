import fc from 'fast-check'
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

describe('equal amounts', () => {
  it('are equal, however they are written', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (thousandths) => {
        const plain = quantityValue(String(thousandths / 1000))
        expect(quantityValue(`${thousandths}m`)).toBe(plain)
        expect(quantityValue(`${thousandths}000u`)).toBe(plain)
        expect(quantityValue(`${thousandths}e-3`)).toBe(plain)
        expect(quantityValue(`${thousandths}Ki`)).toBe(quantityValue(String(thousandths * 1024)))
        expect(quantityValue(`${thousandths}M`)).toBe(quantityValue(`${thousandths}000k`))
      }),
    )
  })
})
