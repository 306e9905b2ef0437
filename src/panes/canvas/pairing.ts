import type { ContainerNode, DiagramNode, ObjectNode, ServiceNode, VolumeNode } from '../../core/diagram/node'
import { WORKLOAD_KINDS } from '../../core/kubernetes/workloadKinds'

/** What connecting two things makes. */
export type Pairing =
  | { readonly kind: 'mount'; readonly container: ContainerNode; readonly volume: VolumeNode }
  | { readonly kind: 'variable'; readonly container: ContainerNode; readonly source: ObjectNode }
  | { readonly kind: 'aim'; readonly object: ObjectNode | ServiceNode; readonly target: DiagramNode }

const SOURCES: ReadonlySet<string> = new Set(['configmap', 'secret', 'downward'])

/** A kind of object that is pointed at others. */
export interface Aiming {
  /** What it does to them. */
  readonly verb: string
  /** The side of its card that faces them. */
  readonly side: 'top' | 'bottom'
  readonly title: string
  readonly fits: (target: DiagramNode) => boolean
}

const SCALABLE: ReadonlySet<string> = new Set(
  WORKLOAD_KINDS.flatMap(({ kind, replicas }) => (replicas === null ? [] : [kind])),
)
const isPod = ({ kind }: DiagramNode) => kind === 'pod' || kind === 'workload'
const selecting: Aiming = {
  verb: 'Select the pods of',
  side: 'bottom',
  title: 'Drag to a pod to select it',
  fits: isPod,
}

/** What the objects of each concept are pointed at. */
const AIMING: Readonly<Record<string, Aiming>> = {
  service: selecting,
  budget: selecting,
  networkpolicy: selecting,
  autoscaler: {
    verb: 'Scale',
    side: 'bottom',
    title: 'Drag to a workload to scale it',
    fits: ({ kind, word }) => kind === 'workload' && SCALABLE.has(word),
  },
  serviceaccount: {
    verb: 'Be the identity of',
    side: 'top',
    title: 'Drag to a pod to be its identity',
    fits: isPod,
  },
  ingress: {
    verb: 'Lead to',
    side: 'bottom',
    title: 'Drag to a Service to lead requests there',
    fits: ({ kind }) => kind === 'service',
  },
}

/** Takes a node; gives what it can be pointed at, or null where it points at nothing or is only referred to. */
export function aimingOf(node: DiagramNode): Aiming | null {
  return (isAimed(node) ? AIMING[node.concept] : null) ?? null
}

function isAimed(node: DiagramNode): node is ObjectNode | ServiceNode {
  if (node.kind === 'service') return node.selecting
  return node.kind === 'object' && node.declared && node.pod === null
}

/** Takes a node; says whether variables can come from it. */
export function isVariableSource(node: DiagramNode): node is ObjectNode {
  return node.kind === 'object' && SOURCES.has(node.concept)
}

/** Takes two nodes, in either order; gives what a line between them would make, or null where it would mean nothing. */
export function pairingOf(a: DiagramNode, b: DiagramNode): Pairing | null {
  const [container, other] = a.kind === 'container' ? [a, b] : [b, a]
  if (container.kind !== 'container') return aimFrom(a, b) ?? aimFrom(b, a)
  if (other.kind === 'volume') {
    return other.pod === container.pod && !other.missing ? { kind: 'mount', container, volume: other } : null
  }
  if (!isVariableSource(other) || (other.pod !== null && other.pod !== container.pod)) return null
  return { kind: 'variable', container, source: other }
}

function aimFrom(object: DiagramNode, target: DiagramNode): Pairing | null {
  return isAimed(object) && aimingOf(object)?.fits(target) === true ? { kind: 'aim', object, target } : null
}
