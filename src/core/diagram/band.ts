import { cardSize } from './card'
import { MEASURES } from './measures'
import type { ObjectNode, ServiceNode } from './node'
import type { Placed } from './podLayout'
import type { Point } from './route'

/** What stands outside the frames. */
export type Outsider = ServiceNode | ObjectNode

/** Which sides an outsider's lines leave to: to containers on the left of the frames, from volumes on their right. */
export interface Sides {
  readonly left: boolean
  readonly right: boolean
}

/** The start of a line outside the frames: from a card to its lane, along which it runs to its track. */
export interface Lane {
  readonly handle: Point
  readonly y: number
}

/** Rows of cards above or below a frame, with the lanes of their lines. */
export interface Band {
  readonly places: readonly Placed[]
  readonly left: ReadonlyMap<string, Lane>
  readonly right: ReadonlyMap<string, Lane>
  readonly width: number
  readonly height: number
}

const LANE = 8

function rowsOf(nodes: readonly Outsider[], room: number): readonly (readonly Outsider[])[] {
  const rows: Outsider[][] = []
  let left = 0
  for (const node of nodes) {
    const { width } = cardSize(node)
    const row = rows.at(-1)
    if (row === undefined || left < width) {
      rows.push([node])
      left = room - width - MEASURES.apart
    } else {
      row.push(node)
      left -= width + MEASURES.apart
    }
  }
  return rows
}

/**
 * Takes the outsiders of a frame, whether they stand above or below it, where the band begins, how wide it may be and
 * which sides each one's lines leave to; gives their rows. Cards face the frame; lanes run between a row and the frame.
 */
export function layoutBand(
  nodes: readonly Outsider[],
  side: 'above' | 'below',
  top: number,
  room: number,
  sidesOf: (id: string) => Sides,
): Band {
  const places: Placed[] = []
  const left = new Map<string, Lane>()
  const right = new Map<string, Lane>()
  let width = 0
  let y = top
  for (const row of rowsOf(nodes, room)) {
    const lefts = row.filter((node) => sidesOf(node.id).left)
    const rights = row.filter((node) => sidesOf(node.id).right)
    const lanes = lefts.length + rights.length
    const channel = MEASURES.margin * 2 + Math.max(0, lanes - 1) * LANE
    const height = Math.max(...row.map((node) => cardSize(node).height))
    const rowTop = side === 'above' ? y : y + channel
    const firstLane = side === 'above' ? rowTop + height + MEASURES.margin : y + MEASURES.margin
    const place = placeRow(row, sidesOf, room)
    row.forEach((node, i) => {
      const size = cardSize(node)
      const x = place[i] ?? 0
      const cardY = side === 'above' ? rowTop + height - size.height : rowTop
      places.push({ id: node.id, x, y: cardY, ...size })
      width = Math.max(width, x + size.width)
      const edge = side === 'above' ? cardY + size.height : cardY
      const l = lefts.indexOf(node)
      const r = rights.indexOf(node)
      // The lane nearest the cards belongs to the outermost card, so that lanes and the lines up to them never cross.
      if (l >= 0) {
        const lane = side === 'above' ? l : lefts.length - 1 - l
        left.set(node.id, { handle: [x + 24, edge], y: firstLane + lane * LANE })
      }
      if (r >= 0) {
        right.set(node.id, { handle: [x + size.width - 24, edge], y: firstLane + (lefts.length + r) * LANE })
      }
    })
    y += height + channel
  }
  return { places, left, right, width, height: y - top }
}

/** Cards stand from the left; those that only volumes lead to stand at the right, where the volumes are, if there is room. */
function placeRow(row: readonly Outsider[], sidesOf: (id: string) => Sides, room: number): readonly number[] {
  const widths = row.map((node) => cardSize(node).width)
  const total = widths.reduce((sum, width) => sum + width, 0) + (row.length - 1) * MEASURES.apart
  const spare = Math.max(0, room - total)
  let x = 0
  let moved = false
  return row.map((node, i) => {
    const sides = sidesOf(node.id)
    if (!moved && sides.right && !sides.left) {
      x += spare
      moved = true
    }
    const at = x
    x += (widths[i] ?? 0) + MEASURES.apart
    return at
  })
}
