import type { DiagramEdge, DiagramNode } from '../../core/diagram/node'
import type { Change } from '../../core/kubernetes/change'
import { removalAt } from '../../core/kubernetes/edits/removal'
import type { Path } from '../../core/kubernetes/path'

/** Takes a node; gives the edit that removes it, or null: a frame of a template and what others only refer to stay. */
export function nodeRemoval(node: DiagramNode): Change | null {
  if (node.kind === 'object' && (!node.declared || node.pod !== null)) return null
  if (node.kind === 'pod' && node.workload !== null) return null
  return removalAt(node.path)
}

/** Takes an edge; gives the edit that removes all that makes it, or null where it follows from something else. */
export function edgeRemoval({ kind, paths }: DiagramEdge): Change | null {
  if (kind === 'backing' || kind === 'reference' || kind === 'selector') return null
  const removals = paths.toReversed().map(removalAt)
  if (removals.some((removal) => removal === null)) return null
  return (documents) => {
    let selection: Path | undefined
    // From the last to the first, so that the places of the others hold.
    for (const removal of removals) selection = removal?.(documents)
    return selection
  }
}
