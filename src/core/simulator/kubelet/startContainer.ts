import type { Container } from '../../kubernetes/schema/types-1.36'
import type { Steps } from '../clock'
import { goDuration } from './goDuration'
import { runHandler } from './handler'
import { ensureImage, ensureImageVolumes } from './image'
import { killContainer } from './killContainer'
import type { Kubelet } from './kubelet'
import { newestOf, type PodRuntimeStatus } from './runtimeStatus'
import type { StartFailure } from './status/containerStatuses'

/** Why a container was not started; `retryAt` where a back-off says when it may be. */
export interface NotStarted extends StartFailure {
  readonly retryAt?: number
}

/**
 * Takes a container and what the runtime said at the beginning of the sync; starts it: back-off, image, start, postStart
 * hook (startContainer in pkg/kubelet/kuberuntime/kuberuntime_container.go). Gives why it was not started, or null.
 */
export function* startContainer(
  kubelet: Kubelet,
  container: Container,
  seen: PodRuntimeStatus,
): Steps<NotStarted | null> {
  const failure = backOff(kubelet, container, seen) ?? (yield* begin(kubelet, container, seen))
  const name = container.name ?? ''
  if (failure === null) kubelet.failures.delete(name)
  else kubelet.failures.set(name, { reason: failure.reason, message: failure.message })
  return failure
}

/** doBackOff: only an instance that has exited counts, and the first one is free. */
function backOff(kubelet: Kubelet, container: Container, seen: PodRuntimeStatus): NotStarted | null {
  const { clock, restartBackOff, podWords } = kubelet
  const name = container.name ?? ''
  const exited = seen.containers.find((status) => status.name === name && status.state === 'exited')
  if (exited === undefined) return null
  const retryAt = restartBackOff.refusedUntil(name, exited.finishedAt, clock.now)
  if (retryAt === null) {
    restartBackOff.advance(name, exited.finishedAt, clock.now)
    return null
  }
  kubelet.record(
    'Warning',
    'BackOff',
    `Back-off restarting failed container ${name} in pod ${podWords}`,
    container,
  )
  return {
    reason: 'CrashLoopBackOff',
    message: `back-off ${goDuration(restartBackOff.delayOf(name))} restarting failed container=${name} pod=${podWords}`,
    retryAt,
  }
}

function* begin(kubelet: Kubelet, container: Container, seen: PodRuntimeStatus): Steps<NotStarted | null> {
  const name = container.name ?? ''
  const noImage =
    (yield* ensureImageVolumes(kubelet, container)) ?? (yield* ensureImage(kubelet, container, container))
  if (noImage !== null) {
    kubelet.record('Warning', 'Failed', `Error: ${noImage.reason}`, container)
    return noImage
  }
  const badConfig = kubelet.host.configFailure(container)
  if (badConfig !== null) {
    kubelet.record('Warning', 'Failed', `Error: ${badConfig.message}`, container)
    return badConfig
  }
  const before = newestOf(seen, name)
  const attempt = before === undefined ? 0 : before.restartCount + 1
  kubelet.record('Normal', 'Created', 'Container created', container)
  const { id, error } = yield* kubelet.runtime.start(name, attempt)
  if (error !== null) {
    kubelet.record('Warning', 'Failed', `Error: ${error}`, container)
    return { reason: 'RunContainerError', message: error }
  }
  kubelet.record('Normal', 'Started', 'Container started', container)
  const hook = container.lifecycle?.postStart
  if (hook === undefined) return null
  const end = yield* runHandler(kubelet, container, id, hook, Infinity)
  if (end.end === 'ok') return null
  kubelet.record('Warning', 'FailedPostStartHook', 'PostStartHook failed', container)
  const status = newestOf(kubelet.runtime.status(), name)
  if (status?.state === 'running')
    yield* killContainer(kubelet, { container, status, message: 'FailedPostStartHook' })
  return { reason: 'PostStartHookError', message: 'PostStartHook failed' }
}
