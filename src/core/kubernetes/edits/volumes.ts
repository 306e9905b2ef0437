import type { Change } from '../change'
import { CONTAINER_LISTS } from '../containers'
import type { Json, JsonObject } from '../json'
import { mentionsInPod } from '../mentions'
import { freshName } from '../names'
import { valueAt, type Path } from '../path'
import { blankOf } from '../schema/newObject'
import { fieldOf } from '../schema/schema'
import { field, itemsOf, wordOf } from '../shape'
import { switchMember, unionOf } from '../unions'
import { PROJECTED_SOURCES, VOLUME_SOURCES } from '../volumeSources'
import { listAt, objectAt } from './ensure'
import { followName } from './followName'
import { append, moveItem, neighbourOf, removeItem } from './list'
import { setKey } from './mapping'
import { removeAt } from './remove'

/** Takes a pod spec's path, a row of VOLUME_SOURCES by id and perhaps a name; adds a volume, and selects it. */
export function addVolume(podSpec: Path, sourceId = 'emptyDir', name?: string): Change {
  return (documents) => {
    const row = VOLUME_SOURCES.find((source) => source.id === sourceId)
    if (row === undefined) return undefined
    const list = [...podSpec, 'volumes']
    const taken = itemsOf(valueAt(documents, list)).map((volume) => wordOf(field(volume, 'name')))
    return append(documents, list, { name: name ?? freshName(row.name, taken), [row.id]: row.blank() })
  }
}

/**
 * Takes a volume's path and a name; renames it, and its mounts, devices and fileKeyRefs follow. A name another
 * volume of the pod has is not taken (nothing changes), so that mounts can't end up at the wrong volume.
 */
export function renameVolume(volumePath: Path, name: string): Change {
  return (documents) => {
    const volume = objectAt(documents, volumePath)
    const list = itemsOf(valueAt(documents, volumePath.slice(0, -1)))
    if (volume === null) return undefined
    const old = wordOf(field(volume, 'name'))
    const others = new Set(
      list.filter((_, index) => index !== volumePath.at(-1)).map((other) => wordOf(field(other, 'name'))),
    )
    if (old !== name && others.has(name)) return undefined
    setKey(volume, volumePath, 'name', name)
    if (!others.has(old))
      followName(documents, mentionsInPod(documents, podSpecOfVolume(volumePath), 'volume', old), name)
    return undefined
  }
}

/** Takes a volume's path and a source by its key; gives it that source, keeping the fields both have. */
export function setVolumeSource(volumePath: Path, sourceId: string): Change {
  const row = VOLUME_SOURCES.find((source) => source.id === sourceId)
  return switchMember(volumePath, unionOf('Volume'), sourceId, row?.blank())
}

/** Takes a volume's path; removes it with its mounts and devices in all containers of its pod. Selects its neighbour. */
export function removeVolume(volumePath: Path): Change {
  return (documents) => {
    const podSpec = podSpecOfVolume(volumePath)
    const listPath = volumePath.slice(0, -1)
    const name = wordOf(field(valueAt(documents, volumePath), 'name'))
    removeAt(documents, volumePath)
    const left = itemsOf(valueAt(documents, listPath)).map((volume) => wordOf(field(volume, 'name')))
    if (name !== '' && !left.includes(name)) removeMountsOf(documents, podSpec, name)
    return neighbourOf(documents, listPath, volumePath.at(-1))
  }
}

/** Takes a volume's path and an index; moves it there within the pod's list. */
export function moveVolume(volumePath: Path, toIndex: number): Change {
  return moveItem(volumePath, toIndex)
}

/** How a volume is mounted, besides where. */
export interface MountOptions {
  readonly readOnly?: boolean
  readonly subPath?: string
}

/** Takes a container's path, a volume's name and where to mount it; adds the mount, and selects it. */
export function mount(
  containerPath: Path,
  volumeName: string,
  mountPath: string,
  { readOnly = false, subPath = '' }: MountOptions = {},
): Change {
  return (documents) => {
    if (objectAt(documents, containerPath) === null) return undefined
    const entry: JsonObject = { name: volumeName, mountPath }
    if (subPath !== '') entry['subPath'] = subPath
    if (readOnly) entry['readOnly'] = true
    return append(documents, [...containerPath, 'volumeMounts'], entry)
  }
}

/** Takes a mount's path; removes it, and `volumeMounts` with the last one. */
export function unmount(mountPath: Path): Change {
  return removeItem(mountPath)
}

/** Takes a mount's path and what to change; undefined leaves a field, false or '' removes it (mountPath stays, as ''). */
export function setMount(
  path: Path,
  changes: MountOptions & { readonly mountPath?: string; readonly name?: string },
): Change {
  return (documents) => {
    const entry = objectAt(documents, path)
    if (entry === null) return undefined
    if (changes.name !== undefined) setKey(entry, path, 'name', changes.name)
    if (changes.mountPath !== undefined) setKey(entry, path, 'mountPath', changes.mountPath)
    if (changes.subPath === '') delete entry['subPath']
    else if (changes.subPath !== undefined) setKey(entry, path, 'subPath', changes.subPath)
    if (changes.readOnly === false) delete entry['readOnly']
    else if (changes.readOnly === true) setKey(entry, path, 'readOnly', true)
    return undefined
  }
}

/** Takes a projected volume's path and a source by its key; adds that source, and selects it. */
export function addProjection(volumePath: Path, sourceId: string): Change {
  return (documents) => {
    const type = fieldOf('VolumeProjection', sourceId)?.type
    if (type === undefined || objectAt(documents, volumePath) === null) return undefined
    const row = PROJECTED_SOURCES.find((source) => source.id === sourceId)
    return append(documents, [...volumePath, 'projected', 'sources'], {
      [sourceId]: row?.blank() ?? blankOf(type),
    })
  }
}

/** Takes the path of a projected volume's source; removes it (`sources: []` stays). */
export function removeProjection(path: Path): Change {
  return removeItem(path)
}

const USE_LISTS = ['volumeMounts', 'volumeDevices'] as const

function removeMountsOf(documents: Json[], podSpec: Path, name: string): void {
  for (const { path } of containersOf(documents, podSpec)) {
    for (const list of USE_LISTS) {
      const entries = listAt(documents, [...path, list]) ?? []
      for (let index = entries.length - 1; index >= 0; index--) {
        if (wordOf(field(entries[index], 'name')) === name) removeAt(documents, [...path, list, index])
      }
    }
  }
}

function containersOf(documents: readonly Json[], podSpec: Path): readonly { path: Path; value: Json }[] {
  return CONTAINER_LISTS.flatMap((list) =>
    itemsOf(valueAt(documents, [...podSpec, list])).map((value, index) => ({
      path: [...podSpec, list, index],
      value,
    })),
  )
}

function podSpecOfVolume(volumePath: Path): Path {
  return volumePath.slice(0, -2)
}
