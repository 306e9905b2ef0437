import type { Container, PodSpec } from '../../kubernetes/schema/types-1.36'
import type { ActionSource } from './actionSource'
import { killMessage, unknownKill, type Kill } from './kill'
import { isSidecar, shouldBeStarted } from './restartPolicy'
import { containerID, newestOf, type ContainerRuntimeStatus } from './runtimeStatus'

/** What the next sync does with the init containers; they are told by their place in the spec. */
export interface InitActions {
  /** The init sequence is done: the main containers may start. */
  readonly initialized: boolean
  /** An init container failed for good. */
  readonly killPod: boolean
  readonly toStart: readonly number[]
  readonly toKill: readonly Kill[]
}

/** What one init container asks for. */
interface Step {
  /** It is started (again). */
  readonly restart?: boolean
  /** It is done, or up: the next one may start. */
  readonly passed?: boolean
  readonly kill?: Kill
  readonly fatal?: boolean
}

/**
 * Takes what is known of a pod; gives what happens to its init containers (computeInitContainerActions in
 * pkg/kubelet/kuberuntime/kuberuntime_container.go). The list is walked from its end: the last one that has run tells
 * how far the sequence is, and of those before it only sidecars matter.
 */
export function initActions(source: ActionSource): InitActions {
  const { spec, runtime } = source
  const init = spec.initContainers ?? []
  if (init.length === 0) return { initialized: true, killPod: false, toStart: [], toKill: [] }
  const toStart: number[] = []
  const toKill: Kill[] = []
  let initialized = hasMain(source)
  let previous = initialized
  for (const [index, container] of [...init.entries()].toReversed()) {
    const status = newestOf(runtime, container.name ?? '')
    if (status === undefined) {
      if (previous && isSidecar(container)) toStart.push(index)
      continue
    }
    if (previous && !isSidecar(container)) continue
    const step = isSidecar(container)
      ? sidecarStep(source, container, status)
      : plainStep(source, spec, container, status)
    if (step.fatal === true) return { initialized: false, killPod: true, toStart: [], toKill }
    if (step.passed === true) {
      if (index === init.length - 1) initialized = true
      else if (!previous) toStart.push(index + 1)
    }
    if (step.kill !== undefined) toKill.push(step.kill)
    if (step.restart === true) toStart.push(index)
    previous = true
  }
  if (!previous) toStart.push(0)
  return { initialized, killPod: false, toStart: toStart.toReversed(), toKill }
}

/** Whether a main container is there: the init sequence was done once, even if its containers are gone. */
function hasMain({ spec, runtime }: ActionSource): boolean {
  return (spec.containers ?? []).some(({ name = '' }) => {
    const state = newestOf(runtime, name)?.state
    return state === 'created' || state === 'running'
  })
}

function sidecarStep(source: ActionSource, container: Container, status: ContainerRuntimeStatus): Step {
  if (status.state === 'unknown')
    return { restart: true, kill: unknownKill('Init container', container, status) }
  if (status.state !== 'running') return { restart: true }
  const id = containerID(status)
  const kill = (reason: 'StartupProbe' | 'LivenessProbe' | 'Changed'): Kill => ({
    container,
    status,
    reason,
    message: killMessage('Init container', container.name ?? '', reason),
  })
  if (container.startupProbe !== undefined) {
    const startup = source.probeResults('startup', id)
    if (startup === 'Failure') return { restart: true, kill: kill('StartupProbe') }
    if (startup !== 'Success') return {}
  }
  if (status.changed === true) return { passed: true, restart: true, kill: kill('Changed') }
  if (container.livenessProbe !== undefined && source.probeResults('liveness', id) === 'Failure')
    return { passed: true, restart: true, kill: kill('LivenessProbe') }
  return { passed: true }
}

function plainStep(
  { deleted, runtime }: ActionSource,
  spec: PodSpec,
  container: Container,
  status: ContainerRuntimeStatus,
): Step {
  switch (status.state) {
    case 'created':
      return { restart: true }
    case 'running':
      return {}
    case 'exited':
      if (status.exitCode === 0) return { passed: true }
      return shouldBeStarted(container, spec, deleted, runtime) ? { restart: true } : { fatal: true }
    case 'unknown':
      if ((container.restartPolicy ?? spec.restartPolicy) === 'Never') return { fatal: true }
      return { restart: true, kill: unknownKill('Init container', container, status) }
  }
}
