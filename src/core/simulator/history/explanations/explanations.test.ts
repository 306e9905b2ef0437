import { expect, it } from 'vitest'
import { ENDING } from './ending'
import { LIVING } from './living'
import { spanWords } from './transition'
import { WAITING } from './waiting'

const ALL = [...WAITING, ...LIVING, ...ENDING]

it('every explanation has a name of its own, a rule and a page', () => {
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length)
  for (const { id, rule, docs } of ALL) {
    expect(rule, id).toMatch(/^pkg\/[\w/]+|^KEP-\d+|^the container runtime/)
    expect(docs, id).toMatch(/^https:\/\/kubernetes\.io\/docs\//)
  }
})

it.each([
  [10_000, '10 s'],
  [9840, '9.8 s'],
  [160_000, '2 min 40 s'],
  [300_000, '5 min'],
])('%i ms are %s', (span, words) => {
  expect(spanWords(span)).toBe(words)
})
