import type { Outsider } from './band'
import type { DiagramEdge, DiagramNode } from './node'
import type { PodContent } from './podLayout'

/** A workload with the cards that stand about its frame; without a workload only the cards. */
export interface Block {
  readonly content: PodContent | null
  /** What points at pods and workloads: an autoscaler, a disruption budget. */
  readonly pointers: readonly Outsider[]
  /** What points at Services, and what that names: an Ingress. */
  readonly leaders: readonly Outsider[]
  readonly services: readonly Outsider[]
  /** What the pod uses. */
  readonly used: readonly Outsider[]
}

/** Takes an edge; says whether it stays inside a pod. */
export function isInner(edge: DiagramEdge): boolean {
  return edge.kind === 'mount' || edge.kind === 'file'
}

/** Takes the nodes of a group and its edges; gives its blocks: each outsider stands at the first workload it has to do with. */
export function blocksOf(group: readonly DiagramNode[], edges: readonly DiagramEdge[]): readonly Block[] {
  const contents = group.flatMap((node) => (node.kind === 'pod' ? [podContent(node.id, group, edges)] : []))
  const home = homes(group, edges, contents)
  const blocks = contents.length === 0 ? [null] : contents
  return blocks.map((content, index) => {
    const here = group.filter(isOutsider).filter((node) => (home.get(node.id) ?? 0) === index)
    const objects = here.filter((node) => node.kind === 'object')
    return {
      content,
      services: here.filter((node) => node.kind === 'service'),
      pointers: objects.filter((node) => !isUsed(node, edges) && isPointer(node, edges)),
      leaders: objects.filter((node) => !isUsed(node, edges) && !isPointer(node, edges)),
      used: objects.filter((node) => isUsed(node, edges)),
    }
  })
}

function isOutsider(node: DiagramNode): node is Outsider {
  return node.kind === 'service' || node.kind === 'object'
}

/** Whether a pod uses the object; else the object points at something by itself (the line is made by its own document). */
function isUsed(node: Outsider, edges: readonly DiagramEdge[]): boolean {
  if (node.kind === 'object' && node.pod !== null) return true
  return edges.some((edge) => {
    if (edge.kind === 'backing') return edge.target === node.id
    if (edge.source !== node.id) return false
    return edge.kind === 'env' || (edge.kind === 'whole' && edge.paths[0][0] !== node.path[0])
  })
}

function isPointer({ id }: Outsider, edges: readonly DiagramEdge[]): boolean {
  return edges.some((edge) => edge.kind === 'whole' && edge.source === id)
}

function podContent(podId: string, group: readonly DiagramNode[], edges: readonly DiagramEdge[]): PodContent {
  const pod = group.find((node) => node.id === podId && node.kind === 'pod')
  if (pod?.kind !== 'pod') throw new TypeError('the group lost its pod')
  const frame = group.find((node) => node.kind === 'workload' && node.id === pod.workload)
  const containers = group.filter((node) => node.kind === 'container').filter((node) => node.pod === podId)
  const volumes = group.filter((node) => node.kind === 'volume').filter((node) => node.pod === podId)
  const ids = new Set([podId, frame?.id, ...pod.containers, ...pod.volumes])
  return {
    frame: frame?.kind === 'workload' ? frame : null,
    pod,
    containers,
    volumes,
    inner: edges.filter((edge) => isInner(edge) && ids.has(edge.source)),
    incoming: edges.filter((edge) => !isInner(edge) && edge.kind !== 'backing' && ids.has(edge.target)),
  }
}

function homes(
  group: readonly DiagramNode[],
  edges: readonly DiagramEdge[],
  contents: readonly PodContent[],
): ReadonlyMap<string, number> {
  const blockOf = new Map<string, number>()
  contents.forEach(({ frame, pod }, index) => {
    for (const id of [pod.id, ...pod.containers, ...pod.volumes]) blockOf.set(id, index)
    if (frame !== null) blockOf.set(frame.id, index)
  })
  const home = new Map<string, number>()
  const settle = (id: string, index: number | undefined) => {
    if (index !== undefined) home.set(id, Math.min(home.get(id) ?? Infinity, index))
  }
  for (const node of group) {
    if (node.kind === 'object' && node.pod !== null) settle(node.id, blockOf.get(node.pod))
  }
  for (const edge of edges) {
    if (edge.kind === 'backing') settle(edge.target, blockOf.get(edge.source))
    else if (!isInner(edge)) settle(edge.source, blockOf.get(edge.target))
  }
  // Twice, for what refers to something that itself only refers to something (an Ingress to a Service of a pod).
  for (const edge of [...edges, ...edges]) {
    if (edge.kind !== 'reference') continue
    if (!home.has(edge.source)) settle(edge.source, home.get(edge.target))
    if (!home.has(edge.target)) settle(edge.target, home.get(edge.source))
  }
  return home
}
