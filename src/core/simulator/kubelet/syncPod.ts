import type { Steps } from '../clock'
import { killContainer, killPod } from './killContainer'
import type { Kubelet } from './kubelet'
import { podActions, type PodActions } from './podActions'
import type { ProbeManager } from './probeManager'
import { isSidecar } from './restartPolicy'
import type { PodRuntimeStatus } from './runtimeStatus'
import { startContainer, type NotStarted } from './startContainer'
import { podStatus } from './status/podStatus'
import { FINAL_PHASES, conditionOf } from './status/podStatusTypes'
import { TIMES } from './times'

/** How a sync ended: the pod is at its end, or what could not be started. */
export interface SyncResult {
  readonly ended: boolean
  readonly failures: readonly NotStarted[]
}

const RESTARTING = 'AllContainersRestarting'

/** Takes what the runtime says, and whether nothing will be started any more; writes the pod's status (generateAPIPodStatus, SetPodStatus). */
export function writeStatus(
  kubelet: Kubelet,
  probes: ProbeManager,
  runtime: PodRuntimeStatus,
  terminal: boolean,
): void {
  const { spec, status: old, deletion, failures } = kubelet
  const status = podStatus(
    {
      spec,
      deleted: deletion !== null,
      runtime,
      failureOf: (name) => failures.get(name),
      restartingAll: conditionOf(old.conditions, RESTARTING)?.status === 'True',
      timeOf: (time) => kubelet.clock.timestamp(time),
      terminal,
      probeResults: probes.results,
      isProbed: (name) => probes.isProbed(name),
    },
    old,
  )
  kubelet.status = status
  probes.triggerReadiness([...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])])
}

/**
 * One sync of a running pod (Kubelet.SyncPod, then kubeGenericRuntimeManager.SyncPod): writes the status as it was at its
 * beginning, then does one thing after the other.
 */
export function* syncPod(kubelet: Kubelet, probes: ProbeManager): Steps<SyncResult> {
  const { pleg, spec } = kubelet
  const runtime = pleg.seen
  writeStatus(kubelet, probes, runtime, false)
  if (FINAL_PHASES.has(kubelet.status.phase ?? '')) return { ended: true, failures: [] }
  const unmounted = waitForMounts(kubelet)
  if (unmounted !== null) return { ended: false, failures: [unmounted] }
  probes.addPod()
  const actions = podActions({
    spec,
    deleted: kubelet.deletion !== null,
    runtime,
    probeResults: probes.results,
    restartAll: conditionOf(kubelet.status.conditions, RESTARTING)?.status === 'True',
  })
  if (actions.toReset.length > 0) {
    yield* resetAll(kubelet, actions)
    return { ended: false, failures: [] }
  }
  if (!actions.killPod) for (const kill of actions.toKill) yield* killContainer(kubelet, kill)
  else if (!actions.createSandbox || runtime.sandboxes.length > 0) yield* killPod(kubelet)
  if (actions.createSandbox) yield* kubelet.runtime.makeSandbox(actions.sandboxAttempt)
  return { ended: false, failures: yield* startAll(kubelet, actions, runtime) }
}

/**
 * The volumes come before everything else (WaitForAttachAndMount): where one can't be mounted, that is tried again after
 * half a second, and after twice as long each time (goroutinemap's exponential back-off).
 */
function waitForMounts(kubelet: Kubelet): NotStarted | null {
  const message = kubelet.host.mountVolumes()
  if (message === null) return null
  kubelet.record('Warning', 'FailedMount', message, null)
  const wait = Math.min(TIMES.firstMountRetry * 2 ** kubelet.mountFailures, TIMES.longestMountRetry)
  kubelet.mountFailures += 1
  return { reason: 'FailedMount', message, retryAt: kubelet.clock.now + wait }
}

/** Starts the containers one after the other; an init container that can't start holds back all that follow. */
function* startAll(kubelet: Kubelet, actions: PodActions, runtime: PodRuntimeStatus): Steps<NotStarted[]> {
  const { spec } = kubelet
  const failures: NotStarted[] = []
  for (const index of actions.initToStart) {
    const container = spec.initContainers?.[index]
    if (container === undefined) continue
    const failure = yield* startContainer(kubelet, container, runtime)
    // A sidecar is not waited for: what happens to it at this moment comes before the sync goes on.
    if (isSidecar(container)) yield { until: kubelet.clock.now }
    if (failure === null) continue
    failures.push(failure)
    if (!isSidecar(container)) return failures
  }
  for (const index of actions.toStart) {
    const container = spec.containers?.[index]
    if (container === undefined) continue
    const failure = yield* startContainer(kubelet, container, runtime)
    if (failure !== null) failures.push(failure)
  }
  return failures
}

/** Kills and removes every container, so that the init sequence runs again in the same sandbox (KEP-5532). */
function* resetAll(kubelet: Kubelet, { toReset }: PodActions): Steps {
  const { spec, runtime, pleg } = kubelet
  const all = [...(spec.initContainers ?? []), ...(spec.containers ?? [])]
  for (const status of toReset) {
    const container = all.find(({ name }) => name === status.name)
    if (container !== undefined && status.state === 'running')
      yield* killContainer(kubelet, { container, status, message: 'killing', grace: 0 })
    runtime.remove(status.id)
  }
  pleg.requestReinspection()
}
