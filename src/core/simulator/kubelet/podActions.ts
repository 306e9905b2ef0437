import type { ActionSource } from './actionSource'
import { initActions } from './initActions'
import { killMessage, unknownKill, type Kill, type KillReason } from './kill'
import { isRestartable, isSidecar, shouldBeStarted } from './restartPolicy'
import { containerID, newestOf, type ContainerRuntimeStatus } from './runtimeStatus'
import { needsSandbox, nextSandboxAttempt } from './sandbox'

/** What the next sync of a pod does (podActions in pkg/kubelet/kuberuntime/kuberuntime_manager.go); containers by their place in the spec. */
export interface PodActions {
  readonly killPod: boolean
  readonly createSandbox: boolean
  readonly sandboxAttempt: number
  readonly initToStart: readonly number[]
  readonly toStart: readonly number[]
  readonly toKill: readonly Kill[]
  /** Every instance that is removed before all containers start again. */
  readonly toReset: readonly ContainerRuntimeStatus[]
}

const NOTHING: PodActions = {
  killPod: false,
  createSandbox: false,
  sandboxAttempt: 0,
  initToStart: [],
  toStart: [],
  toKill: [],
  toReset: [],
}

/** Takes what is known of a pod; gives what its next sync does (computePodActions). */
export function podActions(source: ActionSource): PodActions {
  const { spec, runtime } = source
  if (needsSandbox(spec, runtime)) return sandboxActions(source)
  const sandboxAttempt = runtime.sandboxes[0]?.attempt ?? 0
  if (source.restartAll) return { ...NOTHING, sandboxAttempt, toReset: resetOrder(source) }
  const init = initActions(source)
  const begun = { ...NOTHING, sandboxAttempt, initToStart: init.toStart, toKill: init.toKill }
  if (init.killPod) return { ...begun, killPod: true, initToStart: [] }
  if (!init.initialized) return begun
  const mains = mainActions(source)
  const actions = { ...begun, toStart: mains.toStart, toKill: [...init.toKill, ...mains.toKill] }
  // Nothing to keep and nothing to start: the pod is done, and its sidecars are not restarted any more.
  return mains.kept === 0 && mains.toStart.length === 0
    ? { ...actions, killPod: true, initToStart: [] }
    : actions
}

function sandboxActions({ spec, deleted, runtime }: ActionSource): PodActions {
  const anew = { ...NOTHING, killPod: true, createSandbox: true, sandboxAttempt: nextSandboxAttempt(runtime) }
  const stopped = { ...anew, createSandbox: false }
  const mains = spec.containers ?? []
  const init = spec.initContainers ?? []
  const plain = init.filter((container) => !isSidecar(container))
  const restarts = [...plain, ...mains].some((container) => isRestartable(container, spec))
  if (!restarts && anew.sandboxAttempt !== 0 && runtime.containers.length > 0) return stopped
  if (deleted) return stopped
  const toStart = mains.flatMap((container, index) => {
    const newest = newestOf(runtime, container.name ?? '')
    const isDone = newest?.state === 'exited' && !shouldBeStarted(container, spec, deleted, runtime)
    return isDone && newest.exitCode === 0 ? [] : [index]
  })
  const hasRun = mains.some(({ name = '' }) => newestOf(runtime, name) !== undefined)
  if (toStart.length === 0 && hasRun) return stopped
  return init.length > 0 ? { ...anew, initToStart: [0] } : { ...anew, toStart }
}

/** Mains first, then init containers, and what triggered it last, so that the trigger is seen until all others are gone. */
function resetOrder({ spec, runtime }: ActionSource): readonly ContainerRuntimeStatus[] {
  const named = [...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(({ name = '' }) => name)
  return named.flatMap((name) => runtime.containers.filter((container) => container.name === name))
}

function mainActions(source: ActionSource) {
  const { spec, deleted, runtime, probeResults } = source
  const toStart: number[] = []
  const toKill: Kill[] = []
  let kept = 0
  for (const [index, container] of (spec.containers ?? []).entries()) {
    const name = container.name ?? ''
    const status = newestOf(runtime, name)
    if (status?.state !== 'running') {
      if (!shouldBeStarted(container, spec, deleted, runtime)) continue
      toStart.push(index)
      if (status?.state === 'unknown') toKill.push(unknownKill('Container', container, status))
      continue
    }
    const id = containerID(status)
    const reason: KillReason | undefined =
      status.changed === true
        ? 'Changed'
        : probeResults('liveness', id) === 'Failure'
          ? 'LivenessProbe'
          : probeResults('startup', id) === 'Failure'
            ? 'StartupProbe'
            : undefined
    if (reason === undefined) {
      kept += 1
      continue
    }
    const restart = reason === 'Changed' || (container.restartPolicy ?? spec.restartPolicy) !== 'Never'
    const message = killMessage('Container', name, reason)
    toKill.push({ container, status, reason, message: restart ? `${message}, will be restarted` : message })
    if (restart) toStart.push(index)
  }
  return { toStart, toKill, kept }
}
