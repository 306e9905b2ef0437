import { podsOf } from '../../../kubernetes/rollout'
import type { ControllerRevision, ReplicaStatus } from '../../api/objects'
import { save } from '../../api/save'
import type { Controller, ControlPlane } from '../controlPlane'
import { claim, isTerminating, selectsItsPods } from '../ownership'
import { isAvailable, isFinal, isReady, type ClusterPod } from '../podStates'
import { forgetRevisions, presentRevision, revisionsOf, REVISION_HASH } from '../revisions'
import { firstOrdinal, ordinalOf, ordinalsOf, type StatefulSet } from './identity'
import { createClaims, addPod, removePod, replacePod, retainClaims } from './podControl'

/** Keeps pods with names of their own, one after the other (pkg/controller/statefulset/stateful_set_control.go). */
export const statefulSetController: Controller = {
  name: 'statefulset',
  watches: new Set(['StatefulSet', 'Pod']),
  reconcile: (plane) => {
    const pods = plane.api.list('Pod')
    for (const set of plane.api.list('StatefulSet')) if (selectsItsPods(set)) sync(plane, set, pods)
  },
}

/** A StatefulSet with its pods and the two revisions they may be of. */
interface Members {
  readonly set: StatefulSet
  readonly pods: readonly ClusterPod[]
  readonly current: ControllerRevision
  readonly update: ControllerRevision
  readonly isHealthy: (pod: ClusterPod) => boolean
}

function sync(plane: ControlPlane, set: StatefulSet, candidates: readonly ClusterPod[]): void {
  const pods = claim(plane.api, { kind: 'StatefulSet', object: set }, 'Pod', candidates).filter(
    (pod) => ordinalOf(pod) >= 0,
  )
  if (isTerminating(set)) return
  const update = presentRevision(plane, 'StatefulSet', set)
  const named = set.status?.currentRevision
  const current = revisionsOf(plane, set).find(({ metadata }) => metadata?.name === named) ?? update
  const { minReadySeconds = 0 } = set.spec ?? {}
  const isHealthy = (pod: ClusterPod) =>
    pod.status?.phase === 'Running' && isAvailable(plane, pod, minReadySeconds) && !isTerminating(pod)
  const members = { set, pods, current, update, isHealthy }
  const wanted = new Set(ordinalsOf(set))
  for (const pod of pods) retainClaims(plane, set, pod, !wanted.has(ordinalOf(pod)))
  if (fill(plane, members) && condemn(plane, members)) replaceOutdated(plane, members)
  const status = statusOf(plane, members)
  save(plane.api, 'StatefulSet', { ...set, status })
  const used = [status.currentRevision ?? '', ...pods.map((pod) => revisionOf(pod))]
  forgetRevisions(plane, set, new Set([...used, nameOf(update)]))
}

function isOrdered({ spec }: StatefulSet): boolean {
  return spec?.podManagementPolicy !== 'Parallel'
}

function revisionOf({ metadata }: ClusterPod): string {
  return metadata?.labels?.[REVISION_HASH] ?? ''
}

function nameOf({ metadata }: ControllerRevision): string {
  return metadata?.name ?? ''
}

/** processReplica: makes what is missing, in order; says whether all that is wanted is there and well, or need not be. */
function fill(plane: ControlPlane, { set, pods, current, update, isHealthy }: Members): boolean {
  for (const ordinal of ordinalsOf(set)) {
    const pod = pods.find((each) => ordinalOf(each) === ordinal)
    if (pod === undefined) {
      const revision = ordinal < firstUpdated(set) ? current : update
      addPod(plane, set, ordinal, revision.data, nameOf(revision))
    } else if (isFinal(pod)) {
      if (!isTerminating(pod)) replacePod(plane, set, pod)
    } else if (pod.status?.phase === 'Pending') createClaims(plane, set, pod.metadata?.name ?? '')
    if (isOrdered(set) && (pod === undefined || !isHealthy(pod))) return false
  }
  return true
}

/** The first ordinal that a rolling update changes. */
function firstUpdated(set: StatefulSet): number {
  const { type, rollingUpdate } = set.spec?.updateStrategy ?? {}
  return type === 'OnDelete' ? 0 : firstOrdinal(set) + (rollingUpdate?.partition ?? 0)
}

/** processCondemned: pods that are too many go, the highest first; says whether there are none left. */
function condemn(plane: ControlPlane, { set, pods, isHealthy }: Members): boolean {
  const wanted = new Set(ordinalsOf(set))
  const condemned = pods
    .filter((pod) => !wanted.has(ordinalOf(pod)))
    .toSorted((a, b) => ordinalOf(b) - ordinalOf(a))
  const firstUnhealthy = condemned.findLast((pod) => !isHealthy(pod))
  for (const pod of condemned) {
    const mayGo = !isOrdered(set) || isHealthy(pod) || pod === firstUnhealthy
    if (mayGo && !isTerminating(pod)) removePod(plane, set, pod)
    if (isOrdered(set)) return false
  }
  return true
}

/** updateStatefulSet, its end: the highest ordinal that is not of the new revision goes, once those above are well. */
function replaceOutdated(plane: ControlPlane, { set, pods, update, isHealthy }: Members): void {
  const { updateStrategy } = set.spec ?? {}
  if (updateStrategy?.type === 'OnDelete') return
  const ordinals = ordinalsOf(set)
  const share = podsOf(updateStrategy?.rollingUpdate?.maxUnavailable, ordinals.length, Math.ceil)
  let left = Math.max(1, share ?? 1)
  for (const ordinal of ordinals.toReversed()) {
    const pod = pods.find((each) => ordinalOf(each) === ordinal)
    if (left === 0 || ordinal < firstUpdated(set)) return
    const isOutdated = pod !== undefined && revisionOf(pod) !== nameOf(update)
    if (isOutdated && !isTerminating(pod)) removePod(plane, set, pod)
    if (isOutdated || pod === undefined || !isHealthy(pod)) left -= 1
  }
}

/** updateStatus, completeRollingUpdate: of the pods as they were found. */
function statusOf(plane: ControlPlane, { set, pods, current, update }: Members): ReplicaStatus {
  const { replicas: wanted = 1, minReadySeconds = 0, updateStrategy } = set.spec ?? {}
  const ready = pods.filter((pod) => pod.status?.phase === 'Running' && isReady(pod))
  const staying = pods.filter((pod) => !isTerminating(pod))
  const updated = staying.filter((pod) => revisionOf(pod) === nameOf(update)).length
  const isDone =
    updateStrategy?.type !== 'OnDelete' &&
    [updated, ready.length, pods.length].every((count) => count === wanted)
  return {
    observedGeneration: set.metadata?.generation ?? 0,
    replicas: pods.length,
    readyReplicas: ready.length,
    availableReplicas: ready.filter((pod) => isAvailable(plane, pod, minReadySeconds)).length,
    currentReplicas: isDone ? updated : staying.filter((pod) => revisionOf(pod) === nameOf(current)).length,
    updatedReplicas: updated,
    currentRevision: nameOf(isDone ? update : current),
    updateRevision: nameOf(update),
    collisionCount: 0,
  }
}
