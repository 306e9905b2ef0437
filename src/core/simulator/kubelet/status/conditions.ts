import type { Container, PodSpec } from '../../../kubernetes/schema/types-1.36'
import { isSidecar, restartsAll } from '../restartPolicy'
import type { PodRuntimeStatus } from '../runtimeStatus'
import { needsSandbox } from '../sandbox'
import {
  conditionOf,
  RESTARTING_ALL,
  statusOf,
  type ContainerStatus,
  type PodCondition,
} from './podStatusTypes'

/*
 * The conditions of a pod that the kubelet writes (pkg/kubelet/status/generate.go). Statuses are undefined where
 * nothing is known of any container.
 */

type Statuses = readonly ContainerStatus[] | undefined

/** Why a condition is False in a phase that a pod never leaves. */
const ENDED: Readonly<Record<string, string>> = { Failed: 'PodFailed', Succeeded: 'PodCompleted' }

/** Takes a pod's spec, the statuses of its containers and its phase; gives the condition ContainersReady. */
export function containersReady(spec: PodSpec, statuses: Statuses, phase: string): PodCondition {
  const no = { type: 'ContainersReady', status: 'False' }
  if (statuses === undefined) return { ...no, reason: 'UnknownContainerStatuses' }
  const counted = [
    ...(spec.initContainers ?? []).filter((each) => isSidecar(each)),
    ...(spec.containers ?? []),
  ]
  const unknown = counted.filter(({ name }) => statusOf(statuses, name) === undefined)
  const unready = counted.filter(
    ({ name }) => statusOf(statuses, name)?.ready === false || isUnsaid(statuses, name),
  )
  if (phase === 'Failed' || (phase === 'Succeeded' && unknown.length === 0))
    return { ...no, reason: ENDED[phase] ?? '' }
  const message = [
    ...listed('containers with unknown status', unknown),
    ...listed('containers with unready status', unready),
  ].join(', ')
  if (message !== '') return { ...no, reason: 'ContainersNotReady', message }
  return { type: 'ContainersReady', status: 'True' }
}

/** Whether the status is there and leaves `ready` out, which is Go's false. */
function isUnsaid(statuses: readonly ContainerStatus[], name: string | undefined): boolean {
  const status = statusOf(statuses, name)
  return status !== undefined && status.ready === undefined
}

/** Takes a pod's spec, all its conditions, the statuses of its containers and its phase; gives the condition Ready, which asks for readiness gates too. */
export function podReady(
  spec: PodSpec,
  conditions: readonly PodCondition[],
  statuses: Statuses,
  phase: string,
): PodCondition {
  const containers = containersReady(spec, statuses, phase)
  if (containers.status !== 'True') return { ...containers, type: 'Ready' }
  const message = (spec.readinessGates ?? [])
    .flatMap(({ conditionType = '' }) => {
      const condition = conditionOf(conditions, conditionType)
      if (condition === undefined)
        return [`corresponding condition of pod readiness gate "${conditionType}" does not exist.`]
      if (condition.status === 'True') return []
      return [`the status of pod readiness gate "${conditionType}" is not "True", but ${condition.status}`]
    })
    .join(', ')
  if (message === '') return { type: 'Ready', status: 'True' }
  return { type: 'Ready', status: 'False', reason: 'ReadinessGatesNotReady', message }
}

/** Takes a pod's spec, the statuses of its containers and its phase; gives the condition Initialized: the init sequence is done, or was once. */
export function podInitialized(spec: PodSpec, statuses: Statuses, phase: string): PodCondition {
  const init = spec.initContainers ?? []
  const yes = { type: 'Initialized', status: 'True' }
  const no = { type: 'Initialized', status: 'False' }
  if (statuses === undefined && init.length > 0) return { ...no, reason: 'UnknownContainerStatuses' }
  const unknown = init.filter(({ name }) => statusOf(statuses, name) === undefined)
  const incomplete = init.filter((container) => {
    const status = statusOf(statuses, container.name)
    if (status === undefined) return false
    return isSidecar(container) ? status.started !== true : status.ready !== true
  })
  if (phase === 'Succeeded' && unknown.length === 0) return { ...yes, reason: 'PodCompleted' }
  if (hasStartedMain(spec, statuses)) return yes
  const message = [
    ...listed('containers with unknown status', unknown),
    ...listed('containers with incomplete status', incomplete),
  ].join(', ')
  return message === '' ? yes : { ...no, reason: 'ContainersNotInitialized', message }
}

/** Takes a pod's spec and the statuses of its containers; says whether a main container runs, has ended, or is restarted with all others (HasAnyRegularContainerStarted). */
export function hasStartedMain(spec: PodSpec, statuses: Statuses): boolean {
  return (spec.containers ?? []).some(({ name }) => {
    const { state, lastState } = statusOf(statuses, name) ?? {}
    const isBack = lastState?.terminated?.reason === RESTARTING_ALL
    return state?.running !== undefined || state?.terminated !== undefined || isBack
  })
}

/** Takes what the runtime says; gives the condition PodReadyToStartContainers: there is a sandbox with a network. */
export function readyToStart(spec: PodSpec, status: PodRuntimeStatus): PodCondition {
  return { type: 'PodReadyToStartContainers', status: needsSandbox(spec, status) ? 'False' : 'True' }
}

/** Takes a pod's spec, what the runtime says and the pod's phase; gives the condition AllContainersRestarting (KEP-5532). */
export function allRestarting(spec: PodSpec, status: PodRuntimeStatus, phase: string): PodCondition {
  const type = 'AllContainersRestarting'
  const reason = ENDED[phase]
  if (reason !== undefined) return { type, status: 'False', reason }
  if (restartsAll(spec, status) === undefined) return { type, status: 'False' }
  return {
    type,
    status: 'True',
    reason: 'RestartAllContainersStarted',
    message: 'container exited with restart policy rule',
  }
}

/** Names of containers the way Go prints a list of texts. */
function listed(words: string, containers: readonly Container[]): readonly string[] {
  return containers.length === 0 ? [] : [`${words}: [${containers.map(({ name }) => name ?? '').join(' ')}]`]
}
