import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { resourceShare } from './resourceShares'

describe('resourceShare', () => {
  it.each<[Json, number | null, number | null, RegExp | null]>([
    [{ requests: { cpu: '250m' }, limits: { cpu: 1 } }, 0.25, 1, /^25 % of the limit/],
    [{ requests: { cpu: '1' }, limits: { cpu: '1000m' } }, 1, 1, /^All it may use/],
    [{ requests: { cpu: '700m' }, limits: { cpu: 0.7 } }, 1, 1, /^All it may use/],
    [{ requests: { cpu: 2 }, limits: { cpu: 1 } }, 1, 0.5, /refused/],
    [{ requests: { cpu: 1 } }, 0.5, 1, /^No limit/],
    [{ limits: { cpu: 1 } }, 1, 1, /^Only a limit/],
    [{ requests: { cpu: 0 }, limits: { cpu: 0 } }, 0, 1, /^Nothing/],
    [{ requests: { cpu: 'much' } }, null, null, null],
    [{}, null, null, null],
    ['4', null, null, null],
  ])('of %j', (resources, request, limit, words) => {
    const share = resourceShare(resources, 'cpu')
    if (request === null) return expect(share).toBeNull()
    expect(share).toEqual({ request, limit, words: expect.stringMatching(words ?? '') })
  })
})
