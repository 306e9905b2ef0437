import { CONTAINER_LISTS } from '../../../core/kubernetes/containers'
import { isObject, type Json, type JsonObject } from '../../../core/kubernetes/json'
import { objectKind, objectKindOf } from '../../../core/kubernetes/objectKinds'
import { objectsIn, type KubernetesObject } from '../../../core/kubernetes/objects'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { servicesIn, type Service } from '../../../core/kubernetes/services'
import { field, itemsOf, wordOf } from '../../../core/kubernetes/shape'
import { sourceKeyOf } from '../../../core/kubernetes/volumes'
import { VOLUME_SOURCES } from '../../../core/kubernetes/volumeSources'
import { roleOf } from '../../../core/kubernetes/roles'
import { workloadsIn, type Workload } from '../../../core/kubernetes/workloadKinds'
import type { ConceptId } from '../../../ui/concepts'
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
  return placed(drafts)
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

/** Counts the siblings of each row, in one go. */
function placed(drafts: readonly Draft[]): OutlineRow[] {
  const families: { count: number }[] = []
  const places = drafts.map(({ level }) => {
    families.length = level
    const family = (families[level - 1] ??= { count: 0 })
    family.count++
    return { place: family.count, family }
  })
  return drafts.map((draft, index) => ({
    ...draft,
    key: pathKey(draft.path),
    place: places[index]?.place ?? 1,
    siblings: places[index]?.family.count ?? 1,
    parent: (drafts[index + 1]?.level ?? 0) > draft.level,
  }))
}

function workloadRows(documents: readonly Json[], workload: Workload): Draft[] {
  const { podSpec, row, name, path } = workload
  const [init, app] = CONTAINER_LISTS.map((list) => containerRows(documents, [...podSpec, list], list))
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
      concept: objectKind(row.kind)?.concept ?? 'workload',
      number: null,
    },
    group('init', 'initContainers', 'Init and sidecars'),
    ...(init ?? []),
    group('app', 'containers', 'Containers'),
    ...(app ?? []),
    group('volumes', 'volumes', 'Volumes'),
    ...volumeRows(documents, [...podSpec, 'volumes']),
  ]
}

/** Only what a row shows is read: this runs at every keystroke, for every container. */
function containerRows(
  documents: readonly Json[],
  list: Path,
  name: (typeof CONTAINER_LISTS)[number],
): Draft[] {
  return mappingsIn(documents, list).map(([container, path], place) => {
    const variables = itemsOf(field(container, 'env')).length + itemsOf(field(container, 'envFrom')).length
    const role = roleOf(name, container)
    return {
      path,
      kind: 'container',
      level: 3,
      label: wordOf(field(container, 'name')),
      detail: [role === 'sidecar' ? 'sidecar' : '', variables === 0 ? '' : `${variables} env`]
        .filter((text) => text !== '')
        .join(' · '),
      concept: role,
      number: name === 'initContainers' ? place + 1 : null,
    }
  })
}

function volumeRows(documents: readonly Json[], list: Path): Draft[] {
  return mappingsIn(documents, list).map(([volume, path]) => {
    const sourceId = sourceKeyOf(volume)
    const source = VOLUME_SOURCES.find((row) => row.id === sourceId)
    return {
      path,
      kind: 'volume',
      level: 3,
      label: wordOf(field(volume, 'name')),
      detail: source?.label ?? sourceId,
      concept: source?.concept ?? 'volume',
      number: null,
    }
  })
}

function mappingsIn(documents: readonly Json[], list: Path): (readonly [JsonObject, Path])[] {
  return itemsOf(valueAt(documents, list)).flatMap((item, index) =>
    isObject(item) ? [[item, [...list, index]] as const] : [],
  )
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
    concept: objectKindOf(object.apiVersion, object.kind)?.concept ?? null,
    number: null,
  }
}
