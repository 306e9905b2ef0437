import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockText, spokenTime } from '../clockText'
import { marksOf } from './marks'
import { following, moved, placing, rulerMarks, zoomed } from './stretch'

describe('a stretch of time', () => {
  it('follows now, and begins at 0 at first', () => {
    expect(following(60_000, 0)).toEqual({ from: 0, to: 60_000 })
    expect(following(60_000, 100_000)).toEqual({ from: 42_400, to: 102_400 })
  })

  it('keeps the moment under the pointer when zoomed', () => {
    const stretch = { from: 10_000, to: 50_000 }
    const next = zoomed(stretch, 0.5, 20_000)
    expect(next).toEqual({ from: 15_000, to: 35_000 })
    expect(placing(next, 400)(20_000)).toBeCloseTo(placing(stretch, 400)(20_000))
    expect(zoomed(stretch, 100, 20_000).from).toBe(0)
    expect(zoomed(stretch, 0.000_01, 20_000)).toMatchObject({ from: 19_500, to: 21_500 })
  })

  it('never goes before 0', () => {
    expect(moved({ from: 1000, to: 5000 }, -3000)).toEqual({ from: 0, to: 4000 })
  })

  it('has marks far enough apart, whatever is shown', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 2000, max: 40_000_000 }),
        fc.integer({ min: 100, max: 2000 }),
        (from, length, width) => {
          const marks = rulerMarks({ from, to: from + length }, width)
          const place = placing({ from, to: from + length }, width)
          for (const [index, mark] of marks.entries()) {
            expect(mark).toBeGreaterThanOrEqual(from)
            expect(mark).toBeLessThanOrEqual(from + length)
            const next = marks[index + 1]
            if (next !== undefined) expect(place(next) - place(mark)).toBeGreaterThanOrEqual(83)
          }
        },
      ),
    )
  })
})

describe('marks', () => {
  const items = Array.from({ length: 5000 }, (_, index) => ({ time: index * 10 }))

  it('are as many as there is room for', () => {
    const stretch = { from: 0, to: 50_000 }
    const marks = marksOf(items, stretch, 50_000, placing(stretch, 300))
    expect(marks.length).toBeLessThanOrEqual(101)
    expect(marks.length).toBeGreaterThan(90)
    for (const [index, mark] of marks.entries())
      expect((marks[index + 1] ?? Infinity) - mark).toBeGreaterThanOrEqual(3)
  })

  it('are those of the stretch, up to the last moment that counts', () => {
    const stretch = { from: 100, to: 160 }
    expect(marksOf(items, stretch, 140, placing(stretch, 600))).toEqual([0, 100, 200, 300, 400])
  })
})

it.each([
  [0, '00:00:00', '0 seconds'],
  [65_400, '00:01:05', '1 minute 5 seconds'],
  [3_600_000, '01:00:00', '1 hour'],
])('%i ms are %s, said as %s', (time, clock, spoken) => {
  expect(clockText(time)).toBe(clock)
  expect(spokenTime(time)).toBe(spoken)
})
