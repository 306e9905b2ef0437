import type { DiagramNode } from '../../core/diagram/node'
import { isWithin, samePath, type Path } from '../../core/kubernetes/path'
import type { Drawing } from './drawing'

/** What was last picked on the canvas: it says which of several things at one path is meant, as long as that path is selected. */
export interface Picked {
  readonly id: string
  readonly path: Path
}

/**
 * Takes the drawing, the selected path and what was picked on the canvas; gives the id of the node or edge that shows
 * the selection: the one picked, else the nearest around the path; a line rather than a card where both are as near.
 */
export function highlighted(
  { diagram, nodes, edges }: Drawing,
  selected: Path | null,
  picked: Picked | null,
): string | null {
  if (selected === null) return null
  if (picked !== null && samePath(picked.path, selected) && (nodes.has(picked.id) || edges.has(picked.id))) {
    return picked.id
  }
  let best: string | null = null
  let length = 0
  const offer = (id: string, path: Path) => {
    if (path.length > length && isWithin(selected, path)) {
      best = id
      length = path.length
    }
  }
  for (const edge of diagram.edges) {
    if (edge.kind !== 'backing') for (const path of edge.paths) offer(edge.id, path)
  }
  for (const node of diagram.nodes) if (!isDerived(node)) offer(node.id, node.path)
  return best
}

/** Things that stand for what others say about them: their paths belong to those others. */
function isDerived(node: DiagramNode): boolean {
  return node.kind === 'object' && (!node.declared || node.pod !== null)
}
