import type { Volume } from '../../../kubernetes/volumes'
import { field } from '../../../kubernetes/shape'
import type { Pod, PodContainer } from './pod'

/**
 * Takes a pod and a volume of it; gives the containers that use it: by a mount, as a raw device, or for a variable out
 * of a file of it (KEP-3721 fileKeyRef, which needs no mount).
 */
export function usersOf(pod: Pod, { name }: Volume): readonly PodContainer[] {
  return pod.containers.filter(
    ({ mounts, devices, env }) =>
      mounts.some(({ volumeName }) => volumeName === name) ||
      devices.some(({ volumeName }) => volumeName === name) ||
      env.some(({ sourceId, value }) => sourceId === 'fileKeyRef' && field(value, 'volumeName') === name),
  )
}

/** Takes a volume; says whether it is an empty directory (which a volume without a source is, too). */
export function isEmptyDir({ sourceId }: Volume): boolean {
  return sourceId === 'emptyDir' || sourceId === ''
}
