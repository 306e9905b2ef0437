import { containerAt, type Container } from '../kubernetes/containers'
import type { Json } from '../kubernetes/json'
import { valueAt, type Path } from '../kubernetes/path'
import { roleRow } from '../kubernetes/roles'
import { field, textOf } from '../kubernetes/shape'
import { shownName, type ContainerNode, type NodePart, type DiagramConcept } from './node'

/** A line from a container to a volume of its pod, by the volume's name. */
export interface Mount {
  readonly path: Path
  readonly volumeName: string
  readonly where: string
  readonly readOnly: boolean
  readonly title: string
}

/** All variables a container gets from one source, however many they are. */
export interface Use {
  readonly concept: DiagramConcept
  /** The kind of the object, `DownwardAPI`, or `Volume` for a file in one. */
  readonly kind: string
  readonly name: string
  readonly paths: [Path, ...Path[]]
  /** The variables' names; for envFrom what it brings. */
  readonly variables: string[]
}

/** A container's card, and what its lines begin or end at. All of it is said by the container itself. */
export interface ContainerParts {
  readonly container: Container
  readonly node: ContainerNode
  readonly mounts: readonly Mount[]
  readonly uses: readonly Use[]
}

/** What was made of a container's value: the same value at the same place gives the same parts. */
const seen = new WeakMap<object, ContainerParts>()

/** Takes the documents, a container's path, its pod's id and its place in the init lane (from 1, or null); gives its parts, or null where there is no container. */
export function containerParts(
  documents: readonly Json[],
  path: Path,
  id: string,
  pod: string,
  order: number | null,
): ContainerParts | null {
  const value = valueAt(documents, path)
  if (typeof value !== 'object' || value === null) return null
  const old = seen.get(value)
  if (old?.node.id === id && old.node.pod === pod && old.node.order === order) return old
  const container = containerAt(documents, path)
  if (container === null) return null
  const parts = {
    container,
    node: containerNode(container, id, pod, order),
    mounts: mountsOf(container),
    uses: usesOf(container),
  }
  seen.set(value, parts)
  return parts
}

function containerNode(container: Container, id: string, pod: string, order: number | null): ContainerNode {
  const { role, path, name, image } = container
  const ports = container.ports.map((port): NodePart => {
    const number = port.containerPort === null ? '?' : String(port.containerPort)
    const protocol = port.protocol === 'TCP' ? '' : `/${port.protocol}`
    return {
      path: port.path,
      word: 'Port',
      label: port.name === '' ? `${number}${protocol}` : `${port.name} ${number}${protocol}`,
      problem: null,
    }
  })
  return {
    kind: 'container',
    id,
    concept: role,
    path,
    label: name,
    word: role,
    details: [],
    title: [
      `Container ${shownName(name)}`,
      role === 'app' ? 'app' : roleRow(role).label.toLowerCase(),
      ...(order === null ? [] : [`number ${order} to start`]),
      image === '' ? 'no image' : `image ${image}`,
      ...ports.map((port) => `port ${port.label}`),
    ].join(', '),
    role,
    pod,
    order,
    image,
    ports,
  }
}

function mountsOf(container: Container): readonly Mount[] {
  const mount = (path: Path, volumeName: string, at: string, readOnly: boolean, more: string): Mount => {
    const where = at === '' ? 'no path yet' : at
    return {
      path,
      volumeName,
      where: at === '' ? '(no path)' : at,
      readOnly,
      title: `Volume ${shownName(volumeName)} in container ${shownName(container.name)} at ${where}${more}${readOnly ? ', read-only' : ''}`,
    }
  }
  return [
    ...container.mounts.map(({ path, volumeName, mountPath, readOnly, subPath, subPathExpr }) => {
      const part = subPath || subPathExpr
      return mount(path, volumeName, mountPath, readOnly, part === '' ? '' : `, only ${part}`)
    }),
    ...container.devices.map(({ path, volumeName, devicePath }) =>
      mount(path, volumeName, devicePath, false, ', as a block device'),
    ),
  ]
}

/** What each concept of an environment source refers to, and the field that names it. */
const REFERRED: Readonly<Record<string, { readonly kind: string; readonly name: string }>> = {
  configmap: { kind: 'ConfigMap', name: 'name' },
  secret: { kind: 'Secret', name: 'name' },
  downward: { kind: 'DownwardAPI', name: '' },
  volume: { kind: 'Volume', name: 'volumeName' },
}

function usesOf(container: Container): readonly Use[] {
  const uses = new Map<string, Use>()
  const add = (concept: DiagramConcept, kind: string, name: string, path: Path, variable: string) => {
    const key = `${kind}/${name}`
    const old = uses.get(key)
    if (old === undefined) uses.set(key, { concept, kind, name, paths: [path], variables: [variable] })
    else {
      old.paths.push(path)
      old.variables.push(variable)
    }
  }
  for (const { source, value, path, name } of container.env) {
    if (source === null || source.concept === 'env') continue
    const referred = REFERRED[source.concept]
    if (referred !== undefined) {
      add(source.concept, referred.kind, textOf(field(value, referred.name)), path, shownName(name))
    }
  }
  for (const { source, name, prefix, path } of container.envFrom) {
    if (source !== null)
      add(source.concept, source.names, name, path, prefix === '' ? 'all keys' : `${prefix}*`)
  }
  return [...uses.values()]
}
