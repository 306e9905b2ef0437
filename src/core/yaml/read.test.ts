import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from './read'

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghij'
    .split('')
    .map((c, i) => `${c}: &${c} [${Array.from({ length: 9 }, () => `*${'abcdefghi'[i]}`).join(', ')}]`),
].join('\n')
const manyAliases = `a: &a x\nb: [${Array.from({ length: 1001 }, () => '*a').join(', ')}]\n`
const bigAlias = `a: &a ${'x'.repeat(20_000)}\nb: [${Array.from({ length: 600 }, () => '*a').join(', ')}]\n`

describe('what can be read', () => {
  it.each([
    ['', []],
    ['# only a comment\n', []],
    ['---\n---\na: 1\n', [null, { a: 1 }]],
    ['\ufeffa: 1\r\nb: 2\r\n', [{ a: 1, b: 2 }]],
    ['a: 1\rb: 2\r', [{ a: 1, b: 2 }]],
    ['yes: 1\n1: 2\n', [{ true: 1, 1: 2 }]],
    ['a: &x {k: 1}\nb: *x\nc: {<<: *x, l: 2}\n', [{ a: { k: 1 }, b: { k: 1 }, c: { k: 1, l: 2 } }]],
    ['a: &x {k: 1}\nc: {<<: *x, k: 2}\n', [{ a: { k: 1 }, c: { k: 2 } }]],
    ['args: [\n  "-c",\n]\nnext: 1\n', [{ args: ['-c'], next: 1 }]],
    ['args: [ # why\n  "-c" # so\n]\n', [{ args: ['-c'] }]],
    ['a:\t{}\n', [{ a: {} }]],
    ['__proto__: {x: 1}\n', [JSON.parse('{"__proto__": {"x": 1}}')]],
    [`${'['.repeat(100)}${']'.repeat(100)}`, [JSON.parse('['.repeat(100) + ']'.repeat(100))]],
  ])('%j', (text, documents) => {
    expect(read(text)).toEqual({ documents, problem: null })
  })
})

describe('what can’t be read is a problem with its place and advice', () => {
  it.each([
    ['a duplicate key', 'a:\n  b: 1\n  c: 2\n  b: 3\n', 4, 3, /`b` stands twice.*line 2/],
    ['a duplicate key after conversion', '1: a\n"1": b\n', 2, 1, /`1` stands twice/],
    ['a tab for indentation', 'a:\n\tb: 1\n', 2, 1, /tab.*spaces/],
    ['an open quote', 'a: "b\nc: d\n', 1, 4, /quote is opened here/],
    ['an open quote that the next one closes', 'x: 1\na: "b\nc: "d"\n', 2, 4, /quote is opened here/],
    ['an open bracket', 'x: 1\r\na: [b, c\r\ny: 2\r\n', 2, 4, /never closed/],
    ['a line that does not line up', 'a: 1\n  b: 2\n', 2, 4, /line up/],
    ['an unknown alias', 'a: *b\n', 1, 4, /`\*b`.*`&b`/],
    ['an alias to itself', 'a: &a [*a]\n', 1, 8, /inside the very thing/],
    ['a mapping as a key', '{a: 1}: b\n', 1, 1, /key must be a simple text/],
    ['a template', 'a: {{ b }}\n', 1, 5, /template/],
    ['a key that is missing', 'a: 1\n: b\n', 2, 1, /key is missing/],
    ['an infinite number', 'a: .inf\n', 1, 4, /JSON/],
    ['a reserved character', 'a: @b\n', 1, 4, /can’t begin with `@`/],
    ['a merge of no mapping', 'a: &a 1\nb: {<<: *a}\n', 2, 9, /merges mappings/],
    ['nesting over 100', `${'['.repeat(101)}${']'.repeat(101)}`, 1, 101, /100 levels/],
    ['more than 1,000 aliases', manyAliases, 2, null, /more than 1000 aliases/],
    ['an alias bomb', bomb, null, null, /10 MB/],
    ['10 MB by aliases', bigAlias, 2, null, /10 MB/],
    ['a text over 10 MB', `a: ${'x'.repeat(10_000_001)}`, 1, 1, /10 MB/],
    ['a NUL', 'a: b\0c\n', 1, 5, /control character/],
  ])('%s', (_, text, line, column, advice) => {
    const { documents, problem } = read(text)
    expect(documents).toEqual([])
    expect(problem?.message).toMatch(advice)
    if (line !== null) expect(problem?.line).toBe(line)
    if (column !== null) expect(problem?.column).toBe(column)
  })

  it('never throws, and gives a place inside the text', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '|',
      '>',
      '&a',
      '*a',
      '!t ',
      '#',
      '?',
      '<<',
      '---\n',
      '\t',
      '%',
      '\r',
      '0x',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const { problem } = read(text)
        if (problem) {
          expect(problem.offset).toBeLessThanOrEqual(text.length)
          expect(problem.message).not.toBe('')
        }
      }),
      { numRuns: 2000 },
    )
  })
})
