import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { terminationInWords } from './terminationInWords'

describe('terminationInWords', () => {
  it.each<[Json | undefined, string]>([
    [undefined, 'It has 30 s to stop after SIGTERM; what still runs then is killed.'],
    [
      { terminationGracePeriodSeconds: 120 },
      'It has 2 min to stop after SIGTERM; what still runs then is killed.',
    ],
    [
      { containers: [{ name: 'app', lifecycle: { preStop: { sleep: { seconds: 5 } } } }, {}, null] },
      'It has 30 s to stop after SIGTERM; what still runs then is killed. First comes a sleep of 5 s in app: the time runs already.',
    ],
    [{ terminationGracePeriodSeconds: 0 }, 'It is killed at once: no SIGTERM, no time to finish anything.'],
    [
      { terminationGracePeriodSeconds: 'x', containers: 5 },
      'It has 30 s to stop after SIGTERM; what still runs then is killed.',
    ],
  ])('%j', (podSpec, words) => {
    expect(terminationInWords(podSpec)).toBe(words)
  })
})
