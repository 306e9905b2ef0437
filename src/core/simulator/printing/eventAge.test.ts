import { expect, it } from 'vitest'
import { eventAge } from './eventAge'

const AT = { firstTimestamp: '2030-01-01T00:00:00Z', lastTimestamp: '2030-01-01T00:00:30Z' }

it.each([
  [{ ...AT, count: 3 }, '10s (x3 over 40s)'],
  [{ ...AT, count: 1 }, '40s'],
])('%j', (event, text) => {
  expect(eventAge(event, Date.UTC(2030, 0, 1, 0, 0, 40))).toBe(text)
})
