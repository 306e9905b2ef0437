import { podsOf } from '../../../kubernetes/rollout'
import type { Condition, DisruptionStatus, ObjectsByKind } from '../../api/objects'
import { save } from '../../api/save'
import type { Controller, ControlPlane } from '../controlPlane'
import { controllerOf, isTerminating, selects } from '../ownership'
import { isReady, type ClusterPod } from '../podStates'

type Budget = ObjectsByKind['PodDisruptionBudget']

/** Says how many pods of a budget may be evicted (pkg/controller/disruption/disruption.go). */
export const disruptionController: Controller = {
  name: 'disruption',
  watches: new Set(['PodDisruptionBudget', 'Pod', 'ReplicaSet', 'Deployment', 'StatefulSet']),
  reconcile: (plane) => {
    for (const budget of plane.api.list('PodDisruptionBudget'))
      save(plane.api, 'PodDisruptionBudget', { ...budget, status: statusOf(plane, budget) })
  },
}

function statusOf(plane: ControlPlane, budget: Budget): DisruptionStatus {
  const { metadata, spec, status } = budget
  const pods = plane.api
    .list('Pod', metadata?.namespace)
    .filter(
      (pod) =>
        selects(spec?.selector, pod) && pod.status?.phase !== 'Succeeded' && pod.status?.phase !== 'Failed',
    )
  const healthy = pods.filter((pod) => isReady(pod) && !isTerminating(pod)).length
  const { expected, desired } = wanted(plane, budget, pods)
  const allowed = expected === 0 ? 0 : Math.max(0, healthy - desired)
  return {
    observedGeneration: metadata?.generation ?? 0,
    expectedPods: expected,
    desiredHealthy: desired,
    currentHealthy: healthy,
    disruptionsAllowed: allowed,
    conditions: [condition(plane, status?.conditions?.[0], allowed > 0)],
  }
}

function condition(plane: ControlPlane, before: Condition | undefined, isAllowed: boolean): Condition {
  const status = isAllowed ? 'True' : 'False'
  if (before?.status === status) return before
  return {
    type: 'DisruptionAllowed',
    status,
    reason: isAllowed ? 'SufficientPods' : 'InsufficientPods',
    message: '',
    lastTransitionTime: plane.clock.timestamp(),
  }
}

/** getExpectedPodCount: a share, and what may be missing, is of what the pods' controllers want. */
function wanted(
  plane: ControlPlane,
  { spec }: Budget,
  pods: readonly ClusterPod[],
): { readonly expected: number; readonly desired: number } {
  const { minAvailable, maxUnavailable } = spec ?? {}
  if (maxUnavailable !== undefined) {
    const expected = scaleOf(plane, pods)
    return { expected, desired: Math.max(0, expected - (podsOf(maxUnavailable, expected, Math.ceil) ?? 0)) }
  }
  if (typeof minAvailable === 'number') return { expected: pods.length, desired: minAvailable }
  const expected = scaleOf(plane, pods)
  return { expected, desired: podsOf(minAvailable, expected, Math.ceil) ?? 0 }
}

/** getExpectedScale: pods without a controller that can be scaled count for none. */
function scaleOf(plane: ControlPlane, pods: readonly ClusterPod[]): number {
  const scales = new Map<string, number>()
  for (const pod of pods) {
    const scale = controllerScale(plane, pod)
    if (scale !== null) scales.set(scale.uid, scale.replicas)
  }
  return [...scales.values()].reduce((sum, replicas) => sum + replicas, 0)
}

function controllerScale(
  { api }: ControlPlane,
  pod: ClusterPod,
): { readonly uid: string; readonly replicas: number } | null {
  const { namespace = '' } = pod.metadata ?? {}
  const owner = controllerOf(pod)
  const set = owner?.kind === 'ReplicaSet' ? api.get('ReplicaSet', namespace, owner.name ?? '') : undefined
  const outer = set === undefined ? undefined : controllerOf(set)
  const found =
    (outer?.kind === 'Deployment' ? api.get('Deployment', namespace, outer.name ?? '') : undefined) ??
    set ??
    (owner?.kind === 'StatefulSet' ? api.get('StatefulSet', namespace, owner.name ?? '') : undefined)
  return found === undefined ? null : { uid: found.metadata?.uid ?? '', replicas: found.spec?.replicas ?? 1 }
}
