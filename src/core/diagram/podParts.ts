import { CONTAINER_LISTS } from '../kubernetes/containers'
import type { Json } from '../kubernetes/json'
import { objectKind } from '../kubernetes/objectKinds'
import { valueAt, type Path } from '../kubernetes/path'
import { field, itemsOf, numberOf, textOf } from '../kubernetes/shape'
import type { Workload } from '../kubernetes/workloadKinds'
import { containerParts, type ContainerParts, type Mount } from './containerParts'
import { joined } from './joined'
import {
  pathKey,
  shownName,
  type DiagramEdge,
  type PodNode,
  type VolumeNode,
  type WorkloadNode,
} from './node'
import { volumePartsIn, type VolumeParts } from './volumeParts'

/** A workload with all that is inside it. */
export interface PodParts {
  readonly workload: Workload
  /** The outer frame; null for a bare Pod, which is its own object. */
  readonly frame: WorkloadNode | null
  readonly pod: PodNode
  readonly containers: readonly ContainerParts[]
  /** Declared ones, claim templates, and names that are mounted but declared nowhere. */
  readonly volumes: readonly VolumeParts[]
  readonly mounts: readonly DiagramEdge[]
  /** Takes a volume's name; gives its node's id, or null. */
  readonly volumeId: (name: string) => string | null
}

/** Takes a path that may lead nowhere; gives its longest beginning that exists. */
export function existing(documents: readonly Json[], path: Path): Path {
  let length = path.length
  while (length > 1 && valueAt(documents, path.slice(0, length)) === undefined) length--
  return length === path.length ? path : path.slice(0, length)
}

/** Takes the documents and one of their workloads; gives its frames, containers, volumes and the mounts between them. */
export function podParts(documents: readonly Json[], workload: Workload): PodParts {
  const podId = `pod:${pathKey(workload.path)}`
  const containers = containersOf(documents, workload.podSpec, podId)
  const declared = volumePartsIn(documents, workload, podId)
  const byName = new Map<string, string>()
  for (const { node } of declared) if (!byName.has(node.label)) byName.set(node.label, node.id)
  const missing = missingVolumes(containers, podId, byName)
  const volumes = [...declared, ...missing]
  const frame = workload.row.kind === 'Pod' ? null : frameNode(documents, workload)
  const name = shownName(workload.name)
  const count = containers.length === 1 ? '1 container' : `${containers.length} containers`
  const pod: PodNode = {
    kind: 'pod',
    id: podId,
    concept: 'pod',
    path: frame === null ? workload.path : existing(documents, workload.podSpec),
    label: frame === null ? workload.name : '',
    word: 'Pod',
    details: ['one IP, one localhost'],
    title: `Pod ${frame === null ? name : `of ${workload.row.kind} ${name}`}, one IP, one localhost, ${count}`,
    workload: frame?.id ?? null,
    containers: containers.map(({ node }) => node.id),
    initCount: containers.filter(({ node }) => node.order !== null).length,
    volumes: volumes.map(({ node }) => node.id),
  }
  const volumeId = (volume: string) => byName.get(volume) ?? null
  return { workload, frame, pod, containers, volumes, mounts: mountEdges(containers, volumeId), volumeId }
}

/** The containers in run order: the init lane as listed, numbered, then the app containers. */
function containersOf(documents: readonly Json[], podSpec: Path, pod: string): readonly ContainerParts[] {
  let order = 0
  return CONTAINER_LISTS.flatMap((list) => {
    const path = [...podSpec, list]
    const prefix = `container:${pathKey(path)}/`
    return itemsOf(valueAt(documents, path)).flatMap((_, index) => {
      const place = list === 'initContainers' ? order + 1 : null
      const parts = containerParts(documents, [...path, index], `${prefix}${index}`, pod, place)
      if (parts === null) return []
      order++
      return [parts]
    })
  })
}

function missingVolumes(
  containers: readonly ContainerParts[],
  pod: string,
  byName: Map<string, string>,
): readonly VolumeParts[] {
  return containers.flatMap(({ mounts }) =>
    mounts.flatMap(({ volumeName, path }) => {
      if (byName.has(volumeName)) return []
      const id = `missing:${pod}/${volumeName}`
      byName.set(volumeName, id)
      const node: VolumeNode = {
        kind: 'volume',
        id,
        concept: 'volume',
        path,
        label: volumeName,
        word: 'no such volume',
        details: [],
        title: `Volume ${shownName(volumeName)}, mounted but not declared in this pod`,
        pod,
        missing: true,
      }
      return [{ node, backings: [] }]
    }),
  )
}

function mountEdges(
  containers: readonly ContainerParts[],
  volumeId: (name: string) => string | null,
): readonly DiagramEdge[] {
  return containers.flatMap(({ node, mounts }) =>
    mounts.flatMap((mount) => {
      const target = volumeId(mount.volumeName)
      return target === null ? [] : [joined(mount, node.id, target, mountEdge)]
    }),
  )
}

function mountEdge(mount: Mount, source: string, target: string): DiagramEdge {
  return {
    id: `mount:${pathKey(mount.path)}`,
    kind: 'mount',
    concept: 'volume',
    source,
    target,
    paths: [mount.path],
    label: mount.where,
    readOnly: mount.readOnly,
    title: mount.title,
  }
}

function frameNode(documents: readonly Json[], workload: Workload): WorkloadNode {
  const count = countOf(documents, workload)
  const name = shownName(workload.name)
  return {
    kind: 'workload',
    id: `workload:${pathKey(workload.path)}`,
    concept: objectKind(workload.row.kind)?.concept ?? 'workload',
    path: workload.path,
    label: workload.name,
    word: workload.row.kind,
    details: [],
    title: [`${workload.row.kind} ${name}`, count.title].filter((text) => text !== '').join(', '),
    count: count.label,
  }
}

/** How many pods a workload makes: its replicas, a Job's completions, a CronJob's schedule. */
function countOf(documents: readonly Json[], workload: Workload): { label: string; title: string } {
  if (workload.replicasPath !== null) {
    const replicas = workload.replicas ?? 1
    return { label: `×${replicas}`, title: replicas === 1 ? '1 replica' : `${replicas} replicas` }
  }
  const spec = field(documents[Number(workload.path[0])], 'spec')
  if (workload.row.kind === 'DaemonSet') return { label: 'on every node', title: 'one pod on every node' }
  const schedule = textOf(field(spec, 'schedule'))
  const [completions, parallelism] = ['completions', 'parallelism'].map((name) => numberOf(field(spec, name)))
  const said: readonly (readonly [label: string, title: string] | null)[] = [
    schedule === '' ? null : [schedule, `schedule ${schedule}`],
    completions === null ? null : [`×${completions}`, `${completions} completions`],
    parallelism === null ? null : [`${parallelism} at once`, `${parallelism} at once`],
    field(spec, 'suspend') === true ? ['suspended', 'suspended'] : null,
  ]
  const found = said.filter((each) => each !== null)
  return {
    label: found.map(([label]) => label).join(', '),
    title: found.map(([, title]) => title).join(', '),
  }
}
