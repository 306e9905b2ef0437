import { envFromIn, envIn, type EnvFrom, type EnvVar } from './env'
import { isObject, type Json } from './json'
import { devicesIn, mountsIn, type VolumeDevice, type VolumeMount } from './mounts'
import { valueAt, type Path } from './path'
import { roleOf, type Role } from './roles'
import { field, itemsOf, numberOf, stringsOf, textOf, wordOf } from './shape'

/** A port a container says it listens on. */
export interface ContainerPort {
  readonly path: Path
  readonly name: string
  readonly containerPort: number | null
  readonly protocol: string
  readonly hostPort: number | null
}

/** A container of a pod. `index` is its place in its own list, which the path ends with. */
export interface Container {
  readonly role: Role
  readonly path: Path
  readonly index: number
  readonly name: string
  readonly image: string
  readonly command: readonly string[]
  readonly args: readonly string[]
  readonly ports: readonly ContainerPort[]
  readonly env: readonly EnvVar[]
  readonly envFrom: readonly EnvFrom[]
  readonly mounts: readonly VolumeMount[]
  readonly devices: readonly VolumeDevice[]
}

/** The lists of a pod that hold containers, in the order pods start them. */
export const CONTAINER_LISTS = ['initContainers', 'containers'] as const

/** Takes the documents and a pod spec's path; gives its containers in run order: init lane as listed, then the app containers. */
export function containersIn(documents: readonly Json[], podSpec: Path): readonly Container[] {
  return CONTAINER_LISTS.flatMap((list) =>
    itemsOf(valueAt(documents, [...podSpec, list])).flatMap((value, index) =>
      isObject(value) ? [container(documents, list, value, [...podSpec, list, index], index)] : [],
    ),
  )
}

/** Takes the documents and a container's path; gives the container, or null where there is none. */
export function containerAt(documents: readonly Json[], path: Path): Container | null {
  const list = CONTAINER_LISTS.find((name) => name === path.at(-2))
  const index = path.at(-1)
  const value = valueAt(documents, path)
  if (list === undefined || typeof index !== 'number' || !isObject(value)) return null
  return container(documents, list, value, path, index)
}

/** Takes any path; gives the path of the container it lies in (or is), or null. */
export function containerPathOf(path: Path): Path | null {
  const at = path.findIndex(
    (step, i) => CONTAINER_LISTS.some((list) => list === step) && typeof path[i + 1] === 'number',
  )
  return at < 0 ? null : path.slice(0, at + 2)
}

function container(
  documents: readonly Json[],
  list: (typeof CONTAINER_LISTS)[number],
  value: Json,
  path: Path,
  index: number,
): Container {
  return {
    role: roleOf(list, value),
    path,
    index,
    name: wordOf(field(value, 'name')),
    image: wordOf(field(value, 'image')),
    command: stringsOf(field(value, 'command')),
    args: stringsOf(field(value, 'args')),
    ports: portsIn(documents, path),
    env: envIn(documents, path),
    envFrom: envFromIn(documents, path),
    mounts: mountsIn(documents, path),
    devices: devicesIn(documents, path),
  }
}

/** Takes the documents and a container's path; gives its ports. Without a protocol a port is TCP. */
export function portsIn(documents: readonly Json[], containerPath: Path): readonly ContainerPort[] {
  const list = [...containerPath, 'ports']
  return itemsOf(valueAt(documents, list)).flatMap((port, index) =>
    isObject(port)
      ? [
          {
            path: [...list, index],
            name: textOf(field(port, 'name')),
            containerPort: numberOf(field(port, 'containerPort')),
            protocol: textOf(field(port, 'protocol')) || 'TCP',
            hostPort: numberOf(field(port, 'hostPort')),
          },
        ]
      : [],
  )
}
