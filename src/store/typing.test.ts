import { describe, expect, it } from 'vitest'
import { growthOf, isSameBurst, isSameStroke, writtenRanges } from './typing'

describe('isSameBurst', () => {
  const written = writtenRanges([{ start: 4, end: 4, insert: 'ab' }])

  it.each([
    ['the next letter', { start: 6, end: 6, insert: 'c' }, true],
    ['backspace', { start: 5, end: 6, insert: '' }, true],
    ['backspace beyond what was typed', { start: 3, end: 4, insert: '' }, true],
    ['a word completed', { start: 4, end: 6, insert: 'about' }, true],
    ['a letter elsewhere', { start: 9, end: 9, insert: 'c' }, false],
    ['a new line', { start: 6, end: 6, insert: '\n  ' }, false],
  ])('%s: %o %s', (_says, edit, same) => {
    expect(isSameBurst(written, [edit])).toBe(same)
  })

  it('joins the same keys of several cursors, whatever order they come in', () => {
    const first = [
      { start: 20, end: 20, insert: 'x' },
      { start: 5, end: 5, insert: 'x' },
    ]
    expect(writtenRanges(first)).toEqual([
      { start: 5, end: 6 },
      { start: 21, end: 22 },
    ])
    const second = [
      { start: 6, end: 6, insert: 'y' },
      { start: 22, end: 22, insert: 'y' },
    ]
    expect(isSameBurst(writtenRanges(first), second)).toBe(true)
    expect(isSameBurst(writtenRanges(first), second.slice(1))).toBe(false)
  })
})

describe('letters in a field', () => {
  const letter = [{ start: 5, end: 5, insert: 'x' }]
  it.each([
    ['two letters', 1, 1, letter, true],
    ['two letters rubbed out', -1, -1, [{ start: 5, end: 6, insert: '' }], true],
    ['a letter, then all gone', 1, -6, [{ start: 0, end: 6, insert: '""' }], false],
    ['all gone, then a letter', -6, 1, letter, true],
    ['a new line', 1, 5, [{ start: 6, end: 6, insert: '\n    ' }], false],
  ])('%s', (_, last, growth, edits, same) => {
    expect(isSameStroke(last, growth, edits)).toBe(same)
  })
  it('are counted without the quotes around them', () => {
    expect(growthOf('a: "b:"', [{ start: 3, end: 7, insert: 'b:1' }])).toBe(1)
  })
})
