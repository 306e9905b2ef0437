import { countUpTo, type Timed } from '../../../core/simulator/history/recent'
import type { Stretch } from './stretch'

/** How near two marks may be, in pixels: nearer ones are drawn as one. */
const NEAREST = 3

/**
 * Takes things that happened, the stretch that is shown, now or the last moment that counts, and where a moment is;
 * gives the places of their marks. Where many are near each other one is drawn, so that a lane costs the same however
 * long its history is.
 */
export function marksOf(
  items: readonly Timed[],
  stretch: Stretch,
  until: number,
  place: (time: number) => number,
): readonly number[] {
  const marks: number[] = []
  const end = countUpTo(items, Math.min(stretch.to, until))
  let last = -Infinity
  for (let index = countUpTo(items, stretch.from - 1); index < end;) {
    const x = place(items[index]?.time ?? 0)
    if (x - last >= NEAREST) {
      marks.push(x)
      last = x
      index += 1
    } else index = afterPlace(items, index, last + NEAREST, place, end)
  }
  return marks
}

/** The first thing from an index on that is not left of a place. */
function afterPlace(
  items: readonly Timed[],
  index: number,
  x: number,
  place: (time: number) => number,
  end: number,
): number {
  let [low, high] = [index + 1, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (place(items[middle]?.time ?? 0) < x) low = middle + 1
    else high = middle
  }
  return low
}

/** Takes the places of marks, and a mark's own outline beginning at its place; gives one outline of them all. */
export function outline(marks: readonly number[], shape: (x: number) => string): string {
  return marks.map((x) => shape(Math.round(x * 10) / 10)).join('')
}
