import type { Json } from '../kubernetes/json'
import { valueAt, type Path } from '../kubernetes/path'
import { field, itemsOf, textOf } from '../kubernetes/shape'
import type { Use } from './containerParts'
import { joined } from './joined'
import { pathKey, shownName, type DiagramEdge, type ObjectNode } from './node'
import type { Outside } from './outside'
import { existing, type PodParts } from './podParts'
import type { Backing } from './volumeParts'

/** Takes the documents, a workload's parts and the things outside; gives the lines from those things into the pod. */
export function podUses(
  documents: readonly Json[],
  parts: PodParts,
  outside: Outside,
): readonly DiagramEdge[] {
  const find = finder(documents, parts, outside)
  return [...envEdges(parts, find), ...backingEdges(parts, find), ...wholeEdges(documents, parts, outside)]
}

/** Takes the documents and a workload's parts; gives the node of its downward API: the pod's own facts, as its containers read them. */
export function downwardNode(documents: readonly Json[], { workload, pod }: PodParts): ObjectNode {
  return {
    kind: 'object',
    id: `downward:${pathKey(workload.path)}`,
    concept: 'downward',
    path: existing(documents, workload.podMetadata),
    label: 'Downward API',
    word: 'pod facts',
    details: [],
    title: `Downward API of ${workload.row.kind} ${shownName(workload.name)}: the pod's own name, IP, labels, limits`,
    declared: true,
    pod: pod.id,
    lines: [],
    parts: [],
  }
}

function hostNode({ workload, pod }: PodParts, name: string, from: Path): ObjectNode {
  return {
    kind: 'object',
    id: `host:${pathKey(workload.path)}:${name}`,
    concept: 'host',
    path: from,
    label: name,
    word: 'on the node',
    details: [],
    title: `${shownName(name)} on the node the pod runs on`,
    declared: true,
    pod: pod.id,
    lines: [],
    parts: [],
  }
}

/** Takes what is named and from where; gives the node's id. */
type Find = (thing: { readonly kind: string; readonly name: string }, from: Path) => string

/** Names mean the same thing all over a pod, so each is looked up once. */
function finder(documents: readonly Json[], parts: PodParts, outside: Outside): Find {
  const found = new Map<string, string>()
  const { namespace } = parts.workload
  return ({ kind, name }, from) => {
    const key = `${kind}/${name}`
    const known = found.get(key)
    if (known !== undefined) return known
    const id =
      kind === 'DownwardAPI'
        ? outside.add(downwardNode(documents, parts))
        : kind === 'Host'
          ? outside.add(hostNode(parts, name, from))
          : outside.named({ kind, name, namespace }, from)
    found.set(key, id)
    return id
  }
}

/** Lines of environment variables: one from each source to each container, however many variables it carries. */
function envEdges({ containers, volumeId }: PodParts, find: Find): readonly DiagramEdge[] {
  return containers.flatMap(({ node, uses }) =>
    uses.flatMap((use) => {
      const source = use.kind === 'Volume' ? volumeId(use.name) : find(use, use.paths[0])
      if (source === null) return []
      return [joined(use, source, node.id, (part, from, to) => envEdge(part, from, to, node.label))]
    }),
  )
}

function envEdge(use: Use, source: string, target: string, container: string): DiagramEdge {
  const kind = use.kind === 'Volume' ? 'file' : 'env'
  const more = use.variables.length - 1
  const from =
    use.kind === 'Volume' ? `a file in volume ${shownName(use.name)}` : describe(use.kind, use.name)
  return {
    id: `${kind}:${source}>${target}`,
    kind,
    concept: use.concept,
    source,
    target,
    paths: use.paths,
    label: `${use.variables[0] ?? ''}${more > 0 ? ` +${more}` : ''}`,
    readOnly: false,
    title: `${use.variables.join(', ')} from ${from} to container ${shownName(container)}`,
  }
}

function describe(kind: string, name: string): string {
  if (kind === 'DownwardAPI') return 'the downward API'
  return kind === 'Host' ? `${shownName(name)} on the node` : `${kind} ${shownName(name)}`
}

/** Lines from volumes to what backs them outside the pod. */
function backingEdges({ volumes }: PodParts, find: Find): readonly DiagramEdge[] {
  return volumes.flatMap(({ node, backings }) => {
    const targets = new Set<string>()
    return backings.flatMap((backing) => {
      const target = find(backing, node.path)
      if (targets.has(target)) return []
      targets.add(target)
      return [joined(backing, node.id, target, (part, from, to) => backingEdge(part, from, to, node))]
    })
  })
}

function backingEdge(
  { concept, kind, name }: Backing,
  source: string,
  target: string,
  volume: { readonly path: Path; readonly label: string },
): DiagramEdge {
  return {
    id: `backing:${source}>${target}`,
    kind: 'backing',
    concept,
    source,
    target,
    paths: [volume.path],
    label: '',
    readOnly: false,
    title: `Volume ${shownName(volume.label)} is backed by ${describe(kind, name)}`,
  }
}

/** Lines from what the pod as a whole names: image pull secrets and its ServiceAccount, where this manifest declares them. */
function wholeEdges(documents: readonly Json[], parts: PodParts, outside: Outside): readonly DiagramEdge[] {
  const { namespace, podSpec, name: workload } = parts.workload
  const spec = valueAt(documents, podSpec)
  const named = [
    ...itemsOf(field(spec, 'imagePullSecrets')).map((entry, index) => ({
      kind: 'Secret',
      name: textOf(field(entry, 'name')),
      from: [...podSpec, 'imagePullSecrets', index],
      concept: 'secret' as const,
      does: 'pulls images for',
    })),
    {
      kind: 'ServiceAccount',
      name: textOf(field(spec, 'serviceAccountName')),
      from: [...podSpec, 'serviceAccountName'],
      concept: 'serviceaccount' as const,
      does: 'is the identity of',
    },
  ]
  return named.flatMap(({ kind, name, from, concept, does }) => {
    const source = outside.declared({ kind, name, namespace })
    if (source === null) return []
    return [
      {
        id: `whole:${pathKey(from)}`,
        kind: 'whole',
        concept,
        source,
        target: parts.pod.id,
        paths: [from],
        label: '',
        readOnly: false,
        title: `${kind} ${name} ${does} the pod of ${shownName(workload)}`,
      },
    ]
  })
}
