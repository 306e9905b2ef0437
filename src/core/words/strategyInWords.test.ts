import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { strategyInWords } from './strategyInWords'

describe('strategyInWords', () => {
  it.each<[Json | undefined, number, string]>([
    [undefined, 3, 'Of 3 pods, at least 3 are ready at any time, and at most 4 exist.'],
    [{}, 1, 'Of 1 pod, at least 1 is ready at any time, and at most 2 exist.'],
    [
      { rollingUpdate: { maxSurge: 0, maxUnavailable: '10%' } },
      5,
      'Of 5 pods, at least 4 are ready at any time, and at most 5 exist.',
    ],
    [
      { rollingUpdate: { maxSurge: '50%', maxUnavailable: 2 } },
      3,
      'Of 3 pods, at least 1 is ready at any time, and at most 5 exist.',
    ],
    [{ rollingUpdate: { maxSurge: 'some' } }, 3, 'How many pods that is can’t be read.'],
    [
      { type: 'Recreate' },
      3,
      'All old pods stop before the first new one starts: nothing answers in between.',
    ],
  ])('%j of %i', (strategy, replicas, words) => {
    expect(strategyInWords(strategy, replicas)).toBe(words)
  })
})
