import { containersIn, type Container } from '../../../kubernetes/containers'
import type { Json } from '../../../kubernetes/json'
import { samePath, valueAt, type Path } from '../../../kubernetes/path'
import { volumesIn, type Volume } from '../../../kubernetes/volumes'
import { workloadAt, type Workload } from '../../../kubernetes/workloadKinds'

/** A container of a pod, with its mapping as written for the fields that no view knows. */
export interface PodContainer extends Container {
  readonly value: Json
}

/** A pod template of the design, or a bare Pod. */
export interface Pod {
  readonly workload: Workload
  readonly kind: string
  /** The path of the pod spec, and the mapping there. */
  readonly path: Path
  readonly spec: Json
  /** In run order. */
  readonly containers: readonly PodContainer[]
  readonly volumes: readonly Volume[]
  /** Whether it is to end by itself (Job, CronJob). */
  readonly isToEnd: boolean
}

const KINDS_THAT_END: ReadonlySet<string> = new Set(['Job', 'CronJob'])

/** Takes the documents and a workload; gives its pod. */
export function podOf(documents: readonly Json[], workload: Workload): Pod {
  const path = workload.podSpec
  const { kind } = workload.row
  return {
    workload,
    kind,
    path,
    spec: valueAt(documents, path) ?? null,
    containers: containersIn(documents, path).map((container) => ({
      ...container,
      value: valueAt(documents, container.path) ?? null,
    })),
    volumes: volumesIn(documents, path),
    isToEnd: KINDS_THAT_END.has(kind),
  }
}

/** Takes the documents and a path in a workload; gives its pod, or null. */
export function podAt(documents: readonly Json[], path: Path): Pod | null {
  const workload = workloadAt(documents, path)
  return workload === null ? null : podOf(documents, workload)
}

/** Takes the documents and a container's path; gives the container, or null. */
export function podContainerAt(documents: readonly Json[], path: Path): PodContainer | null {
  const pod = podAt(documents, path)
  return pod?.containers.find((container) => samePath(container.path, path)) ?? null
}

/** Takes a pod; gives its app containers. */
export function appsOf(pod: Pod): readonly PodContainer[] {
  return pod.containers.filter(({ role }) => role === 'app')
}

/** Takes a pod; gives what runs as long as the pod does: its app containers and native sidecars. */
export function lastingOf(pod: Pod): readonly PodContainer[] {
  return pod.containers.filter(({ role }) => role !== 'init')
}

/** Takes a pod; gives how many of it there may be at a time: its replicas (one without), null where nodes or runs decide. */
export function replicasOf({ workload, kind }: Pod): number | null {
  if (workload.row.replicas === null) return kind === 'Pod' ? 1 : null
  return workload.replicas ?? 1
}
