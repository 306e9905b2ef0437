import type { Place } from '../../core/diagram/layout'
import type { Drawing } from './drawing'

/** A way to go, by arrow key. */
export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

const WAYS: Readonly<Record<Direction, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** Takes a key; says whether it is an arrow. */
export function isArrow(key: string): key is Direction {
  return Object.hasOwn(WAYS, key)
}

/**
 * Takes the drawing, the id of a card and a direction; gives the id of the nearest card that way, or null at the edge.
 * From a frame the way leads to the cards as from its top left corner.
 */
export function neighbourOf({ diagram, places }: Drawing, id: string, direction: Direction): string | null {
  const from = places.get(id)
  if (from === undefined) return null
  const isFrame = diagram.nodes.some(
    (node) => node.id === id && (node.kind === 'workload' || node.kind === 'pod'),
  )
  const start = isFrame ? { ...from, width: 0, height: 0 } : from
  const [dx, dy] = WAYS[direction]
  let nearest: string | null = null
  let least = Infinity
  for (const node of diagram.nodes) {
    const place = places.get(node.id)
    if (place === undefined || node.id === id || node.kind === 'workload' || node.kind === 'pod') continue
    const ahead = dx * (middleX(place) - middleX(start)) + dy * (middleY(place) - middleY(start))
    // How far the two are apart aside of the way: nothing while they still face each other.
    const aside =
      dx === 0
        ? apart(start.x, start.width, place.x, place.width)
        : apart(start.y, start.height, place.y, place.height)
    if (ahead <= 0) continue
    const cost = ahead + 3 * aside
    if (cost < least) {
      least = cost
      nearest = node.id
    }
  }
  return nearest
}

function middleX(place: Omit<Place, 'captions' | 'id'>): number {
  return place.x + place.width / 2
}

function middleY(place: Omit<Place, 'captions' | 'id'>): number {
  return place.y + place.height / 2
}

function apart(a: number, sizeA: number, b: number, sizeB: number): number {
  return Math.max(0, b - (a + sizeA), a - (b + sizeB))
}
