import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference } from '../../store/difference'
import { changedLines, shiftOffset } from './textEdits'

const text = fc
  .array(fc.constantFrom('a', 'b: 1', '\n', '  '), { maxLength: 20 })
  .map((pieces) => pieces.join(''))

describe('shiftOffset', () => {
  it.each([
    ['before the edit', 1, 1],
    ['where the edit begins', 2, 2],
    ['inside what was replaced', 3, 3],
    ['at the end of what was replaced', 4, 7],
    ['behind', 6, 9],
  ])('%s: %i is now %i', (_, offset, there) => {
    expect(shiftOffset([{ start: 2, end: 4, insert: 'later' }], offset)).toBe(there)
  })
})

describe('changedLines', () => {
  const before = 'a: 1\nb:\n- c\n- d\n'
  it.each([
    ['a value', 'a: 2\nb:\n- c\n- d\n', [{ first: 1, last: 1 }]],
    ['a value taken out', 'a: \nb:\n- c\n- d\n', [{ first: 1, last: 1 }]],
    ['a line put in', 'a: 1\nb:\n- c\n- x\n- d\n', [{ first: 4, last: 4 }]],
    ['two lines at the end', 'a: 1\nb:\n- c\n- d\n- e\n- f\n', [{ first: 5, last: 6 }]],
    ['a line taken out', 'a: 1\nb:\n- d\n', []],
    ['the last line taken out', 'a: 1\nb:\n- c\n', []],
    [
      'two places',
      'a: 2\nb:\n- c\n- x\n',
      [
        { first: 1, last: 1 },
        { first: 4, last: 4 },
      ],
    ],
    ['lines side by side', 'a: 2\nx:\n- c\n- d\n', [{ first: 1, last: 2 }]],
  ])('%s', (_, after, lines) => {
    expect(changedLines(after, difference(before, after))).toEqual(lines)
  })

  it('a line put in by an edit that begins with the line end before', () => {
    expect(changedLines('a: 1\nb: 2\nc: 3', [{ start: 4, end: 4, insert: '\nb: 2' }])).toEqual([
      { first: 2, last: 2 },
    ])
  })

  it('are lines of the text', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const count = second.split('\n').length
        for (const lines of changedLines(second, difference(first, second))) {
          expect(lines.first).toBeGreaterThanOrEqual(1)
          expect(lines.last).toBeGreaterThanOrEqual(lines.first)
          expect(lines.last).toBeLessThanOrEqual(count)
        }
      }),
    )
  })
})
