import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Json } from './json'
import { podsOf, rolloutBounds } from './rollout'

describe('podsOf', () => {
  it.each<[Json | undefined, number, number | null]>([
    [3, 10, 3],
    ['25%', 10, 3],
    ['150%', 2, 3],
    ['0%', 5, 0],
    ['25', 10, null],
    ['%', 10, null],
    [undefined, 10, null],
    [{}, 10, null],
  ])('%j of %i, rounded up, is %s', (share, of, pods) => {
    expect(podsOf(share, of, Math.ceil)).toBe(pods)
  })
})

describe('the bounds of a rollout', () => {
  it.each<[Json | undefined, number, Json]>([
    [undefined, 3, { surge: 1, unavailable: 0, least: 3, most: 4 }],
    [{ maxSurge: 0, maxUnavailable: '10%' }, 5, { surge: 0, unavailable: 1, least: 4, most: 5 }],
    [{ maxUnavailable: 9 }, 2, { surge: 1, unavailable: 9, least: 0, most: 3 }],
    [{ maxSurge: 'some' }, 3, null],
  ])('%j of %i', (rollingUpdate, replicas, bounds) => {
    expect(rolloutBounds(rollingUpdate, replicas)).toEqual(bounds)
  })
})

interface Case {
  readonly maxSurge: Json
  readonly maxUnavailable: Json
  readonly replicas: number
  readonly surge: number
  readonly unavailable: number
  readonly minAvailable: number
  readonly maxTotalPods: number
}

const FILE = '../shared/golden/kubelet/generated_rollout_fenceposts.json'

describe('against the controller', () => {
  if (!existsSync(FILE)) console.info(`skipped: ${FILE} is absent`)
  const { cases }: { cases: Case[] } = existsSync(FILE)
    ? JSON.parse(readFileSync(FILE, 'utf8'))
    : { cases: [] }

  it(`in ${cases.length} cases`, () => {
    for (const row of cases) {
      const { maxSurge, maxUnavailable, replicas } = row
      expect([row, rolloutBounds({ maxSurge, maxUnavailable }, replicas)]).toEqual([
        row,
        {
          surge: row.surge,
          unavailable: row.unavailable,
          least: Math.max(0, row.minAvailable),
          most: row.maxTotalPods,
        },
      ])
    }
  })
})
