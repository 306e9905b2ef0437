import type { Container, ObjectMeta, PodSpec, PodTemplateSpec } from '../../../kubernetes/schema/types-1.36'
import type { ApiServer } from '../../api/apiServer'
import type { ApiKind, ObjectsByKind, Taint } from '../../api/objects'

/*
 * What kubectl changes of an object that is there (a patch). Each says whether the object was there.
 */

const SCALABLE = ['Deployment', 'ReplicaSet', 'StatefulSet'] as const
type Scalable = (typeof SCALABLE)[number]

const TEMPLATED = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'] as const
type Templated = (typeof TEMPLATED)[number]

/** Takes a kind; says whether it has a number of replicas. */
export function isScalable(kind: ApiKind): kind is Scalable {
  return SCALABLE.some((each) => each === kind)
}

/** Takes a kind; says whether it makes its pods from a template that may be changed. */
export function isTemplated(kind: ApiKind): kind is Templated {
  return TEMPLATED.some((each) => each === kind)
}

/** Takes an object's place and a change of its metadata; puts the changed object in its place. */
export function editMetadata(
  api: ApiServer,
  kind: ApiKind,
  namespace: string,
  name: string,
  change: (metadata: ObjectMeta) => ObjectMeta,
): void {
  const object = api.get(kind, namespace, name)
  if (object !== undefined) api.put(kind, { ...object, metadata: change(object.metadata ?? {}) })
}

/** Takes an object's place and a number; makes that the number of its replicas. */
export function editReplicas(
  api: ApiServer,
  kind: Scalable,
  namespace: string,
  name: string,
  replicas: number,
): void {
  const object = api.get(kind, namespace, name)
  if (object !== undefined) api.put(kind, { ...object, spec: { ...object.spec, replicas } })
}

/** Takes an object's place and a change of its pod template; puts the changed object in its place. */
export function editTemplate(
  api: ApiServer,
  kind: Templated,
  namespace: string,
  name: string,
  change: (template: PodTemplateSpec) => PodTemplateSpec,
): void {
  const object = api.get(kind, namespace, name)
  if (object === undefined) return
  const template = change(object.spec?.template ?? {})
  api.put(kind, { ...object, spec: { ...object.spec, template } })
}

/** Takes a pod's spec and a change of one container; gives the spec with all its containers changed, init containers too. */
export function inAllContainers(spec: PodSpec, change: (container: Container) => Container): PodSpec {
  const { containers = [], initContainers } = spec
  return {
    ...spec,
    containers: containers.map((each) => change(each)),
    ...(initContainers === undefined ? {} : { initContainers: initContainers.map((each) => change(each)) }),
  }
}

/** Takes images by the names of their containers (`*` is all of them); gives the change of a container to them. */
export function withImages(images: ReadonlyMap<string, string>): (container: Container) => Container {
  return (container) => {
    const image = images.get(container.name ?? '') ?? images.get('*')
    return image === undefined ? container : { ...container, image }
  }
}

/** Takes a Deployment's place and whether it pauses; makes it so. */
export function editPaused(api: ApiServer, namespace: string, name: string, paused: boolean): void {
  const object: ObjectsByKind['Deployment'] | undefined = api.get('Deployment', namespace, name)
  if (object !== undefined) api.put('Deployment', { ...object, spec: { ...object.spec, paused } })
}

/** Takes a node's name and taints; makes those all that it has. */
export function editTaints(api: ApiServer, name: string, taints: readonly Taint[]): void {
  const node = api.get('Node', 'default', name)
  if (node !== undefined) api.put('Node', { ...node, spec: { ...node.spec, taints } })
}

/** Takes a node's name and whether pods may be put on it; makes it so. */
export function editUnschedulable(api: ApiServer, name: string, unschedulable: boolean): void {
  const node = api.get('Node', 'default', name)
  if (node !== undefined) api.put('Node', { ...node, spec: { ...node.spec, unschedulable } })
}
