import type { Json } from '../kubernetes/json'
import { sameNamespace } from '../kubernetes/objects'
import { samePath, valueAt, type Path } from '../kubernetes/path'
import { scaledWorkload } from '../kubernetes/scaling'
import { requirementsOf, selectedWorkloads } from '../kubernetes/selectors'
import { field, itemsOf, textOf } from '../kubernetes/shape'
import { pathKey, shownName, type DiagramEdge, type ObjectNode, type ServiceNode } from './node'
import type { Outside } from './outside'
import type { PodParts } from './podParts'

/** What the objects that are neither workload nor Service may point at. */
export interface Aims {
  readonly documents: readonly Json[]
  readonly workloads: readonly PodParts[]
  readonly services: readonly ServiceNode[]
  readonly outside: Outside
}

interface Aim {
  readonly target: string
  readonly kind: 'whole' | 'reference'
  readonly from: Path
  readonly what: string
}

/** How each kind of object points at others. A kind that is not listed stands by itself. */
const AIMS: Readonly<Record<string, (object: Source, aims: Aims) => readonly Aim[]>> = {
  Ingress: ingressAims,
  HorizontalPodAutoscaler: scaleAims,
  PodDisruptionBudget: (object, aims) => selectorAims(object, ['spec', 'selector'], aims),
  NetworkPolicy: (object, aims) => selectorAims(object, ['spec', 'podSelector'], aims),
}

interface Source {
  readonly path: Path
  readonly document: Json
  readonly namespace: string
}

/** Takes what may be pointed at and the objects; gives the lines from objects to the things they name or select. */
export function objectEdges(aims: Aims, objects: readonly ObjectNode[]): readonly DiagramEdge[] {
  return objects.flatMap((object) => {
    const find = Object.hasOwn(AIMS, object.word) ? AIMS[object.word] : undefined
    const document = object.path.length === 1 ? aims.documents[Number(object.path[0])] : undefined
    if (find === undefined || document === undefined) return []
    const namespace = textOf(field(field(document, 'metadata'), 'namespace'))
    const edges = new Map<string, DiagramEdge>()
    for (const { target, kind, from, what } of find({ path: object.path, document, namespace }, aims)) {
      const id = `reference:${pathKey(object.path)}>${target}`
      const others = edges.get(id)
      const paths: DiagramEdge['paths'] = others === undefined ? [from] : [...others.paths, from]
      edges.set(id, {
        id,
        kind,
        concept: object.concept,
        source: object.id,
        target,
        paths,
        label: '',
        readOnly: false,
        title: others?.title ?? `${object.word} ${shownName(object.label)} ${what}`,
      })
    }
    return [...edges.values()]
  })
}

function serviceNamed(name: string, namespace: string, { services, documents }: Aims): string | null {
  const found = services.find((service) => {
    const metadata = valueAt(documents, [...service.path, 'metadata'])
    return (
      service.label === name && name !== '' && sameNamespace(textOf(field(metadata, 'namespace')), namespace)
    )
  })
  return found?.id ?? null
}

function ingressAims({ path, document, namespace }: Source, aims: Aims): readonly Aim[] {
  const found: Aim[] = []
  const backend = (at: Path) => {
    const name = textOf(field(field(valueAt(document, at), 'service'), 'name'))
    const target = serviceNamed(name, namespace, aims)
    if (target !== null)
      found.push({
        target,
        kind: 'reference',
        from: [...path, ...at],
        what: `sends traffic to Service ${name}`,
      })
  }
  backend(['spec', 'defaultBackend'])
  itemsOf(valueAt(document, ['spec', 'rules'])).forEach((_, rule) => {
    const list = ['spec', 'rules', rule, 'http', 'paths']
    itemsOf(valueAt(document, list)).forEach((__, index) => backend([...list, index, 'backend']))
  })
  itemsOf(valueAt(document, ['spec', 'tls'])).forEach((entry, index) => {
    const name = textOf(field(entry, 'secretName'))
    const target = aims.outside.declared({ kind: 'Secret', name, namespace })
    if (target !== null)
      found.push({
        target,
        kind: 'reference',
        from: [...path, 'spec', 'tls', index],
        what: `uses Secret ${name}`,
      })
  })
  return found
}

function scaleAims({ path }: Source, { documents, workloads }: Aims): readonly Aim[] {
  const scaled = scaledWorkload(documents, path)
  const parts = workloads.find(({ workload }) => samePath(workload.path, scaled?.path ?? null))
  if (scaled === null || parts === undefined) return []
  return [
    {
      target: parts.frame?.id ?? parts.pod.id,
      kind: 'whole',
      from: [...path, 'spec', 'scaleTargetRef'],
      what: `scales ${scaled.row.kind} ${scaled.name}`,
    },
  ]
}

function selectorAims({ path }: Source, at: Path, { documents, workloads }: Aims): readonly Aim[] {
  const selector = valueAt(documents, [...path, ...at])
  const selected = selectedWorkloads(documents, path, selector)
  // An empty selector means all pods, which a line to each of several would not say better.
  if (requirementsOf(selector).length === 0 && selected.length > 1) return []
  return workloads
    .filter(({ workload }) => selected.some((each) => samePath(each.path, workload.path)))
    .map(({ pod, workload }) => ({
      target: pod.id,
      kind: 'whole' as const,
      from: [...path, ...at],
      what: `selects the pods of ${shownName(workload.name)}`,
    }))
}
