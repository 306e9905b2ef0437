import type { Container, PodSpec } from '../../../kubernetes/schema/types-1.36'
import { isSidecar, shouldBeStarted } from '../restartPolicy'
import { containerID, newestOf, type ContainerRuntimeStatus, type PodRuntimeStatus } from '../runtimeStatus'
import { RESTARTING_ALL, statusOf, type ContainerState, type ContainerStatus } from './podStatusTypes'

/** Why the last attempt to start a container failed (the kubelet's reasonCache). */
export interface StartFailure {
  readonly reason: string
  readonly message: string
}

/** What the statuses of containers are made from. */
export interface StatusSource {
  readonly spec: PodSpec
  /** The pod is deleted. */
  readonly deleted: boolean
  readonly runtime: PodRuntimeStatus
  /** Gives why a container could not be started last, by its name. */
  readonly failureOf: (name: string) => StartFailure | undefined
  /** All containers of the pod are being restarted. */
  readonly restartingAll: boolean
  /** Takes milliseconds of the runtime; gives the API's time. */
  readonly timeOf: (time: number) => string
}

const REMOVED = 'The container is removed because RestartAllContainers in place'
const LOST_INIT = {
  reason: 'Completed',
  message:
    'Unable to get init container status from container runtime and pod has been initialized, treat it as exited normally',
  exitCode: 0,
} as const
const LOST = {
  reason: 'ContainerStatusUnknown',
  message: 'The container could not be located when the pod was deleted.  The container used to be Running',
  exitCode: 137,
} as const

/**
 * Takes what is known of a pod, a list of its containers, and the statuses they had; gives their statuses now, in the
 * order of the list (convertToAPIContainerStatuses in pkg/kubelet/kubelet_pods.go). `ready` and `started` are added
 * later, from the probes.
 */
export function containerStatuses(
  source: StatusSource,
  containers: readonly Container[],
  isInit: boolean,
  old: readonly ContainerStatus[],
): readonly ContainerStatus[] {
  return containers.map((container) => {
    const name = container.name ?? ''
    const before = statusOf(old, name)
    const seen = newest(source.runtime, name)
    const [current, previous] = seen
    const status =
      current === undefined
        ? unseen(source, container, isInit, before)
        : withPrevious(fromRuntime(source, current, before), source, previous)
    const { image = '' } = container
    // There is no digest: what is simulated is known by its name.
    const imageID = current === undefined ? (before?.imageID ?? '') : image
    return withFailure(source, container, isInit, { ...status, image, imageID })
  })
}

function newest(runtime: PodRuntimeStatus, name: string): readonly ContainerRuntimeStatus[] {
  return runtime.containers.filter((container) => container.name === name).slice(0, 2)
}

/** HasAnyRegularContainerCreated. */
function hasCreatedMain({ spec, runtime }: StatusSource): boolean {
  return (spec.containers ?? []).some(({ name = '' }) => newestOf(runtime, name) !== undefined)
}

/** A container the runtime knows nothing of: not started yet, or gone. */
function unseen(
  source: StatusSource,
  container: Container,
  isInit: boolean,
  before: ContainerStatus | undefined,
): ContainerStatus {
  const name = container.name ?? ''
  if (isInit && !isSidecar(container) && before?.state?.terminated === undefined && hasCreatedMain(source))
    return { name, state: { terminated: LOST_INIT }, ready: false, restartCount: before?.restartCount ?? 0 }
  const hasInit = (source.spec.initContainers ?? []).length > 0
  const waiting = { waiting: { reason: hasInit ? 'PodInitializing' : 'ContainerCreating' } }
  const status: ContainerStatus =
    before?.state?.terminated === undefined
      ? {
          name,
          state: waiting,
          ready: false,
          restartCount: before?.restartCount ?? 0,
          ...(before?.lastState === undefined ? {} : { lastState: before.lastState }),
        }
      : before
  if (before === undefined) return status
  const { state = {} } = before
  if (source.restartingAll && state.waiting === undefined)
    return {
      ...status,
      state: { waiting: { reason: RESTARTING_ALL, message: REMOVED } },
      lastState: { terminated: { reason: RESTARTING_ALL, message: REMOVED, exitCode: 137 } },
      restartCount: (before.restartCount ?? 0) + 1,
    }
  if (state.running === undefined || state.terminated !== undefined) return status
  if (status.lastState?.terminated !== undefined) return status
  return {
    ...status,
    lastState: { terminated: LOST },
    restartCount: (status.restartCount ?? 0) + (source.deleted ? 0 : 1),
  }
}

function fromRuntime(
  source: StatusSource,
  container: ContainerRuntimeStatus,
  before: ContainerStatus | undefined,
): ContainerStatus {
  const id = containerID(container)
  const isNext = before?.containerID !== id && before?.state?.terminated !== undefined
  const last = isNext ? before.state.terminated : before?.lastState?.terminated
  return {
    name: container.name,
    state: stateOf(source, container),
    ready: false,
    restartCount: Math.max(container.restartCount, (before?.restartCount ?? 0) + (isNext ? 1 : 0)),
    containerID: id,
    ...(last === undefined ? {} : { lastState: { terminated: last } }),
  }
}

function withPrevious(
  status: ContainerStatus,
  source: StatusSource,
  previous: ContainerRuntimeStatus | undefined,
): ContainerStatus {
  return previous === undefined ? status : { ...status, lastState: stateOf(source, previous) }
}

function stateOf({ timeOf }: StatusSource, container: ContainerRuntimeStatus): ContainerState {
  if (container.state === 'running') return { running: { startedAt: timeOf(container.startedAt) } }
  if (container.state !== 'exited') return { waiting: {} }
  return {
    terminated: {
      exitCode: container.exitCode,
      reason: container.reason,
      ...(container.message === undefined ? {} : { message: container.message }),
      startedAt: timeOf(container.startedAt),
      finishedAt: timeOf(container.finishedAt),
      containerID: containerID(container),
    },
  }
}

/** A container that should run, but could not be started, waits for the reason of that. */
function withFailure(
  source: StatusSource,
  container: Container,
  isInit: boolean,
  status: ContainerStatus,
): ContainerStatus {
  const { spec, deleted, runtime } = source
  const name = container.name ?? ''
  const current = newestOf(runtime, name)
  if (isInit && current?.state === 'exited' && current.exitCode === 0 && !isSidecar(container)) return status
  if (isInit && status.state?.terminated?.exitCode === 0) return status
  if (!shouldBeStarted(container, spec, deleted, runtime)) return status
  const failure = source.failureOf(name)
  if (failure === undefined) return status
  return {
    ...status,
    ...(status.state?.terminated === undefined ? {} : { lastState: status.state }),
    state: {
      waiting: {
        reason: failure.reason,
        ...(failure.message === '' ? {} : { message: failure.message }),
      },
    },
  }
}
