import type { Container, PodSpec } from '../../../kubernetes/schema/types-1.36'
import type { ProbeResults } from '../probeResults'
import { allCouldRestart, isSidecar } from '../restartPolicy'
import { newestOf } from '../runtimeStatus'
import { allRestarting, containersReady, podInitialized, podReady, readyToStart } from './conditions'
import { containerStatuses, type StatusSource } from './containerStatuses'
import { phaseOf } from './phase'
import { FINAL_PHASES, type ContainerStatus, type PodCondition, type PodStatus } from './podStatusTypes'

/** What a pod's status is made from, beside what the statuses of its containers are made from. */
export interface PodStatusSource extends StatusSource {
  /** Nothing will be started any more. */
  readonly terminal: boolean
  readonly probeResults: ProbeResults
  /** Whether a container has a readiness probe that is carried out. */
  readonly isProbed: (name: string) => boolean
}

/** The conditions the kubelet writes; others it copies. */
export const OWN_CONDITIONS: ReadonlySet<string> = new Set([
  'PodScheduled',
  'Initialized',
  'Ready',
  'ContainersReady',
  'PodReadyToStartContainers',
  'PodResizePending',
  'PodResizeInProgress',
  'AllContainersRestarting',
])

/** Takes what is known of a pod and the status it had; gives its status now (generateAPIPodStatus in pkg/kubelet/kubelet_pods.go). */
export function podStatus(source: PodStatusSource, old: PodStatus): PodStatus {
  const { spec } = source
  const init = spec.initContainers ?? []
  const made = containerStatuses(source, init, true, old.initContainerStatuses ?? [])
  const initContainerStatuses = made.map((status, index) => withProbes(source, status, init[index], true))
  const mains = spec.containers ?? []
  const statuses = containerStatuses(source, mains, false, old.containerStatuses ?? [])
    .map((status, index) => withProbes(source, status, mains[index], false))
    .toSorted((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
  const phase = phaseFor(source, [...initContainerStatuses, ...statuses], old)
  return {
    phase,
    ...(phase === old.phase && old.reason !== undefined ? { reason: old.reason } : {}),
    ...(phase === old.phase && old.message !== undefined ? { message: old.message } : {}),
    conditions: conditionsOf(source, [...initContainerStatuses, ...statuses], phase, old.conditions ?? []),
    ...(init.length === 0 ? {} : { initContainerStatuses }),
    containerStatuses: statuses,
  }
}

function phaseFor(source: PodStatusSource, statuses: readonly ContainerStatus[], old: PodStatus): string {
  const { spec, runtime, terminal } = source
  const initialized = (spec.containers ?? []).some(({ name = '' }) => newestOf(runtime, name) !== undefined)
  const phase = phaseOf(spec, statuses, { terminal, initialized })
  const before = old.phase ?? ''
  return FINAL_PHASES.has(before) && !FINAL_PHASES.has(phase) ? before : phase
}

/** Adds what the probes say (UpdatePodStatus in pkg/kubelet/prober/prober_manager.go). */
function withProbes(
  { probeResults, isProbed }: PodStatusSource,
  status: ContainerStatus,
  container: Container | undefined,
  isInit: boolean,
): ContainerStatus {
  const isRunning = status.state?.running !== undefined
  const id = status.containerID ?? ''
  const started =
    isRunning && (container?.startupProbe === undefined || probeResults('startup', id) === 'Success')
  if (isInit && container !== undefined && !isSidecar(container)) {
    const done = status.state?.terminated?.exitCode === 0
    return { ...status, started, ready: done || status.ready === true }
  }
  const ready = started && (!isProbed(status.name ?? '') || probeResults('readiness', id) === 'Success')
  return { ...status, started, ready }
}

function conditionsOf(
  { spec, runtime }: PodStatusSource,
  statuses: readonly ContainerStatus[],
  phase: string,
  old: readonly PodCondition[],
): readonly PodCondition[] {
  const kept = old.filter(({ type }) => !OWN_CONDITIONS.has(type))
  return [
    ...kept,
    readyToStart(spec, runtime),
    podInitialized(spec, statuses, phase),
    podReady(spec, kept, statuses, phase),
    containersReady(spec, statuses, phase),
    { type: 'PodScheduled', status: 'True' },
    ...(allCouldRestart(spec) ? [allRestarting(spec, runtime, phase)] : []),
  ]
}

/** Takes a pod's spec and its status; gives the status with its readiness conditions made anew, after the readiness of a container changed. */
export function withReadiness(spec: PodSpec, status: PodStatus): PodStatus {
  const statuses = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])]
  const phase = status.phase ?? ''
  const conditions = status.conditions ?? []
  return {
    ...status,
    conditions: conditions.map((condition) => {
      if (condition.type === 'Ready') return podReady(spec, conditions, statuses, phase)
      if (condition.type === 'ContainersReady') return containersReady(spec, statuses, phase)
      return condition
    }),
  }
}
