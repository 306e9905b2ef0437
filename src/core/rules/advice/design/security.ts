import type { Json } from '../../../kubernetes/json'
import type { Path } from '../../../kubernetes/path'
import { field, numberOf } from '../../../kubernetes/shape'
import type { Pod, PodContainer } from './pod'

/** A field of a security context as a container has it, and where it is written. */
export interface Effective {
  readonly value: Json | undefined
  readonly path: Path
}

/** Takes a pod, a container of it and a field; gives what holds: the container's own word, else the pod's. */
export function securityField(pod: Pod, container: PodContainer, key: string): Effective {
  const own = field(field(container.value, 'securityContext'), key)
  if (own !== undefined && own !== null)
    return { value: own, path: [...container.path, 'securityContext', key] }
  return {
    value: field(field(pod.spec, 'securityContext'), key) ?? undefined,
    path: [...pod.path, 'securityContext', key],
  }
}

/** Takes a pod and a container of it; gives the uid that the manifest says, or null. */
export function userOf(pod: Pod, container: PodContainer): number | null {
  return numberOf(securityField(pod, container, 'runAsUser').value)
}
