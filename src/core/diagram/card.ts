import { textWidth } from './labelText'
import { MEASURES } from './measures'
import type { DiagramNode, NodePart } from './node'

/** A rectangle. x and y are its top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const PADDING = 10
const NAME_ROW = 20
const TEXT_ROW = 18

/** Takes ports and a card's width; gives how many rows their chips fill. */
function chipRows(ports: readonly NodePart[], width: number): number {
  const room = width - 2 * PADDING
  let rows = 0
  let left = 0
  for (const port of ports) {
    const needs = Math.min(room, textWidth(port.label) + 14 + (port.problem === null ? 0 : 16))
    if (rows === 0 || needs > left) {
      rows++
      left = room
    }
    left -= needs + MEASURES.chipGap
  }
  return rows
}

function chipsHeight(ports: readonly NodePart[], width: number): number {
  const rows = chipRows(ports, width)
  return rows === 0 ? 0 : 4 + rows * MEASURES.chip + (rows - 1) * MEASURES.chipGap
}

/** Takes a node that is no frame; gives the size its text needs. */
export function cardSize(node: DiagramNode): { width: number; height: number } {
  const lines = (count: number) => 2 * PADDING + NAME_ROW + count * TEXT_ROW
  if (node.kind === 'container') {
    const width = MEASURES.container
    return { width, height: lines(1) + chipsHeight(node.ports, width) }
  }
  if (node.kind === 'service') {
    const width = MEASURES.service
    return { width, height: lines(2) + chipsHeight(node.ports, width) }
  }
  if (node.kind === 'object' && (node.lines.length > 0 || node.parts.length > 0)) {
    const width = MEASURES.service
    return { width, height: lines(1 + node.lines.length) + chipsHeight(node.parts, width) }
  }
  return { width: node.kind === 'volume' ? MEASURES.volume : MEASURES.object, height: lines(1) - 4 }
}

/** Takes how many lines end at one side of a card; gives the height they need. */
export function slotsHeight(count: number): number {
  return count === 0 ? 0 : MEASURES.firstSlot + (count - 1) * MEASURES.slot + MEASURES.lastSlot
}

/** Takes a card's height, how many lines end at one side and which of them; gives where it ends, from the card's top. */
export function slotAt(height: number, count: number, index: number): number {
  const centred = Math.round(height / 2 - ((count - 1) * MEASURES.slot) / 2)
  return Math.max(MEASURES.firstSlot, centred) + index * MEASURES.slot
}
