import type { PodSpec } from '../../../kubernetes/schema/types-1.36'
import { isSidecar } from '../restartPolicy'
import { FINAL_PHASES, type ContainerStatus, type PodStatus } from './podStatusTypes'

const LOST = {
  terminated: {
    reason: 'ContainerStatusUnknown',
    message: 'The container could not be located when the pod was terminated',
    exitCode: 137,
  },
} as const

/**
 * Takes a pod's spec and its status when everything has ended; gives the status it is left with (TerminatePod in
 * pkg/kubelet/status/status_manager.go): no container that was ever started waits, and the phase is final.
 */
export function finalStatus(spec: PodSpec, status: PodStatus): PodStatus {
  const init = status.initContainerStatuses ?? []
  const tried = Math.max(init.findLastIndex((each) => hasBegun(each)) + 1, 1)
  const initialized = hasInitialized(spec, status)
  return {
    ...status,
    phase: FINAL_PHASES.has(status.phase ?? '') ? (status.phase ?? '') : 'Failed',
    ...(status.initContainerStatuses === undefined
      ? {}
      : { initContainerStatuses: init.map((each, index) => (index < tried ? ended(each) : each)) }),
    containerStatuses: (status.containerStatuses ?? []).map((each) => (initialized ? ended(each) : each)),
  }
}

function ended(status: ContainerStatus): ContainerStatus {
  return status.state?.terminated === undefined ? { ...status, state: LOST } : status
}

function hasBegun({ state, lastState }: ContainerStatus): boolean {
  return state?.waiting === undefined || lastState?.terminated !== undefined
}

/** hasPodInitialized: a main container has begun, or the last init container is done. */
function hasInitialized(spec: PodSpec, status: PodStatus): boolean {
  const last = spec.initContainers?.at(-1)
  if (last === undefined || status.containerStatuses?.some((each) => hasBegun(each)) === true) return true
  const { state, lastState, started } = status.initContainerStatuses?.at(-1) ?? {}
  if (isSidecar(last)) return started === true
  return state?.terminated?.exitCode === 0 || lastState?.terminated?.exitCode === 0
}
