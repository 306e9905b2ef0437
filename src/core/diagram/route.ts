/** A point of a line. */
export type Point = readonly [x: number, y: number]

/** Text on a line. */
export interface LineLabel {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}

/** How a line runs: along corner points; straight to its second point and in a curve from there; or upright in a curve. */
export type LineForm = 'corners' | 'bent' | 'upright'

/** The way of an edge. */
export interface Line {
  readonly id: string
  readonly form: LineForm
  readonly points: readonly Point[]
  readonly label: LineLabel | null
}

const RADIUS = 8

/** Takes a point and an offset; gives it moved by that. */
export function moved([x, y]: Point, dx: number, dy: number): Point {
  return [x + dx, y + dy]
}

/** Takes a label and an offset; gives it moved by that. */
export function movedLabel(label: LineLabel | null, dx: number, dy: number): LineLabel | null {
  return label === null ? null : { ...label, x: label.x + dx, y: label.y + dy }
}

/** Takes a line and an offset; gives it moved by that. */
export function movedLine(line: Line, dx: number, dy: number): Line {
  const points = line.points.map((point) => moved(point, dx, dy))
  return { ...line, points, label: movedLabel(line.label, dx, dy) }
}

/** Takes a line; gives it as an SVG path. */
export function linePath({ form, points }: Line): string {
  return PATHS[form](points)
}

const PATHS: Readonly<Record<LineForm, (points: readonly Point[]) => string>> = {
  corners: cornersPath,
  bent: ([start, bend, end]) => {
    if (start === undefined || bend === undefined || end === undefined) return ''
    const middle = (bend[0] + end[0]) / 2
    return `M${start[0]} ${start[1]}H${bend[0]}C${middle} ${start[1]} ${middle} ${end[1]} ${end[0]} ${end[1]}`
  },
  upright: ([start, end]) => {
    if (start === undefined || end === undefined) return ''
    const middle = (start[1] + end[1]) / 2
    return `M${start[0]} ${start[1]}C${start[0]} ${middle} ${end[0]} ${middle} ${end[0]} ${end[1]}`
  },
}

/** Along corner points, with round corners. */
function cornersPath(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  let d = `M${first[0]} ${first[1]}`
  let from = first
  rest.forEach((corner, i) => {
    const to = rest[i + 1]
    if (to === undefined) {
      d += `L${corner[0]} ${corner[1]}`
      return
    }
    const before = Math.hypot(corner[0] - from[0], corner[1] - from[1])
    const after = Math.hypot(to[0] - corner[0], to[1] - corner[1])
    const radius = Math.min(RADIUS, before / 2, after / 2)
    if (radius > 0) {
      const [ax, ay] = towards(corner, from, radius / before)
      const [bx, by] = towards(corner, to, radius / after)
      d += `L${ax} ${ay}Q${corner[0]} ${corner[1]} ${bx} ${by}`
    }
    from = corner
  })
  return d
}

function towards(from: Point, to: Point, part: number): Point {
  return [round(from[0] + (to[0] - from[0]) * part), round(from[1] + (to[1] - from[1]) * part)]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
