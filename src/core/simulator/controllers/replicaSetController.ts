import { deletePod } from '../api/deletion'
import type { Condition, ObjectsByKind, ReplicaStatus } from '../api/objects'
import { reporter } from '../api/report'
import { save } from '../api/save'
import type { Controller, ControlPlane } from './controlPlane'
import { createPod, sayCreation } from './createPod'
import { inDeletionOrder } from './deletionOrder'
import { generatedName } from './madeUpNames'
import { MOST_PODS, newPod } from './newPod'
import { claim, controllerReference, isTerminating, selectsItsPods } from './ownership'
import { isActive, isAvailable, isReady, type ClusterPod } from './podStates'

const report = reporter('replicaset-controller')

/** The condition of a ReplicaSet, and of its Deployment, that it cannot make its pods. */
export const REPLICA_FAILURE = 'ReplicaFailure'

/** Keeps as many pods as a ReplicaSet wants (pkg/controller/replicaset/replica_set.go). */
export const replicaSetController: Controller = {
  name: 'replicaset',
  watches: new Set(['ReplicaSet', 'Pod']),
  reconcile: (plane) => {
    const active = plane.api.list('Pod').filter((pod) => isActive(pod))
    for (const replicaSet of plane.api.list('ReplicaSet'))
      if (selectsItsPods(replicaSet)) sync(plane, replicaSet, active)
  },
}

function sync(
  plane: ControlPlane,
  replicaSet: ObjectsByKind['ReplicaSet'],
  candidates: readonly ClusterPod[],
): void {
  const pods = claim(plane.api, { kind: 'ReplicaSet', object: replicaSet }, 'Pod', candidates)
  const error = isTerminating(replicaSet) ? null : manage(plane, replicaSet, pods)
  const { name = '', namespace = '' } = replicaSet.metadata ?? {}
  const now = plane.api.get('ReplicaSet', namespace, name)
  if (now === undefined) return
  const status = { ...statusOf(plane, now, pods), ...failureOf(plane, now, error) }
  save(plane.api, 'ReplicaSet', { ...now, status })
}

/** manageReplicas: what is missing is made, what is too much is deleted. Gives the words with which the server refuses pods, or null. */
function manage(
  plane: ControlPlane,
  replicaSet: ObjectsByKind['ReplicaSet'],
  pods: readonly ClusterPod[],
): string | null {
  const { api, clock, random } = plane
  const { name = '', namespace = '' } = replicaSet.metadata ?? {}
  const wanted = Math.min(MOST_PODS, replicaSet.spec?.replicas ?? 1)
  for (let count = pods.length; count < wanted; count++) {
    const controller = controllerReference('ReplicaSet', replicaSet)
    const pod = newPod(replicaSet.spec?.template, namespace, generatedName(`${name}-`, random), controller)
    sayCreation(report, api, 'ReplicaSet', replicaSet, createPod(plane, 'ReplicaSet', pod, `${name}-`))
  }
  if (pods.length < wanted) return plane.refusals.get(replicaSet.metadata?.uid ?? '')?.message ?? null
  for (const pod of inDeletionOrder(clock, pods).slice(0, pods.length - wanted)) {
    deletePod({ api, clock }, pod, null)
    report(api, 'ReplicaSet', replicaSet, 'Normal', 'SuccessfulDelete', `Deleted pod: ${pod.metadata?.name}`)
  }
  return null
}

/** That pods are refused is a condition, since when and why first; it goes when they are taken (calculateStatus in pkg/controller/replicaset/replica_set_utils.go). */
function failureOf(
  { clock }: ControlPlane,
  { status }: ObjectsByKind['ReplicaSet'],
  error: string | null,
): { readonly conditions?: readonly Condition[] } {
  if (error === null) return {}
  const said = status?.conditions?.find(({ type }) => type === REPLICA_FAILURE)
  const condition: Condition = said ?? {
    type: REPLICA_FAILURE,
    status: 'True',
    reason: 'FailedCreate',
    message: error,
    lastTransitionTime: clock.timestamp(),
  }
  return { conditions: [condition] }
}

/** calculateStatus: of the pods as they were found. */
function statusOf(
  plane: ControlPlane,
  { metadata, spec }: ObjectsByKind['ReplicaSet'],
  pods: readonly ClusterPod[],
): ReplicaStatus {
  const labels = Object.entries(spec?.template?.metadata?.labels ?? {})
  const { minReadySeconds = 0 } = spec ?? {}
  return {
    replicas: pods.length,
    fullyLabeledReplicas: pods.filter((pod) =>
      labels.every(([key, value]) => pod.metadata?.labels?.[key] === value),
    ).length,
    readyReplicas: pods.filter((pod) => isReady(pod)).length,
    availableReplicas: pods.filter((pod) => isAvailable(plane, pod, minReadySeconds)).length,
    observedGeneration: metadata?.generation ?? 0,
  }
}
