import { cardSize } from './card'
import { shifted, type GroupLayout } from './groupLayout'
import { MEASURES } from './measures'
import type { DiagramNode } from './node'

/** Groups side by side and below each other. */
export interface Table {
  readonly groups: readonly GroupLayout[]
  readonly width: number
  readonly height: number
}

/** How much wider than high the whole should be. */
const ASPECT = 1.3

interface Rectangle {
  readonly width: number
  readonly height: number
}

/** Takes rectangles, the widest a shelf may be and the gap; gives each its corner, in order, shelf by shelf. */
function shelve(
  items: readonly Rectangle[],
  room: number,
  gap: number,
): { at: readonly (readonly [number, number])[]; width: number; height: number } {
  let x = 0
  let y = 0
  let shelf = 0
  let width = 0
  const at = items.map((item) => {
    if (x > 0 && x + item.width > room) {
      y += shelf + gap
      x = 0
      shelf = 0
    }
    const corner = [x, y] as const
    x += item.width + gap
    shelf = Math.max(shelf, item.height)
    width = Math.max(width, corner[0] + item.width)
    return corner
  })
  return { at, width, height: items.length === 0 ? 0 : y + shelf }
}

/** Takes the groups laid out and the nodes that belong to none; gives all of them places on one table. */
export function arrange(groups: readonly GroupLayout[], alone: readonly DiagramNode[]): Table {
  const area = groups.reduce((sum, { width, height }) => sum + width * height, 0)
  const widest = Math.max(0, ...groups.map((group) => group.width))
  const main = shelve(groups, Math.max(widest, Math.sqrt(area * ASPECT)), MEASURES.groups)
  const cards = alone.map((node) => ({ id: node.id, x: 0, y: 0, ...cardSize(node) }))
  const room = Math.max(main.width, 3 * (MEASURES.service + MEASURES.apart))
  const rest = shelve(cards, room, MEASURES.apart)
  const top = main.height === 0 ? 0 : main.height + MEASURES.groups
  const placed = [
    ...groups.map((group, i) => shifted(group, main.at[i]?.[0] ?? 0, main.at[i]?.[1] ?? 0)),
    ...cards.map((card, i) =>
      shifted(
        { width: card.width, height: card.height, places: [card], captions: new Map(), lines: [] },
        rest.at[i]?.[0] ?? 0,
        top + (rest.at[i]?.[1] ?? 0),
      ),
    ),
  ]
  return {
    groups: placed,
    width: Math.max(main.width, rest.width),
    height: cards.length === 0 ? main.height : top + rest.height,
  }
}
