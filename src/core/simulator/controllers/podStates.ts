import type { ObjectsByKind } from '../api/objects'
import { conditionOf, FINAL_PHASES } from '../kubelet/status/podStatusTypes'
import type { ControlPlane } from './controlPlane'
import { instant } from './instant'
import { isTerminating } from './ownership'

/** A pod of the simulated cluster. */
export type ClusterPod = ObjectsByKind['Pod']

/** Takes a pod; says whether it has ended for good (IsPodTerminal). */
export function isFinal(pod: ClusterPod): boolean {
  return FINAL_PHASES.has(pod.status?.phase ?? '')
}

/** Takes a pod; says whether a controller counts on it: it has not ended, and nobody asked for its end (IsPodActive in pkg/controller). */
export function isActive(pod: ClusterPod): boolean {
  return !isFinal(pod) && !isTerminating(pod)
}

/** Takes a pod; says whether it is ready (IsPodReady in pkg/api/v1/pod). */
export function isReady(pod: ClusterPod): boolean {
  return conditionOf(pod.status?.conditions, 'Ready')?.status === 'True'
}

/** Takes the clock and a pod; gives since when it is ready, or null. */
export function readySince({ clock }: Pick<ControlPlane, 'clock'>, pod: ClusterPod): number | null {
  const ready = conditionOf(pod.status?.conditions, 'Ready')
  return ready?.status === 'True' ? instant(clock, ready.lastTransitionTime) : null
}

/** Takes the control plane, a pod and minReadySeconds; says whether it has been ready for so long (IsPodAvailable in pkg/api/v1/pod). Who asks runs again when it will have. */
export function isAvailable(
  plane: Pick<ControlPlane, 'clock' | 'wakeAt'>,
  pod: ClusterPod,
  minReadySeconds: number,
): boolean {
  if (!isReady(pod)) return false
  if (minReadySeconds === 0) return true
  const since = readySince(plane, pod)
  if (since === null) return false
  const time = since + minReadySeconds * 1000
  if (time > plane.clock.now) plane.wakeAt(time)
  return time <= plane.clock.now
}
