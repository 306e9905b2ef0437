import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../yaml/read'
import { goYaml } from './goYaml'

describe('YAML as Go writes it', () => {
  it.each([
    [{ a: [{ b: 1, c: [] }, 'x'], d: {} }, 'a:\n- b: 1\n  c: []\n- x\nd: {}\n'],
    [
      { ip: '10.0.0.1', time: '2030-01-01T00:00:00Z', n: '5', yes: 'yes', e: '' },
      'ip: 10.0.0.1\ntime: "2030-01-01T00:00:00Z"\n"n": "5"\n"yes": "yes"\ne: ""\n',
    ],
    [
      { m: 'containers: [x]', s: ' a', c: '-c', d: '- c', q: "it's: so" },
      "m: 'containers: [x]'\ns: ' a'\nc: -c\nd: '- c'\nq: 'it''s: so'\n",
    ],
    [{ script: 'a\n  b\n', cut: 'a\nb' }, 'script: |\n  a\n    b\ncut: |-\n  a\n  b\n'],
    [[[1, [2]], null], '- - 1\n  - - 2\n- null\n'],
    [{ m: `${'word '.repeat(20)}end` }, `m: ${'word '.repeat(15)}word\n  word word word word end\n`],
  ])('%j', (value, text) => {
    expect(goYaml(value)).toBe(text)
  })

  it('reads as what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
        const value = read(JSON.stringify(json)).documents
        const [first = null] = value
        expect(read(goYaml(first)).documents).toEqual(value)
      }),
    )
  })

  it('reads texts as what they were', () => {
    const text = fc.stringMatching(/^[-?:#a-z0-9 '"\n[\]{}.~|>&*!%@`=<]{0,30}$/)
    fc.assert(
      fc.property(text, (each) => {
        expect(read(goYaml({ a: { b: [each] } })).documents).toEqual([{ a: { b: [each] } }])
      }),
      { numRuns: 1000 },
    )
  })
})
