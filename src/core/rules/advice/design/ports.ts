import type { ContainerPort } from '../../../kubernetes/containers'
import type { ServicePort } from '../../../kubernetes/services'
import type { Pod, PodContainer } from './pod'
import { lastingOf } from './pod'
import { listensOn } from './program'

/** A declared port with the container that declares it. */
export interface DeclaredPort extends ContainerPort {
  readonly container: PodContainer
}

/** Takes a pod; gives the ports that its app containers and sidecars declare: those a Service finds. */
export function declaredPorts(pod: Pod): readonly DeclaredPort[] {
  return lastingOf(pod).flatMap((container) =>
    container.ports.map((port) => Object.assign({ container }, port)),
  )
}

/** Takes a Service's port; gives where it leads: its targetPort, or the same port where none is written. */
export function targetOf({ targetPort, port }: ServicePort): number | string | null {
  return targetPort === null || targetPort === '' || targetPort === 0 ? port : targetPort
}

/**
 * Takes a pod; gives the TCP ports that it opens, or null where somebody in it may open others: a container that
 * declares no port and whose program is not known.
 */
export function openPorts(pod: Pod): ReadonlySet<number> | null {
  const lists = lastingOf(pod).map((container) => listensOn(container))
  return lists.length === 0 || lists.some((list) => list.length === 0) ? null : new Set(lists.flat())
}
