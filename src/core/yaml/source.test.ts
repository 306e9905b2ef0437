import { describe, expect, it } from 'vitest'
import { applyEdits, trimmed } from './source'

describe('applyEdits', () => {
  it('does edits in any order', () => {
    const edits = [
      { start: 6, end: 6, insert: '!' },
      { start: 0, end: 1, insert: 'A' },
    ]
    expect(applyEdits('a: 1\nb', edits)).toBe('A: 1\nb!')
  })

  it('inserts before what is replaced at the same place', () => {
    const edits = [
      { start: 2, end: 3, insert: 'X' },
      { start: 2, end: 2, insert: '>' },
    ]
    expect(applyEdits('abcd', edits)).toBe('ab>Xd')
  })
})

describe('trimmed', () => {
  it.each([
    ['abc', 'abc', []],
    ['abc', 'axc', [{ start: 1, end: 2, insert: 'x' }]],
    ['aa', 'aaa', [{ start: 2, end: 2, insert: 'a' }]],
    ['a\r\nb', 'a\nb', [{ start: 1, end: 3, insert: '\n' }]],
    ['a😀', 'a😁', [{ start: 1, end: 3, insert: '😁' }]],
  ])('%j → %j', (text, insert, edits) => {
    expect(trimmed(text, { start: 0, end: text.length, insert })).toEqual(edits)
  })
})
