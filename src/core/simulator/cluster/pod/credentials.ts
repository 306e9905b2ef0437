import type { Container, PodSpec } from '../../../kubernetes/schema/types-1.36'
import type { Credentials } from '../../filesystem/fileSystem'
import type { ImageDefaults } from './containerPrograms'

/** Takes a pod's spec, a container, and the image's own user; gives who its processes are: the container's settings go before the pod's, these before the image's. */
export function credentialsOf(spec: PodSpec, container: Container, image: ImageDefaults): Credentials {
  const pod = spec.securityContext ?? {}
  const own = container.securityContext ?? {}
  const { fsGroup, supplementalGroups = [] } = pod
  return {
    uid: own.runAsUser ?? pod.runAsUser ?? image.uid,
    gid: own.runAsGroup ?? pod.runAsGroup ?? image.gid,
    groups: [...supplementalGroups, ...(fsGroup === undefined ? [] : [fsGroup])],
  }
}

/** Takes a pod's spec, a container, who it runs as, and the pod in words; gives why that is not allowed, or null (verifyRunAsNonRoot in pkg/kubelet/kuberuntime/security_context.go). */
export function rootFault(
  spec: PodSpec,
  container: Container,
  { uid }: Credentials,
  pod: string,
): string | null {
  const pods = spec.securityContext ?? {}
  const own = container.securityContext ?? {}
  if ((own.runAsNonRoot ?? pods.runAsNonRoot) !== true || uid !== 0) return null
  const isChosen = (own.runAsUser ?? pods.runAsUser) !== undefined
  const why = isChosen
    ? "container's runAsUser breaks non-root policy"
    : 'container has runAsNonRoot and image will run as root'
  return `${why} (pod: "${pod}", container: ${container.name ?? ''})`
}
