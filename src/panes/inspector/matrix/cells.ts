import { containersIn, type Container } from '../../../core/kubernetes/containers'
import type { Json } from '../../../core/kubernetes/json'
import type { Path } from '../../../core/kubernetes/path'
import { volumesIn } from '../../../core/kubernetes/volumes'
import type { VolumeConcept } from '../../../core/kubernetes/volumeSources'

/** A row of the matrix: a volume of the pod, or a name that mounts speak of and no volume has. */
export interface MatrixRow {
  readonly name: string
  readonly concept: VolumeConcept
  /** null: there is no such volume. */
  readonly path: Path | null
  readonly source: string
}

/** Who mounts what: volumes by containers. */
export interface MountMatrix {
  readonly rows: readonly MatrixRow[]
  readonly columns: readonly Container[]
}

/** Takes the documents and a pod spec's path; gives its matrix. A name that two volumes have is one row. */
export function mountMatrix(documents: readonly Json[], podSpec: Path): MountMatrix {
  const columns = containersIn(documents, podSpec)
  const rows = new Map<string, MatrixRow>()
  for (const { name, source, sourceId, path } of volumesIn(documents, podSpec))
    if (name !== '' && !rows.has(name))
      rows.set(name, { name, path, concept: source?.concept ?? 'volume', source: source?.label ?? sourceId })
  for (const { volumeName: name } of columns.flatMap((container) => container.mounts))
    if (name !== '' && !rows.has(name)) rows.set(name, { name, path: null, concept: 'volume', source: '' })
  return { rows: [...rows.values()], columns }
}

/** Takes a container and a volume's name; gives the places of its mounts in the container's list. */
export function mountPlaces(container: Container, volume: string): readonly number[] {
  return container.mounts.flatMap(({ volumeName, path }) => {
    const place = path.at(-1)
    return volumeName === volume && typeof place === 'number' ? [place] : []
  })
}
