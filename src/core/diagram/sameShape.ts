import { cardSize } from './card'
import { keep } from './keep'
import type { Diagram, DiagramEdge, DiagramNode } from './node'
import { headerWidth } from './podLayout'

/** Takes two diagrams; says whether they take the same places: most edits change a word, not a size or a line. */
export function sameShape(a: Diagram, b: Diagram): boolean {
  if (a === b) return true
  return (
    a.nodes.length === b.nodes.length &&
    a.edges.length === b.edges.length &&
    a.nodes.every((node, i) => sameNode(node, b.nodes[i])) &&
    a.edges.every((edge, i) => sameEdge(edge, b.edges[i]))
  )
}

function sameNode(a: DiagramNode, b: DiagramNode | undefined): boolean {
  if (a === b) return true
  if (a.id !== b?.id || a.kind !== b.kind) return false
  if (a.kind === 'workload') return b.kind === 'workload' && headerWidth(a) === headerWidth(b)
  if (a.kind === 'pod' && b.kind === 'pod') {
    return (
      headerWidth(a) === headerWidth(b) &&
      a.workload === b.workload &&
      a.initCount === b.initCount &&
      keep(a.containers, b.containers) === a.containers &&
      keep(a.volumes, b.volumes) === a.volumes
    )
  }
  const [one, other] = [cardSize(a), cardSize(b)]
  return one.width === other.width && one.height === other.height
}

function sameEdge(a: DiagramEdge, b: DiagramEdge | undefined): boolean {
  return (
    a === b ||
    (a.id === b?.id &&
      a.source === b.source &&
      a.target === b.target &&
      a.label === b.label &&
      a.readOnly === b.readOnly)
  )
}
