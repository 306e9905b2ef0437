/** The stretch of virtual time that the timeline shows, in milliseconds. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The shortest and the longest stretch that can be shown. */
const SHORTEST = 2000
const LONGEST = 12 * 3600_000

/** How much room is left after now while it is followed. */
const AHEAD = 0.04

/** Takes how long the stretch is, and now; gives the stretch that follows now. It begins at 0 until now is near its end. */
export function following(length: number, now: number): Stretch {
  const to = Math.max(length, now + length * AHEAD)
  return { from: to - length, to }
}

/** Takes a stretch, a factor (above 1: shows more) and the moment that stays where it is; gives the stretch zoomed. */
export function zoomed({ from, to }: Stretch, factor: number, around: number): Stretch {
  const length = Math.min(LONGEST, Math.max(SHORTEST, (to - from) * factor))
  const share = (around - from) / (to - from)
  const begin = Math.max(0, around - share * length)
  return { from: begin, to: begin + length }
}

/** Takes a stretch and by how much; gives it moved, never before 0. */
export function moved({ from, to }: Stretch, by: number): Stretch {
  const begin = Math.max(0, from + by)
  return { from: begin, to: begin + to - from }
}

/** Distances between the marks of the ruler, in milliseconds. */
const DISTANCES = [
  0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200,
].map((seconds) => seconds * 1000)

/** Takes a stretch and how wide it is drawn; gives the moments of the ruler's marks, at least so many pixels apart. */
export function rulerMarks({ from, to }: Stretch, width: number, apart = 84): readonly number[] {
  const most = Math.max(1, width / apart)
  const distance = DISTANCES.find((each) => (to - from) / each <= most) ?? LONGEST
  const first = Math.ceil(from / distance) * distance
  const count = Math.max(0, Math.floor((to - first) / distance) + 1)
  return Array.from({ length: Math.min(count, 100) }, (_, index) => first + index * distance)
}

/** Takes a stretch and its width in pixels; gives where a moment is in it. */
export function placing({ from, to }: Stretch, width: number): (time: number) => number {
  const scale = to > from ? width / (to - from) : 0
  return (time) => (time - from) * scale
}
