import { CONTAINER_LISTS } from './containers'
import { isObject, type Json, type JsonObject } from './json'
import { mountsIn, type VolumeMount } from './mounts'
import { valueAt, type Path } from './path'
import { field, itemsOf, textOf, wordOf } from './shape'
import { PROJECTED_SOURCES, VOLUME_SOURCES, type ProjectedSource, type VolumeSource } from './volumeSources'
import { workloadAt } from './workloadKinds'

/** A mount of a volume, with the container it is in. */
export interface MountOfVolume extends VolumeMount {
  readonly container: Path
  readonly containerName: string
}

/** A volume of a pod. */
export interface Volume {
  readonly path: Path
  readonly index: number
  readonly name: string
  /** Its row of VOLUME_SOURCES; null where there is another source, or none. */
  readonly source: VolumeSource | null
  /** The source's key as written; '' where the volume has none (the server then makes an emptyDir). */
  readonly sourceId: string
  /** The source's own value; null where there is none. */
  readonly value: Json
  /** Who mounts it, in run order. */
  readonly mounts: readonly MountOfVolume[]
}

/** One source of a projected volume. */
export interface Projection {
  readonly path: Path
  readonly index: number
  readonly source: ProjectedSource | null
  readonly sourceId: string
  readonly value: Json
}

/**
 * Takes the documents and a path in a workload; gives the names of its claim templates: of each the pods of a
 * StatefulSet get a claim of their own, which is mounted by that name like a volume (apps/v1 StatefulSetSpec).
 */
export function claimTemplateNames(documents: readonly Json[], path: Path): readonly string[] {
  const workload = workloadAt(documents, path)
  if (workload?.row.kind !== 'StatefulSet') return []
  return itemsOf(valueAt(documents, [...workload.path, 'spec', 'volumeClaimTemplates']))
    .map((template) => textOf(field(field(template, 'metadata'), 'name')))
    .filter((name) => name !== '')
}

/** Takes the documents and a pod spec's path; gives its volumes in order. */
export function volumesIn(documents: readonly Json[], podSpec: Path): readonly Volume[] {
  const list = [...podSpec, 'volumes']
  const mounts = mountsOfPod(documents, podSpec)
  return itemsOf(valueAt(documents, list)).flatMap((volume, index) => {
    if (!isObject(volume)) return []
    const name = wordOf(field(volume, 'name'))
    const sourceId = sourceKeyOf(volume)
    return [
      {
        path: [...list, index],
        index,
        name,
        source: VOLUME_SOURCES.find((row) => row.id === sourceId) ?? null,
        sourceId,
        value: field(volume, sourceId) ?? null,
        mounts: mounts.filter((mount) => name !== '' && mount.volumeName === name),
      },
    ]
  })
}

/** Takes the documents and a pod spec's path; gives every mount of its containers, in run order, whether its volume exists or not. */
export function mountsOfPod(documents: readonly Json[], podSpec: Path): readonly MountOfVolume[] {
  return CONTAINER_LISTS.flatMap((list) =>
    itemsOf(valueAt(documents, [...podSpec, list])).flatMap((container, index) => {
      const path = [...podSpec, list, index]
      const containerName = wordOf(field(container, 'name'))
      return mountsIn(documents, path).map((mount) =>
        Object.assign({ container: path, containerName }, mount),
      )
    }),
  )
}

/** Takes the documents and a projected volume's path; gives its sources. */
export function projectionsIn(documents: readonly Json[], volume: Path): readonly Projection[] {
  const list = [...volume, 'projected', 'sources']
  return itemsOf(valueAt(documents, list)).flatMap((entry, index) => {
    if (!isObject(entry)) return []
    const keys = Object.keys(entry)
    const sourceId = keys.find((key) => PROJECTED_SOURCES.some((row) => row.id === key)) ?? keys[0] ?? ''
    return [
      {
        path: [...list, index],
        index,
        source: PROJECTED_SOURCES.find((row) => row.id === sourceId) ?? null,
        sourceId,
        value: field(entry, sourceId) ?? null,
      },
    ]
  })
}

/**
 * Takes a volume; gives the key of its source as written ('' where it has none). A volume has one key besides its name;
 * one that holds null is as good as absent to the server, and counts only where there is no other.
 */
export function sourceKeyOf(volume: JsonObject): string {
  const [first = ''] = sourceKeysOf(volume)
  return first === '' ? (Object.keys(volume).find((key) => key !== 'name') ?? '') : first
}

/** Takes a volume; gives the keys of all its sources that say something, those most used first. More than one is refused. */
export function sourceKeysOf(volume: JsonObject): readonly string[] {
  const keys = Object.keys(volume).filter((key) => key !== 'name' && volume[key] !== null)
  const isUsual = (key: string): boolean => VOLUME_SOURCES.some((row) => row.id === key)
  return keys.toSorted((a, b) => Number(isUsual(b)) - Number(isUsual(a)))
}
