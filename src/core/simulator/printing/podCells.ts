import type { Container } from '../../kubernetes/schema/types-1.36'
import { isSidecar } from '../kubelet/restartPolicy'
import {
  FINAL_PHASES,
  conditionOf,
  type ContainerStatus,
  type PodStatus,
  type Terminated,
} from '../kubelet/status/podStatusTypes'
import { ageOf } from './ageOf'

/** What of a pod kubectl prints in a row. */
export interface PrintedPod {
  readonly metadata?: {
    readonly name?: string
    readonly creationTimestamp?: string | null
    readonly deletionTimestamp?: string | null
  }
  readonly spec?: {
    readonly containers?: readonly Container[]
    readonly initContainers?: readonly Container[]
    readonly nodeName?: string
    readonly readinessGates?: readonly { readonly conditionType?: string }[]
  }
  readonly status?: PodStatus
}

/** The columns of `kubectl get pod`. */
export interface PodColumns {
  readonly ready: string
  readonly status: string
  /** The number of restarts alone. */
  readonly restarts: string
  /** The number, and how long ago the last one was. */
  readonly restartsColumn: string
}

/** Counts restarts, and keeps when the last one was. */
class Restarts {
  count = 0
  last: string | undefined

  add(status: ContainerStatus): void {
    this.count += status.restartCount ?? 0
    const finished = status.lastState?.terminated?.finishedAt ?? undefined
    if (finished !== undefined && (this.last === undefined || finished > this.last)) this.last = finished
  }

  column(now: number): string {
    if (this.count === 0 || this.last === undefined) return String(this.count)
    return `${this.count} (${ageOf(this.last, now)} ago)`
  }
}

/** Takes a pod and the time (milliseconds since 1970); gives its columns as kubectl prints them (printPod in pkg/printers/internalversion/printers.go). */
export function podColumns({ metadata, spec, status = {} }: PrintedPod, now: number): PodColumns {
  const init = spec?.initContainers ?? []
  const sidecars = new Map(init.map((container) => [container.name ?? '', isSidecar(container)]))
  const total = (spec?.containers ?? []).length + init.filter((container) => isSidecar(container)).length
  const all = new Restarts()
  const ofSidecars = new Restarts()
  let ready = 0
  let initializing = ''
  for (const [index, container] of (status.initContainerStatuses ?? []).entries()) {
    const sidecar = sidecars.get(container.name ?? '') ?? false
    all.add(container)
    if (sidecar) ofSidecars.add(container)
    if (container.state?.terminated !== undefined && (container.state.terminated.exitCode ?? 0) === 0)
      continue
    if (sidecar && container.started === true) {
      if (container.ready === true) ready += 1
      continue
    }
    initializing = initReason(container, `Init:${index}/${init.length}`)
    break
  }
  let reason = initializing === '' ? firstReason(status) : initializing
  let restarts = all
  if (initializing === '' || conditionOf(status.conditions, 'Initialized')?.status === 'True') {
    restarts = ofSidecars
    const mains = mainReason(status, reason, restarts)
    ready += mains.ready
    reason = mains.reason
  }
  return {
    ready: `${ready}/${total}`,
    status: deletedReason(metadata?.deletionTimestamp, status, reason),
    restarts: String(restarts.count),
    restartsColumn: restarts.column(now),
  }
}

function firstReason(status: PodStatus): string {
  const scheduled = conditionOf(status.conditions, 'PodScheduled')
  if (scheduled?.reason === 'SchedulingGated') return 'SchedulingGated'
  return (status.reason ?? '') || (status.phase ?? '')
}

function initReason({ state }: ContainerStatus, count: string): string {
  if (state?.terminated !== undefined) return `Init:${endOf(state.terminated)}`
  const waiting = state?.waiting?.reason ?? ''
  return waiting === '' || waiting === 'PodInitializing' ? count : `Init:${waiting}`
}

function endOf({ reason = '', signal = 0, exitCode = 0 }: Terminated): string {
  if (reason !== '') return reason
  return signal === 0 ? `ExitCode:${exitCode}` : `Signal:${signal}`
}

/** From the last main container to the first: the first that has something to say has the last word. */
function mainReason(status: PodStatus, reasonBefore: string, restarts: Restarts) {
  let reason = reasonBefore
  let error = ''
  let ready = 0
  for (const container of (status.containerStatuses ?? []).toReversed()) {
    const { state = {} } = container
    restarts.add(container)
    if ((state.waiting?.reason ?? '') !== '') reason = state.waiting?.reason ?? ''
    else if (state.terminated !== undefined) {
      reason = endOf(state.terminated)
      if ((state.terminated.exitCode ?? 0) !== 0) error = reason
    } else if (container.ready === true && state.running !== undefined) ready += 1
  }
  if (reason === 'Completed') {
    if (ready > 0 && conditionOf(status.conditions, 'Ready')?.status === 'True') reason = 'Running'
    else if (error !== '') reason = error
    else if (ready > 0) reason = 'NotReady'
  }
  return { ready, reason }
}

function deletedReason(deleted: string | null | undefined, status: PodStatus, reason: string): string {
  if (deleted === undefined || deleted === null) return reason
  if (status.reason === 'NodeLost') return 'Unknown'
  return FINAL_PHASES.has(status.phase ?? '') ? reason : 'Terminating'
}

/** Takes a pod, the time, and whether all columns are wanted; gives the cells of its row: NAME READY STATUS RESTARTS AGE, then IP NODE NOMINATED NODE READINESS GATES. */
export function podCells(pod: PrintedPod, now: number, wide: boolean): readonly string[] {
  const { metadata, spec, status } = pod
  const columns = podColumns(pod, now)
  const cells = [
    metadata?.name ?? '',
    columns.ready,
    columns.status,
    columns.restartsColumn,
    ageOf(metadata?.creationTimestamp, now),
  ]
  if (!wide) return cells
  const gates = spec?.readinessGates ?? []
  const open = gates.filter(
    ({ conditionType = '' }) => conditionOf(status?.conditions, conditionType)?.status === 'True',
  )
  return [
    ...cells,
    status?.podIPs?.[0]?.ip ?? '<none>',
    spec?.nodeName || '<none>',
    status?.nominatedNodeName || '<none>',
    gates.length === 0 ? '<none>' : `${open.length}/${gates.length}`,
  ]
}
