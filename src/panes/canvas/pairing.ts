import type { ContainerNode, DiagramNode, ObjectNode, VolumeNode } from '../../core/diagram/node'

/** What connecting two things makes. */
export type Pairing =
  | { readonly kind: 'mount'; readonly container: ContainerNode; readonly volume: VolumeNode }
  | { readonly kind: 'variable'; readonly container: ContainerNode; readonly source: ObjectNode }

const SOURCES: ReadonlySet<string> = new Set(['configmap', 'secret', 'downward'])

/** Takes a node; says whether variables can come from it. */
export function isVariableSource(node: DiagramNode): node is ObjectNode {
  return node.kind === 'object' && SOURCES.has(node.concept)
}

/** Takes two nodes, in either order; gives what a line between them would make, or null where it would mean nothing. */
export function pairingOf(a: DiagramNode, b: DiagramNode): Pairing | null {
  const [container, other] = a.kind === 'container' ? [a, b] : [b, a]
  if (container.kind !== 'container') return null
  if (other.kind === 'volume') {
    return other.pod === container.pod && !other.missing ? { kind: 'mount', container, volume: other } : null
  }
  if (!isVariableSource(other) || (other.pod !== null && other.pod !== container.pod)) return null
  return { kind: 'variable', container, source: other }
}
