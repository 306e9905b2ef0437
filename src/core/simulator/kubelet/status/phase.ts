import type { Container, PodSpec } from '../../../kubernetes/schema/types-1.36'
import { isSidecar, shouldRestart } from '../restartPolicy'
import { RESTARTING_ALL, statusOf, type ContainerStatus, type Terminated } from './podStatusTypes'

/** What is known of a pod beside the statuses of its containers. */
export interface PhaseFacts {
  /** Nothing will be started any more. */
  readonly terminal: boolean
  /** Some main container has been created. */
  readonly initialized: boolean
}

interface InitCount {
  /** Plain init containers that have not come to an end. */
  plain: number
  /** Sidecars that are not started. */
  sidecars: number
  /** Plain init containers that failed and are not tried again. */
  failed: number
  running: number
  waiting: number
  unknown: number
}

/** Takes a pod's spec, the statuses of its init and main containers, and what else is known; gives its phase (getPhase in pkg/kubelet/kubelet_pods.go). */
export function phaseOf(spec: PodSpec, statuses: readonly ContainerStatus[], facts: PhaseFacts): string {
  const init = countInit(spec, statuses)
  if (init.failed > 0) return 'Failed'
  const mains = countMains(spec, statuses)
  const running = init.running + mains.running
  const unknown = init.unknown + mains.unknown
  if (init.plain > 0 || (init.sidecars > 0 && !facts.initialized)) return 'Pending'
  if (init.waiting + mains.waiting > 0 || unknown > 0) return 'Pending'
  if (running > 0) return 'Running'
  if (mains.stopped === 0) return 'Pending'
  const end = mains.stopped === mains.succeeded ? 'Succeeded' : 'Failed'
  return facts.terminal || mains.restarting === 0 ? end : 'Running'
}

function countInit(spec: PodSpec, statuses: readonly ContainerStatus[]): InitCount {
  const count: InitCount = { plain: 0, sidecars: 0, failed: 0, running: 0, waiting: 0, unknown: 0 }
  for (const container of spec.initContainers ?? []) {
    const status = statusOf(statuses, container.name)
    const { state = {}, lastState } = status ?? {}
    if (isSidecar(container)) {
      if (state.running !== undefined) {
        count.running += 1
        if (status?.started !== true) count.sidecars += 1
      } else if (state.waiting !== undefined && lastState?.terminated === undefined) {
        count.sidecars += 1
        count.waiting += 1
      } else if (state.waiting === undefined && state.terminated === undefined) {
        if (status !== undefined) count.sidecars += 1
        count.unknown += 1
      }
      continue
    }
    const ended =
      state.running === undefined
        ? (state.terminated ?? (state.waiting === undefined ? undefined : lastState?.terminated))
        : undefined
    if (ended === undefined) count.plain += 1
    else if ((ended.exitCode ?? 0) !== 0 && !willRestart(container, spec, ended)) count.failed += 1
  }
  return count
}

function countMains(spec: PodSpec, statuses: readonly ContainerStatus[]) {
  const count = { running: 0, waiting: 0, stopped: 0, succeeded: 0, restarting: 0, unknown: 0 }
  for (const container of spec.containers ?? []) {
    const { state = {}, lastState } = statusOf(statuses, container.name) ?? {}
    if (state.running !== undefined) count.running += 1
    else if (state.terminated !== undefined) {
      count.stopped += 1
      if ((state.terminated.exitCode ?? 0) === 0) count.succeeded += 1
      if (willRestart(container, spec, state.terminated)) count.restarting += 1
    } else if (state.waiting === undefined) count.unknown += 1
    else if (lastState?.terminated === undefined) count.waiting += 1
    else {
      count.stopped += 1
      if (willRestart(container, spec, lastState.terminated)) count.restarting += 1
    }
  }
  return count
}

/** One that was removed to be restarted together with all others always will be. */
function willRestart(container: Container, spec: PodSpec, { reason, exitCode = 0 }: Terminated): boolean {
  return reason === RESTARTING_ALL || shouldRestart(container, spec, exitCode)
}
