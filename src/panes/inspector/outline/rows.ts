import { containersIn, type Container } from '../../../core/kubernetes/containers'
import type { Json } from '../../../core/kubernetes/json'
import { objectsIn, type KubernetesObject } from '../../../core/kubernetes/objects'
import type { Path } from '../../../core/kubernetes/path'
import { servicesIn, type Service } from '../../../core/kubernetes/services'
import { volumesIn, type Volume } from '../../../core/kubernetes/volumes'
import { workloadsIn, type Workload } from '../../../core/kubernetes/workloadKinds'
import type { ConceptId } from '../../../ui/concepts'
import { conceptOfKind } from '../kindConcepts'
import { pathKey } from '../pathKey'

/** What a row of the outline stands for: decides its keys and its form. */
export type OutlineKind =
  'workload' | 'init' | 'app' | 'volumes' | 'container' | 'volume' | 'service' | 'object'

/** A line of the outline. Rows are listed in the order they are drawn; `level` makes the tree. */
export interface OutlineRow {
  readonly key: string
  readonly path: Path
  readonly kind: OutlineKind
  readonly level: 1 | 2 | 3
  readonly label: string
  /** What is said behind the label, quietly. */
  readonly detail: string
  readonly concept: ConceptId | null
  /** Place in the init lane, from 1. */
  readonly number: number | null
  /** Place among its siblings and how many they are, for screen readers. */
  readonly place: number
  readonly siblings: number
  /** Whether rows of the next level follow. */
  readonly parent: boolean
}

type Draft = Omit<OutlineRow, 'key' | 'place' | 'siblings' | 'parent'>

/** Takes the documents; gives the outline of the manifest: objects in document order, a workload with its pod's parts. */
export function outlineRows(documents: readonly Json[]): readonly OutlineRow[] {
  const workloads = new Map(workloadsIn(documents).map((workload) => [workload.path[0], workload]))
  const services = new Map(servicesIn(documents).map((service) => [service.path[0], service]))
  const drafts = objectsIn(documents).flatMap((object): Draft[] => {
    const workload = workloads.get(object.path[0])
    if (workload !== undefined) return workloadRows(documents, workload)
    const service = services.get(object.path[0])
    return [service === undefined ? objectRow(object) : serviceRow(service)]
  })
  return drafts.map((draft, index) => placed(draft, index, drafts))
}

/** Takes the rows and the keys of those folded; gives the rows in sight. */
export function visibleRows(rows: readonly OutlineRow[], folded: ReadonlySet<string>): readonly OutlineRow[] {
  const shown: OutlineRow[] = []
  let hiddenBelow = Infinity
  for (const row of rows) {
    if (row.level > hiddenBelow) continue
    hiddenBelow = folded.has(row.key) ? row.level : Infinity
    shown.push(row)
  }
  return shown
}

/** Takes rows and a path; gives the row of the nearest ancestor among them (the longest path that holds it), or null. */
export function rowAt(rows: readonly OutlineRow[], path: Path | null): OutlineRow | null {
  if (path === null) return null
  let nearest: OutlineRow | null = null
  const key = `${pathKey(path)}/`
  for (const row of rows)
    if (key.startsWith(`${row.key}/`) && (nearest === null || row.key.length > nearest.key.length))
      nearest = row
  return nearest
}

function placed(draft: Draft, index: number, drafts: readonly Draft[]): OutlineRow {
  let place = 1
  for (let at = index - 1; at >= 0 && (drafts[at]?.level ?? 0) >= draft.level; at--)
    if (drafts[at]?.level === draft.level) place++
  let siblings = place
  for (let at = index + 1; at < drafts.length && (drafts[at]?.level ?? 0) >= draft.level; at++)
    if (drafts[at]?.level === draft.level) siblings++
  const parent = (drafts[index + 1]?.level ?? 0) > draft.level
  return { ...draft, key: pathKey(draft.path), place, siblings, parent }
}

function workloadRows(documents: readonly Json[], workload: Workload): Draft[] {
  const { podSpec, row, name, path } = workload
  const containers = containersIn(documents, podSpec)
  const init = containers.filter((container) => container.role !== 'app')
  const app = containers.filter((container) => container.role === 'app')
  const volumes = volumesIn(documents, podSpec)
  const group = (kind: 'init' | 'app' | 'volumes', list: string, label: string): Draft => ({
    path: [...podSpec, list],
    kind,
    level: 2,
    label,
    detail: '',
    concept: null,
    number: null,
  })
  return [
    {
      path,
      kind: 'workload',
      level: 1,
      label: name,
      detail: row.replicas === null ? row.kind : `${row.kind} ×${workload.replicas ?? 1}`,
      concept: 'workload',
      number: null,
    },
    group('init', 'initContainers', 'Init and sidecars'),
    ...init.map((container, index) => containerRow(container, index + 1)),
    group('app', 'containers', 'Containers'),
    ...app.map((container) => containerRow(container, null)),
    group('volumes', 'volumes', 'Volumes'),
    ...volumes.map((volume) => volumeRow(volume)),
  ]
}

function containerRow(container: Container, number: number | null): Draft {
  const variables = container.env.length + container.envFrom.length
  return {
    path: container.path,
    kind: 'container',
    level: 3,
    label: container.name,
    detail: [container.role === 'sidecar' ? 'sidecar' : '', variables === 0 ? '' : `${variables} env`]
      .filter((text) => text !== '')
      .join(' · '),
    concept: container.role,
    number,
  }
}

function volumeRow(volume: Volume): Draft {
  return {
    path: volume.path,
    kind: 'volume',
    level: 3,
    label: volume.name,
    detail: volume.source?.label ?? volume.sourceId,
    concept: volume.source?.concept ?? 'volume',
    number: null,
  }
}

function serviceRow(service: Service): Draft {
  const ports = service.ports.map(({ port, targetPort }) =>
    targetPort === null || targetPort === port ? `${port ?? ''}` : `${port ?? ''}→${targetPort}`,
  )
  return {
    path: service.path,
    kind: 'service',
    level: 1,
    label: service.name,
    detail: ['Service', ports.join(', ')].filter((text) => text !== '').join(' '),
    concept: 'service',
    number: null,
  }
}

function objectRow(object: KubernetesObject): Draft {
  return {
    path: object.path,
    kind: 'object',
    level: 1,
    label: object.name,
    detail: object.kind,
    concept: conceptOfKind(object.kind),
    number: null,
  }
}
