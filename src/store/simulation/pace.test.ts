import { expect, it } from 'vitest'
import { virtualStep } from './pace'

it.each([
  ['too soon to ask', 10, 60, 0],
  ['as fast as real time', 40, 1, 40],
  ['faster', 40, 60, 2400],
  ['a page that was hidden does not leap', 60_000, 10, 2500],
])('%s', (_, passed, speed, step) => {
  expect(virtualStep(passed, speed)).toBe(step)
})
