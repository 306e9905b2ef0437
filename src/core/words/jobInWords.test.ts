import { expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { jobInWords, secondsInWords } from './jobInWords'

it.each<[Json | undefined, string]>([
  [undefined, 'Runs until 1 pod succeeded, 1 at once; fails after 6 retries.'],
  [{ parallelism: 3 }, 'Runs 3 pods at once until one succeeds and all have ended; fails after 6 retries.'],
  [
    {
      completions: 5,
      parallelism: 2,
      completionMode: 'Indexed',
      backoffLimitPerIndex: 1,
      activeDeadlineSeconds: 600,
      ttlSecondsAfterFinished: 3600,
      suspend: true,
    },
    'Runs until 5 pods succeeded, one for each number, 2 at once; a number fails after 1 retry, or after 10 min; is removed 1 h after it has ended; does not start while it is suspended.',
  ],
  [{ completions: 'x', backoffLimit: 1 }, 'Runs until 1 pod succeeded, 1 at once; fails after 1 retry.'],
])('%j', (spec, words) => {
  expect(jobInWords(spec)).toBe(words)
})

it.each([
  [0, '0 s'],
  [60, '60 s'],
  [90, '90 s'],
  [120, '2 min'],
  [7200, '2 h'],
  [172_800, '2 d'],
])('%i seconds are %s', (seconds, words) => {
  expect(secondsInWords(seconds)).toBe(words)
})
