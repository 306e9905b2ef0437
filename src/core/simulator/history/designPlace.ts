import { containersIn } from '../../kubernetes/containers'
import type { Json } from '../../kubernetes/json'
import { valueAt, type Path } from '../../kubernetes/path'
import { field, itemsOf, textOf } from '../../kubernetes/shape'
import { workloadAt, workloadsIn, type Workload } from '../../kubernetes/workloadKinds'
import type { Origin, PodLife } from './podLife'

/** What pods come from, and its namespace. */
export interface PlacedOrigin {
  readonly namespace: string
  readonly origin: Origin
}

/** Takes the documents and a path in one of them; gives what the pods of that document come from, or null where it makes none. */
export function originAt(documents: readonly Json[], path: Path): PlacedOrigin | null {
  const workload = workloadAt(documents, path)
  if (workload === null) return null
  return {
    namespace: workload.namespace || 'default',
    origin: { kind: workload.row.kind, name: workload.name },
  }
}

/** Takes the documents, a pod and the name of a container; gives the container's path, or null. */
export function containerPathOfLife(documents: readonly Json[], pod: PodLife, name: string): Path | null {
  const workload = workloadOf(documents, pod)
  if (workload === null) return null
  return containersIn(documents, workload.podSpec).find((container) => container.name === name)?.path ?? null
}

/** Takes the documents, a pod and the name of a volume; gives the volume's path, or null. */
export function volumePathOfLife(documents: readonly Json[], pod: PodLife, name: string): Path | null {
  const workload = workloadOf(documents, pod)
  if (workload === null) return null
  const list = [...workload.podSpec, 'volumes']
  const index = itemsOf(valueAt(documents, list)).findIndex(
    (volume) => textOf(field(volume, 'name')) === name,
  )
  return index === -1 ? null : [...list, index]
}

/** Takes the documents and an object's kind and place; gives its path, or null. */
export function objectPath(
  documents: readonly Json[],
  kind: string,
  namespace: string,
  name: string,
): Path | null {
  const index = documents.findIndex((document) => {
    const metadata = field(document, 'metadata')
    return (
      textOf(field(document, 'kind')) === kind &&
      textOf(field(metadata, 'name')) === name &&
      (textOf(field(metadata, 'namespace')) || 'default') === namespace
    )
  })
  return index === -1 ? null : [index]
}

function workloadOf(documents: readonly Json[], { namespace, origin }: PodLife): Workload | null {
  const found = workloadsIn(documents).find(
    (workload) =>
      workload.row.kind === origin.kind &&
      workload.name === origin.name &&
      (workload.namespace || 'default') === namespace,
  )
  return found ?? null
}
