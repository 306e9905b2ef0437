import type { ControlPlane } from '../controlPlane'
import { templateHash } from '../templateHash'
import { claim, controllerReference } from '../ownership'
import type { LabelSelector, PodTemplateSpec } from '../../../kubernetes/schema/types-1.36'
import { save } from '../../api/save'
import {
  annotated,
  DESIRED_REPLICAS,
  inheritedAnnotations,
  MAX_REPLICAS,
  REVISION,
  REVISION_HISTORY,
  revisionOf,
  type Deployment,
  type ReplicaSet,
} from './annotations'
import { boundsOf, isRolling, toldReplicas, wantedOf } from './bounds'

/** The label by which the ReplicaSets of a Deployment tell their pods apart. */
/** The label by which the pods of each ReplicaSet are told apart. */
export const HASH = 'pod-template-hash'

/** The ReplicaSets of a Deployment: the one of its present template, where there is one, and the others, oldest first. */
export interface ReplicaSets {
  readonly newest: ReplicaSet | undefined
  readonly old: readonly ReplicaSet[]
}

/** Takes the control plane and a Deployment; gives its ReplicaSets (getAllReplicaSetsAndSyncRevision, FindNewReplicaSet). One is new by the hash of the template, in its label. */
export function replicaSetsOf({ api }: Pick<ControlPlane, 'api'>, deployment: Deployment): ReplicaSets {
  const { namespace = 'default' } = deployment.metadata ?? {}
  const all = claim(
    api,
    { kind: 'Deployment', object: deployment },
    'ReplicaSet',
    api.list('ReplicaSet', namespace),
  )
  const hash = templateHash(deployment.spec?.template)
  const isNew = ({ metadata }: ReplicaSet) => metadata?.labels?.[HASH] === hash
  return { newest: all.find((set) => isNew(set)), old: all.filter((set) => !isNew(set)).toSorted(byAge) }
}

/** Takes two ReplicaSets; says which comes first: the older one (ReplicaSetsByCreationTimestamp). */
export function byAge(a: ReplicaSet, b: ReplicaSet): number {
  const [first, second] = [a, b].map(
    ({ metadata }) => `${metadata?.creationTimestamp ?? ''} ${metadata?.name ?? ''}`,
  )
  return (first ?? '') < (second ?? '') ? -1 : 1
}

/** Takes ReplicaSets; gives all of them. */
export function allOf({ newest, old }: ReplicaSets): readonly ReplicaSet[] {
  return newest === undefined ? old : [...old, newest]
}

/** Takes a Deployment, its ReplicaSets, and how many pods the new one has; gives how many it may have now (NewRSNewReplicas). */
export function newReplicas(deployment: Deployment, sets: ReplicaSets): number {
  const wanted = wantedOf(deployment)
  if (!isRolling(deployment)) return wanted
  const present = sets.newest === undefined ? 0 : wantedOf(sets.newest)
  const room = boundsOf(deployment).most - toldReplicas(allOf(sets))
  return room <= 0 ? present : present + Math.min(room, wanted - present)
}

/** Takes a Deployment and its ReplicaSets without a new one; gives the new one, not yet stored. */
export function newReplicaSet(deployment: Deployment, sets: ReplicaSets): ReplicaSet {
  const { metadata, spec } = deployment
  const hash = templateHash(spec?.template)
  const set: ReplicaSet = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${metadata?.name}-${hash}`,
      namespace: metadata?.namespace,
      labels: { ...spec?.template?.metadata?.labels, [HASH]: hash },
      annotations: inheritedAnnotations(deployment),
      ownerReferences: [controllerReference('Deployment', deployment)],
    },
    spec: {
      replicas: newReplicas(deployment, sets),
      ...(spec?.minReadySeconds === undefined ? {} : { minReadySeconds: spec.minReadySeconds }),
      selector: hashedSelector(spec?.selector, hash),
      template: hashedTemplate(spec?.template, hash),
    },
  }
  return annotated(set, { ...sizes(deployment), [REVISION]: String(nextRevision(sets.old)) })
}

/** Takes a Deployment; gives what its ReplicaSets remember of its size (SetReplicasAnnotations). */
export function sizes(deployment: Deployment): Readonly<Record<string, string>> {
  return {
    [DESIRED_REPLICAS]: String(wantedOf(deployment)),
    [MAX_REPLICAS]: String(boundsOf(deployment).most),
  }
}

/** Takes the control plane, a Deployment and its ReplicaSets; gives the new one after a new start with it: its revision is the highest, and it is as the Deployment says (getNewReplicaSet, of one that exists). */
export function renewed(
  { api }: ControlPlane,
  deployment: Deployment,
  sets: ReplicaSets,
): ReplicaSet | undefined {
  const { newest, old } = sets
  if (newest === undefined) return undefined
  const before = revisionOf(newest)
  const revision = Math.max(before, nextRevision(old))
  const history = newest.metadata?.annotations?.[REVISION_HISTORY]
  const known = before === 0 || before === revision ? history : [history, before].filter(Boolean).join(',')
  const changes = { ...inheritedAnnotations(deployment), [REVISION]: String(revision) }
  const marked = annotated(newest, known === undefined ? changes : { ...changes, [REVISION_HISTORY]: known })
  const { minReadySeconds } = deployment.spec ?? {}
  if (marked.spec?.minReadySeconds === minReadySeconds) return save(api, 'ReplicaSet', marked)
  return save(api, 'ReplicaSet', { ...marked, spec: { ...marked.spec, minReadySeconds } })
}

function nextRevision(old: readonly ReplicaSet[]): number {
  return Math.max(0, ...old.map((set) => revisionOf(set))) + 1
}

function hashedSelector(selector: LabelSelector | undefined, hash: string): LabelSelector {
  return { ...selector, matchLabels: { ...selector?.matchLabels, [HASH]: hash } }
}

function hashedTemplate(template: PodTemplateSpec | undefined, hash: string): PodTemplateSpec {
  const { metadata } = template ?? {}
  return { ...template, metadata: { ...metadata, labels: { ...metadata?.labels, [HASH]: hash } } }
}
