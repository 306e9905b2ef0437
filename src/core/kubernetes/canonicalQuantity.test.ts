import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import golden from '../../golden/kubelet/generated_quantity.json'
import { canonicalQuantity } from './canonicalQuantity'
import { quantityValue } from './quantity'

describe('an amount as the server writes it', () => {
  it('is as Kubernetes writes it', () => {
    const rows: readonly { readonly input: string; readonly canonical?: string }[] = golden.cases
    const known = rows.filter(({ canonical }) => canonical !== undefined)
    expect(known.map(({ input }) => [input, canonicalQuantity(input)])).toEqual(
      known.map(({ input, canonical }) => [input, canonical]),
    )
    expect(known.length).toBeGreaterThan(50)
  })

  it.each(['', 'x', '1KI', '64 Mi', '1e'])('%j stays as it is', (text) => {
    expect(canonicalQuantity(text)).toBe(text)
  })

  it('is the same amount, and stays as it is from then on', () => {
    const text = fc
      .tuple(
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom('', '.5', '.25', '.125', '.0'),
        fc.constantFrom('', 'm', 'k', 'M', 'Ki', 'Mi', 'Gi', 'e3', 'E2'),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (each) => {
        const canonical = canonicalQuantity(each)
        expect(quantityValue(canonical)).toBeCloseTo(quantityValue(each) ?? NaN, 9)
        expect(canonicalQuantity(canonical)).toBe(canonical)
      }),
    )
  })
})
