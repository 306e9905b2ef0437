import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { resourceShare } from './resourceShares'

describe('resourceShare', () => {
  it.each<[Json, number | null, number | null, RegExp | null]>([
    [
      { requests: { cpu: '250m' }, limits: { cpu: 1 } },
      0.25,
      1,
      /^0.25 CPU core is promised of at most 1 CPU core: 25 %.$/,
    ],
    [{ requests: { cpu: '1' }, limits: { cpu: '1000m' } }, 1, 1, /^All it may use/],
    [{ requests: { cpu: '700m' }, limits: { cpu: 0.7 } }, 1, 1, /^All it may use/],
    [{ requests: { cpu: 2 }, limits: { cpu: 1 } }, 1, 0.5, /refused/],
    [{ requests: { cpu: 1 } }, 0.5, 1, /^1 CPU core is promised. No limit/],
    [{ limits: { cpu: 1 } }, 1, 1, /^At most 1 CPU core, and as much/],
    [{ requests: { cpu: 0 }, limits: { cpu: 0 } }, 0, 1, /^Nothing/],
    [{ requests: { cpu: 'much' } }, null, null, null],
    [{}, null, null, null],
    ['4', null, null, null],
  ])('of %j', (resources, request, limit, words) => {
    const share = resourceShare(resources, 'cpu')
    if (request === null) return expect(share).toBeNull()
    expect(share).toEqual({ request, limit, words: expect.stringMatching(words ?? '') })
  })

  it('says when somebody wrote thousandths of bytes', () => {
    expect(resourceShare({ requests: { memory: '128m' } }, 'memory')?.words).toMatch(/m is a thousandth/)
  })
})
