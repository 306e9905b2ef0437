import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepLineEnds, shownText } from './keepLineEnds'

describe('line ends through a text box', () => {
  it.each([
    ['a\nb', 'a\nbc', 'a\nbc'],
    ['a\r\nb\r\n', 'a\nbc\n', 'a\r\nbc\r\n'],
    ['a\r\nb\r\n', 'a\nx\nb\n', 'a\r\nx\r\nb\r\n'],
    ['a\r\nb\nc', 'a\nb\ncd', 'a\r\nb\ncd'],
    ['a\rb', 'a\nbc', 'a\rbc'],
    ['a\r\nb\r\nc', 'a\nc', 'a\r\nc'],
    ['a\r\n', '', ''],
  ])('%j edited to %j', (before, edited, after) => {
    expect(keepLineEnds(before, edited)).toBe(after)
  })

  const texts = fc
    .array(fc.constantFrom('a', 'b', '\t', '\r\n', '\n', '\r'), { maxLength: 12 })
    .map((parts) => parts.join(''))

  it('an edit that changes nothing changes no letter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(keepLineEnds(text, shownText(text))).toBe(text)
      }),
    )
  })

  it('what comes out shows as what was typed', () => {
    fc.assert(
      fc.property(texts, texts.map(shownText), (before, edited) => {
        expect(shownText(keepLineEnds(before, edited))).toBe(edited)
      }),
      { numRuns: 2000 },
    )
  })
})
