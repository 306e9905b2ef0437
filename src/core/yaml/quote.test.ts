import fc from 'fast-check'
import { CORE_SCHEMA, load, YAML11_SCHEMA } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { canBePlain, literal, printScalar } from './quote'
import { read } from './read'
import { PLAIN_STYLE } from './style'

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789abxoXOBeE+-._:, #\'"[]{}&*!|>%@`?=~<\t\\yn')) }),
  fc.constantFrom(
    '0O14',
    '0X1F',
    '0B11',
    '0o1_2',
    '-0o14',
    '1e1_0',
    '--- a',
    '... a',
    '---',
    '1e400',
    '0b_',
    '\u2028',
    '\u0085',
    '\ufeff',
    '12:30:45',
    '2020-01-01',
    'NO',
    '<<',
    '=',
    '.inf',
    '-.INF',
    '.NaN',
    '',
    ' ',
    '\u007f',
  ),
)

describe('what is printed is read as the same string by every reader', () => {
  it.each([['block', false] as const, ['brackets', true] as const])('in %s', (_, inFlow) => {
    fc.assert(
      fc.property(nasty, nasty, (key, value) => {
        const [k, v] = [printScalar(key, PLAIN_STYLE, inFlow), printScalar(value, PLAIN_STYLE, inFlow)]
        const text = inFlow
          ? `a: {${k}: [${v}, ${v}]}`
          : `a:\n  ${k}: ${v}\n  - ${v}\n`.replace('\n  - ', '\nb:\n  - ')
        const expected = inFlow ? { a: define(key, [value, value]) } : { a: define(key, value), b: [value] }
        expect(read(text)).toEqual({ documents: [expected], problem: null })
        for (const schema of [CORE_SCHEMA, YAML11_SCHEMA]) expect(load(text, { schema })).toEqual(expected)
      }),
      { numRuns: 3000 },
    )
  })

  it('as a block, where it can be one', () => {
    const lines = fc
      .array(fc.oneof(nasty, fc.constantFrom('', ' ', '  a', '\ta', '# no comment', '- x')))
      .map((all) => all.join('\n'))
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 4 }), (value, step) => {
        const block = literal(value, step)
        if (!block) return
        const text = `a:\n  k: ${block.header}\n${block.lines.map((line) => (line === '' ? '' : ' '.repeat(2 + step) + line)).join('\n')}\nb: 1\n`
        expect(read(text)).toEqual({ documents: [{ a: { k: value }, b: 1 }], problem: null })
      }),
      { numRuns: 3000 },
    )
  })
})

function define(key: string, value: unknown): object {
  return Object.fromEntries([[key, value]])
}

describe('needs no quotes', () => {
  it.each([
    'nginx:1.17',
    '/usr/share/nginx/html',
    '--listen=$(POD_IP):8080',
    'a b',
    '$(POD_NAME)',
    'metadata.name',
    '100m',
    '128Mi',
    '25%',
    "metadata.labels['app']",
    'http://x:80/y#z',
    'größe',
  ])('%s', (text) => {
    expect(canBePlain(text)).toBe(true)
  })
})

describe('needs quotes', () => {
  it.each([
    'yes',
    '0644',
    '1.5',
    'a: b',
    'a #b',
    '*a',
    '',
    ' a',
    '- a',
    'null',
    '1_000',
    '12:30',
    '{a}',
    '@a',
    'a:',
    '---',
  ])('%j', (text) => {
    expect(canBePlain(text)).toBe(false)
  })
})
