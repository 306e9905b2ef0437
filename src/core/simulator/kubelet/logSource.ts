import { statusOf, type PodStatus } from './status/podStatusTypes'

/** Which instance of a container `kubectl logs` reads, or what the server answers instead. */
export type LogSource = { readonly logOf: 'current' | 'previous' } | { readonly error: string }

/** What the server says of a container that waits, instead of its reason. */
const WAITING: Readonly<Record<string, string>> = {
  ErrImagePull: "image can't be pulled",
  ImagePullBackOff: 'trying and failing to pull image',
}

/** Takes a pod's name and status, a container's name, and whether `--previous` is asked for; gives whose log is read (validateContainerLogStatus in pkg/kubelet/kubelet_pods.go). */
export function logSource(pod: string, status: PodStatus, name: string, previous: boolean): LogSource {
  const all = [...(status.containerStatuses ?? []), ...(status.initContainerStatuses ?? [])]
  const container = statusOf(all, name)
  const subject = `container "${name}" in pod "${pod}"`
  if (container === undefined) return { error: `${subject} is not available` }
  const { state = {}, lastState } = container
  const last = lastState?.terminated
  const hasLast = (last?.containerID ?? '') !== ''
  if (previous) return hasLast ? { logOf: 'previous' } : { error: `previous terminated ${subject} not found` }
  if (state.running !== undefined) return { logOf: 'current' }
  if (state.terminated !== undefined && (state.terminated.containerID ?? '') !== '')
    return { logOf: 'current' }
  if (last !== undefined) return hasLast ? { logOf: 'previous' } : { error: `${subject} is terminated` }
  if (state.terminated !== undefined) return { error: `${subject} is terminated` }
  if (state.waiting === undefined) return { error: `${subject} is waiting to start - no logs yet` }
  const { reason = '' } = state.waiting
  return { error: `${subject} is waiting to start: ${WAITING[reason] ?? reason}` }
}
