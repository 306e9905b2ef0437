import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  lineEndingsOf,
  toEditorEdits,
  toEditorOffset,
  toEditorText,
  toSourceEdits,
  toSourceOffset,
} from './lineEndings'
import type { TextEdit } from './source'

function apply(text: string, edits: readonly TextEdit[]): string {
  let result = text
  for (const { start, end, insert } of [...edits].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + insert + result.slice(end)
  }
  return result
}

const piece = fc.constantFrom('a', 'key: 1', ' ', '\n', '\r\n', '\r', '…', '- ')
const body = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))
const text = fc.tuple(fc.constantFrom('', '\uFEFF'), body).map(([mark, rest]) => mark + rest)
const inserted = fc
  .array(fc.constantFrom('x', '\n', 'y: z'), { maxLength: 4 })
  .map((pieces) => pieces.join(''))

/** Edits of a text of this length that do not overlap, but may touch: each starts further right than the last. */
function editsOf(length: number): fc.Arbitrary<TextEdit[]> {
  const places = fc.uniqueArray(fc.nat({ max: length }), { maxLength: 5 })
  const contents = fc.array(fc.tuple(inserted, fc.boolean()), { minLength: 4, maxLength: 4 })
  return fc.tuple(places, contents).map(([list, inserts]) => {
    const sorted = list.toSorted((a, b) => a - b)
    return inserts.flatMap(([insert, pure], i) => {
      const [start, next] = sorted.slice(i)
      return start === undefined || next === undefined ? [] : [{ start, end: pure ? start : next, insert }]
    })
  })
}

describe('toEditorText', () => {
  it.each([
    ['', ''],
    ['a: 1\nb: 2\n', 'a: 1\nb: 2\n'],
    ['a: 1\r\nb: 2\r\n', 'a: 1\nb: 2\n'],
    ['a: 1\rb: 2\r', 'a: 1\nb: 2\n'],
    ['\uFEFFa: 1\r\n\n\r\r\n', 'a: 1\n\n\n\n'],
  ])('of %j is %j', (given, shown) => {
    expect(toEditorText(given)).toBe(shown)
  })
})

describe('lineEndingsOf', () => {
  it.each([
    ['', '\n'],
    ['one line', '\n'],
    ['a\nb\nc\r\n', '\n'],
    ['a\r\nb\r\nc\n', '\r\n'],
    ['a\rb\rc\r\n', '\r'],
  ] as const)('of %j: a new line gets %j', (given, dominant) => {
    expect(lineEndingsOf(given).dominant).toBe(dominant)
  })

  it('is the same object for every text that needs no mapping', () => {
    expect(lineEndingsOf('a\n')).toBe(lineEndingsOf('b'))
  })
})

describe('offsets', () => {
  it('lead to the same characters in both texts', () => {
    fc.assert(
      fc.property(text, (source) => {
        const endings = lineEndingsOf(source)
        const shown = toEditorText(source)
        for (let offset = 0; offset <= shown.length; offset += 1) {
          const there = toSourceOffset(endings, offset)
          expect(toEditorOffset(endings, there)).toBe(offset)
          expect(toEditorText(source.slice(there))).toBe(shown.slice(offset))
        }
      }),
    )
  })

  it('inside a CRLF is before the line break, and never leads backwards', () => {
    expect(toEditorOffset(lineEndingsOf('ab\r\nc'), 3)).toBe(2)
    fc.assert(
      fc.property(text, (source) => {
        const endings = lineEndingsOf(source)
        let last = 0
        for (let offset = 0; offset <= source.length; offset += 1) {
          const there = toEditorOffset(endings, offset)
          expect(there).toBeGreaterThanOrEqual(last)
          last = there
        }
      }),
    )
  })
})

describe('edits', () => {
  it('of the editor text give the text that the editor then shows', () => {
    const cases = text.chain((source) => fc.tuple(fc.constant(source), editsOf(toEditorText(source).length)))
    fc.assert(
      fc.property(cases, ([source, edits]) => {
        const after = apply(source, toSourceEdits(source, lineEndingsOf(source), edits))
        expect(toEditorText(after)).toBe(apply(toEditorText(source), edits))
        expect(after.startsWith('\uFEFF')).toBe(source.startsWith('\uFEFF'))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['CRLF', 'a: 1\r\nb: 2\r\n', { start: 4, end: 4, insert: '\nx: 1' }, 'a: 1\r\nx: 1\r\nb: 2\r\n'],
    ['lone CR', 'a: 1\rb: 2\r', { start: 4, end: 4, insert: '\nx: 1' }, 'a: 1\rx: 1\rb: 2\r'],
    ['a mark', '\uFEFFa: 1', { start: 0, end: 1, insert: 'b' }, '\uFEFFb: 1'],
    ['a line taken out of CRLF', 'a: 1\r\nb: 2\r\nc: 3', { start: 5, end: 10, insert: '' }, 'a: 1\r\nc: 3'],
    ['CR and LF that would meet', 'a\rX\nb', { start: 2, end: 3, insert: '' }, 'a\r\r\nb'],
  ])('keep %s', (_, source, edit, after) => {
    expect(apply(source, toSourceEdits(source, lineEndingsOf(source), [edit]))).toBe(after)
  })

  it('of the text do the same to the editor text', () => {
    const source = '\uFEFFa: 1\r\nb: 2\r\n'
    const edits = toEditorEdits(lineEndingsOf(source), [{ start: 10, end: 11, insert: '3\r\nc: 4' }])
    expect(apply(toEditorText(source), edits)).toBe('a: 1\nb: 3\nc: 4\n')
  })
})
