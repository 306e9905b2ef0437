import type { ContainerPlace } from './happening'

/** Takes the names of a thing and of what it lies in; gives them as one text, to find it by. */
export function placeKey(...names: readonly string[]): string {
  return names.join('/')
}

/** Takes a container's place; gives it as one text. */
export function containerKey({ namespace, pod, container }: ContainerPlace): string {
  return placeKey(namespace, pod, container)
}
