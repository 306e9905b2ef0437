import type { Container } from '../../kubernetes/schema/types-1.36'
import { all, type Signal, type Steps } from '../clock'
import { runHandler } from './handler'
import type { KillReason } from './kill'
import type { Kubelet } from './kubelet'
import { isSidecar } from './restartPolicy'
import type { ContainerRuntimeStatus } from './runtimeStatus'
import { TIMES } from './times'

/** A container to kill, and how. */
export interface KillOrder {
  readonly container: Container
  readonly status: ContainerRuntimeStatus
  readonly message?: string
  readonly reason?: KillReason
  /** Instead of the pod's own, in seconds. */
  readonly grace?: number
}

/**
 * Takes a running container; runs its preStop hook, waits for its turn, sends SIGTERM and SIGKILL when the grace period
 * is over (killContainer in pkg/kubelet/kuberuntime/kuberuntime_container.go). Hook and turn are taken off the grace
 * period in whole seconds, but something is always left.
 */
export function* killContainer(kubelet: Kubelet, order: KillOrder, turn?: Turn): Steps {
  const { container, status } = order
  const name = container.name ?? ''
  kubelet.record('Normal', 'Killing', order.message ?? `Stopping container ${name}`, container)
  let grace = (order.grace ?? graceOf(kubelet, container, order.reason)) * TIMES.second
  if (container.lifecycle?.preStop !== undefined && grace > 0)
    grace -= yield* wholeSeconds(kubelet, preStop(kubelet, container, status.id, grace))
  if (turn !== undefined) grace -= yield* wholeSeconds(kubelet, turn.wait(name, grace))
  yield* kubelet.runtime.stop(status.id, Math.max(grace, TIMES.leastGrace))
  turn?.ended(name)
}

/** Takes a pod, a container and why it is killed; gives its grace period in seconds: the deletion's goes first, then the probe's, then the pod's (setTerminationGracePeriod). */
export function graceOf(
  { deletion, eviction, spec }: Pick<Kubelet, 'deletion' | 'eviction' | 'spec'>,
  container: Container,
  reason: KillReason | undefined,
): number {
  if (deletion !== null) return deletion.grace
  if (eviction !== null) return 0
  const probe =
    reason === 'StartupProbe'
      ? container.startupProbe
      : reason === 'LivenessProbe'
        ? container.livenessProbe
        : undefined
  return (
    probe?.terminationGracePeriodSeconds ??
    spec.terminationGracePeriodSeconds ??
    TIMES.leastGrace / TIMES.second
  )
}

/** Carries something out; gives how long that took in milliseconds, rounded down to whole seconds. */
function* wholeSeconds({ clock }: Kubelet, steps: Steps): Steps<number> {
  const begun = clock.now
  yield* steps
  return Math.floor((clock.now - begun) / TIMES.second) * TIMES.second
}

/** Runs a preStop hook for as long as the grace period; the hook itself may go on and fail later. */
function* preStop(kubelet: Kubelet, container: Container, id: string, grace: number): Steps {
  const { clock } = kubelet
  const done = clock.signal()
  let over = false
  clock.start(
    (function* hook(): Steps {
      const end = yield* runHandler(kubelet, container, id, container.lifecycle?.preStop ?? {}, Infinity)
      if (end.end !== 'ok') kubelet.record('Warning', 'FailedPreStopHook', 'PreStopHook failed', container)
      over = true
      done.fire()
    })(),
  )
  if (!over) yield { until: clock.now + grace, signal: done }
}

/** Whose turn it is to get SIGTERM while a pod with native sidecars ends. */
interface Turn {
  wait(name: string, grace: number): Steps
  ended(name: string): void
}

/**
 * Takes what a pod's end waits for: main containers do not wait, a sidecar waits for all of them and for the sidecars
 * after it (terminationOrdering, KEP-753). Containers that don't run count as ended.
 */
function turnOf({ clock, spec }: Kubelet, running: ReadonlySet<string>): Turn {
  const left = new Set(running)
  const changed: Signal = clock.signal()
  const mains = (spec.containers ?? []).map(({ name = '' }) => name)
  const sidecars = (spec.initContainers ?? []).filter((each) => isSidecar(each)).map(({ name = '' }) => name)
  return {
    *wait(name, grace) {
      const place = sidecars.indexOf(name)
      if (place < 0) return
      const before = [...mains, ...sidecars.slice(place + 1)]
      const until = clock.now + grace
      while (before.some((other) => left.has(other)) && clock.now < until) yield { until, signal: changed }
    },
    ended(name) {
      left.delete(name)
      changed.fire()
    },
  }
}

/** Kills every running container of the pod at once, then stops its sandbox (killPodWithSyncResult). */
export function* killPod(kubelet: Kubelet): Steps {
  const { spec, clock, pleg, runtime } = kubelet
  const running = pleg.seen.containers.filter(({ state }) => state === 'running')
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])]
  const orders = running.flatMap((status) => {
    const container = containers.find(({ name }) => name === status.name)
    return container === undefined ? [] : [{ container, status }]
  })
  const hasSidecar = (spec.initContainers ?? []).some((each) => isSidecar(each))
  const turn = hasSidecar ? turnOf(kubelet, new Set(running.map(({ name }) => name))) : undefined
  yield* all(
    clock,
    orders.map((order) => killContainer(kubelet, order, turn)),
  )
  runtime.stopSandbox()
}
