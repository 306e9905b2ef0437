import type { Change } from '../change'
import { isObject, type Json, type JsonObject } from '../json'
import { objectsIn, sameNamespace, type KubernetesObject } from '../objects'
import { valueAt, type Path } from '../path'
import { field, itemsOf, textOf } from '../shape'
import { workloadAt, workloadsIn } from '../workloadKinds'
import { neighbourOf } from './list'
import { removeAt } from './remove'
import { setValue } from './setValue'

/**
 * Takes a document's path and a name; renames the object. What names it from within the same namespace follows:
 * volumes and variables for a ConfigMap, Secret or claim, a StatefulSet's serviceName for a Service. A name another
 * object of that kind and namespace has is not taken (nothing changes).
 */
export function renameObject(path: Path, name: string): Change {
  return (documents) => {
    const objects = objectsIn(documents)
    const object = objects.find((other) => other.path[0] === path[0])
    if (object === undefined) return undefined
    const others = objects.filter((other) => other.path[0] !== path[0] && isSameKind(other, object))
    if (name !== '' && others.some((other) => other.name === name)) return undefined
    setValue([...object.path, 'metadata', 'name'], name)(documents)
    if (object.name !== '' && name !== '' && !others.some((other) => other.name === object.name)) {
      follow(documents, object, name)
    }
    return undefined
  }
}

/** Takes a document's path and a namespace; sets it, '' removes it. */
export function setNamespace(path: Path, namespace: string): Change {
  return setValue([...path.slice(0, 1), 'metadata', 'namespace'], namespace === '' ? undefined : namespace)
}

/** Takes a path; removes the whole document it lies in. Selects its neighbour. */
export function removeDocument(path: Path): Change {
  return (documents) => {
    removeAt(documents, path.slice(0, 1))
    return neighbourOf(documents, [], path[0])
  }
}

/** Takes a workload's path and a number of pods; undefined removes the field (one pod then). Kinds without replicas stay as they are. */
export function setReplicas(path: Path, replicas: number | undefined): Change {
  return (documents) => {
    const workload = workloadAt(documents, path)
    return workload?.replicasPath ? setValue(workload.replicasPath, replicas)(documents) : undefined
  }
}

function isSameKind(a: KubernetesObject, b: KubernetesObject): boolean {
  return a.kind === b.kind && a.apiVersion === b.apiVersion && sameNamespace(a.namespace, b.namespace)
}

/** Where a pod names an object of that kind: the keys of mappings to look for, and the field that holds the name. */
const NAMED_IN: Readonly<Record<string, readonly (readonly [key: string, name: string])[]>> = {
  ConfigMap: [
    ['configMap', 'name'],
    ['configMapKeyRef', 'name'],
    ['configMapRef', 'name'],
  ],
  Secret: [
    ['secret', 'secretName'],
    ['secret', 'name'],
    ['secretKeyRef', 'name'],
    ['secretRef', 'name'],
  ],
  PersistentVolumeClaim: [['persistentVolumeClaim', 'claimName']],
}

function follow(documents: Json[], object: KubernetesObject, name: string): void {
  const rows = Object.hasOwn(NAMED_IN, object.kind) ? (NAMED_IN[object.kind] ?? []) : []
  for (const workload of workloadsIn(documents)) {
    if (!sameNamespace(workload.namespace, object.namespace)) continue
    const podSpec = valueAt(documents, workload.podSpec)
    for (const mapping of namingMappings(podSpec)) {
      for (const [key, nameKey] of rows) {
        const reference = field(mapping, key)
        if (isObject(reference) && reference[nameKey] === object.name) reference[nameKey] = name
      }
    }
    if (object.kind === 'Secret') followPullSecrets(podSpec, object.name, name)
    if (object.kind === 'Service') {
      const spec = field(valueAt(documents, workload.path), 'spec')
      if (workload.row.kind === 'StatefulSet' && isObject(spec) && spec['serviceName'] === object.name) {
        spec['serviceName'] = name
      }
    }
  }
}

function followPullSecrets(podSpec: Json | undefined, old: string, name: string): void {
  for (const entry of itemsOf(field(podSpec, 'imagePullSecrets'))) {
    if (isObject(entry) && textOf(entry['name']) === old) entry['name'] = name
  }
}

/** The mappings of a pod under whose keys the sources are: volumes, projected sources, valueFrom, envFrom entries. */
function namingMappings(podSpec: Json | undefined): readonly JsonObject[] {
  const volumes = itemsOf(field(podSpec, 'volumes'))
  const containers = [...itemsOf(field(podSpec, 'initContainers')), ...itemsOf(field(podSpec, 'containers'))]
  const found: (Json | undefined)[] = [
    ...volumes,
    ...volumes.flatMap((volume) => itemsOf(field(field(volume, 'projected'), 'sources'))),
    ...containers.flatMap((container) => itemsOf(field(container, 'envFrom'))),
    ...containers.flatMap((container) =>
      itemsOf(field(container, 'env')).map((entry) => field(entry, 'valueFrom')),
    ),
  ]
  return found.filter((value) => isObject(value))
}
