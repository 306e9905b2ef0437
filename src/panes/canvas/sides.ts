import { Position, type NodeHandle } from '@xyflow/react'
import type { DiagramNode } from '../../core/diagram/node'
import { aimingOf, isVariableSource } from './pairing'

/** A side of a card a line can be drawn from, and what that would make. */
export interface Side {
  readonly at: 'left' | 'right' | 'top' | 'bottom'
  readonly title: string
}

const CONTAINER: readonly Side[] = [
  { at: 'left', title: 'Drag to a ConfigMap, a Secret or the downward API to make a variable' },
  { at: 'right', title: 'Drag to a volume to mount it' },
]
const VOLUME: readonly Side[] = [{ at: 'left', title: 'Drag to a container to mount it there' }]
const SOURCE: readonly Side[] = [{ at: 'top', title: 'Drag to a container to make a variable' }]
const NONE: readonly Side[] = []

/** Takes a node; gives the sides a line can be drawn from. */
export function sidesOf(node: DiagramNode): readonly Side[] {
  if (node.kind === 'container') return CONTAINER
  if (node.kind === 'volume') return node.missing ? NONE : VOLUME
  if (isVariableSource(node)) return SOURCE
  const aiming = aimingOf(node)
  return aiming === null ? NONE : [{ at: aiming.side, title: aiming.title }]
}

/** Half of a card's name row and what is above it: beside the name, away from where lines end. */
const BESIDE_NAME = 20
export const POSITIONS = {
  left: Position.Left,
  right: Position.Right,
  top: Position.Top,
  bottom: Position.Bottom,
} as const

/** Takes a node and its size; gives its handles as React Flow wants them. What has none to draw from has one nobody sees, since lines end at handles. */
export function handlesOf(node: DiagramNode, width: number, height: number): NodeHandle[] {
  const sides = sidesOf(node)
  const handle = (id: string | null, x: number, y: number, position: Position): NodeHandle => ({
    id,
    type: 'source',
    position,
    x,
    y,
    width: 1,
    height: 1,
  })
  if (sides.length === 0) return [handle(null, 0, height / 2, Position.Left)]
  const beside = node.kind === 'volume' ? height / 2 : BESIDE_NAME
  return sides.map(({ at }) =>
    handle(
      at,
      at === 'left' ? 0 : at === 'right' ? width : width / 2,
      at === 'top' ? 0 : at === 'bottom' ? height : beside,
      POSITIONS[at],
    ),
  )
}
