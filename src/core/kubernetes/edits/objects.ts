import type { Change } from '../change'
import { mentionsIn, objectsMeant } from '../mentions'
import { objectsIn, sameNamespace, type KubernetesObject } from '../objects'
import type { Path } from '../path'
import { workloadAt } from '../workloadKinds'
import { followName } from './followName'
import { neighbourOf } from './list'
import { removeAt } from './remove'
import { setValue } from './setValue'

/**
 * Takes a document's path and a name; renames the object. What names it from within the same namespace follows
 * (`namings`). A name another object of that kind and namespace has is not taken (nothing changes).
 */
export function renameObject(path: Path, name: string): Change {
  return (documents) => {
    const objects = objectsIn(documents)
    const object = objects.find((other) => other.path[0] === path[0])
    if (object === undefined) return undefined
    const others = objects.filter((other) => other.path[0] !== path[0] && isSameKind(other, object))
    if (name !== '' && others.some((other) => other.name === name)) return undefined
    const isMeant = object.name !== '' && name !== '' && !others.some((other) => other.name === object.name)
    const mentions = !isMeant
      ? []
      : mentionsIn(documents).filter(
          (mention) => mention.name === object.name && objectsMeant(objects, mention).includes(object),
        )
    setValue([...object.path, 'metadata', 'name'], name)(documents)
    followName(documents, mentions, name)
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
