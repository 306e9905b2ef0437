import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpusTexts, goldenManifests, type GoldenText } from '../../golden/texts'
import { valueAt } from '../kubernetes/path'
import { parse } from './parse'
import { applyEdits, type TextEdit } from './source'
import { splice } from './splice'

const piece = fc.constantFrom(
  'a',
  ' ',
  '\n',
  '  ',
  ': ',
  '- ',
  '#',
  ' # c',
  '"',
  "'",
  '{',
  ']',
  ',',
  '&a ',
  '*a',
  '|',
  '|\n',
  '\n    x',
  '\r\n',
  'name: x',
  '---\n',
  '? ',
  '<<: ',
  '\t',
  '...',
  '!t ',
  '\n\n',
  '',
)
const typed = fc.record({
  at: fc.nat(),
  cut: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
  insert: fc.oneof(piece, fc.string()),
})

function check(
  { text }: GoldenText,
  keystrokes: readonly { at: number; cut: number; insert: string }[],
): void {
  let source = parse(text)
  for (const { at, cut, insert } of keystrokes) {
    const start = at % (source.text.length + 1)
    const edit: TextEdit = { start, end: Math.min(source.text.length, start + cut), insert }
    const next = splice(source, [edit])
    expect(next).toEqual(parse(applyEdits(source.text, [edit])))
    if (!next.problem) source = next
  }
}

describe('reading only what an edit touches gives what reading all gives', () => {
  it('in our manifests', () => {
    fc.assert(fc.property(fc.constantFrom(...goldenManifests()), fc.array(typed, { maxLength: 6 }), check), {
      numRuns: 400,
    })
  })
  const corpus = corpusTexts()
  it.skipIf(corpus.length === 0)('in other people’s', () => {
    fc.assert(fc.property(fc.constantFrom(...corpus), fc.array(typed, { maxLength: 4 }), check), {
      numRuns: 400,
    })
  })
})

describe('what means the same keeps its identity', () => {
  const text =
    'a:\n  b: {c: 1}\n  d: [x, {y: z}]\nlist:\n  - name: one\n    v: [1]\n  - name: two\n    v: [2]\n'
  it.each([
    [
      'an entry',
      'name: two',
      'name: three',
      [
        [0, 'a'],
        [0, 'list', 0],
        [0, 'list', 1, 'v'],
      ],
    ],
    ['a comment', 'a:\n', 'a: # why\n', [[0]]],
    ['a document behind it', '[2]\n', '[2]\n---\nkind: X\n', [[0]]],
  ] as const)('where %s changes', (_, from, to, same) => {
    const source = parse(text)
    const start = text.indexOf(from)
    const next = splice(source, [{ start, end: start + from.length, insert: to }])
    expect(next.text).toBe(text.replace(from, to))
    for (const path of same) expect(valueAt(next.documents, path)).toBe(valueAt(source.documents, path))
  })
  it('also across a text that can’t be read', () => {
    const source = parse(text)
    const broken = splice(source, [{ start: 0, end: 0, insert: '{' }])
    expect(broken.problem).not.toBeNull()
    const mended = splice(broken, [{ start: 0, end: 1, insert: '' }], source.documents)
    expect(mended.documents[0]).toBe(source.documents[0])
  })
})
