import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference } from './difference'
import { applyEdits } from '../core/yaml/source'

const PAIRS: readonly (readonly [string, string, number])[] = [
  ['', '', 0],
  ['', 'a', 1],
  ['a', '', 1],
  ['a\nb\nc', 'a\nb\nc', 0],
  ['a\nb\nc\n', 'a\nx\nc\n', 1],
  ['a\nb\nc\nd\ne\n', 'A\nb\nc\nd\nE\n', 2],
  ['a\nb\nc\n', 'b\nc\n', 1],
  ['b\nc\n', 'a\nb\nc', 2],
  ['a\r\nb\r\n', 'a\r\nc\r\n', 1],
  ['a\na\na\n', 'a\na\n', 1],
  ['name: data\nx\ny\nname: data\n', 'name: log\nx\ny\nname: log\n', 2],
]

describe('difference', () => {
  it.each(PAIRS)('turns %j into %j with %i edits', (before, after, count) => {
    const edits = difference(before, after)
    expect(edits).toHaveLength(count)
    expect(applyEdits(before, edits)).toBe(after)
  })

  it('of any two texts gives the other one', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b: 1', '\n', '  '), { maxLength: 20 })
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, difference(before, after))).toBe(after)
      }),
    )
  })

  it('replaces only the characters that differ', () => {
    expect(difference('image: nginx:1.17\n', 'image: nginx:1.18\n')).toEqual([
      { start: 16, end: 17, insert: '8' },
    ])
  })

  it('is right for random texts, also far apart', () => {
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let round = 0; round < 300; round++) {
      const lines = (): string => Array.from({ length: random(40) }, () => 'abcd'[random(4)] ?? '').join('\n')
      const before = lines()
      const after = lines()
      expect(applyEdits(before, difference(before, after))).toBe(after)
    }
    const far = Array.from({ length: 3000 }, (_, i) => `old ${i}`).join('\n')
    expect(applyEdits(far, difference(far, far.replaceAll('old', 'new')))).toBe(far.replaceAll('old', 'new'))
  })
})
