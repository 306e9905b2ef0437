import type { PersistentVolumeClaim } from '../../../kubernetes/schema/types-1.36'
import type { ClusterNode, ObjectsByKind } from '../../api/objects'
import type { ClusterPod } from '../podStates'

/** A node as the scheduler sees it: with the pods on it that have not ended, and the claims there are. */
export interface NodeState {
  readonly node: ClusterNode
  readonly pods: readonly ClusterPod[]
  readonly claimOf: (pod: ClusterPod, name: string) => ObjectsByKind['PersistentVolumeClaim'] | undefined
}

/** Why a pod does not fit a node. */
export interface Misfit {
  readonly reasons: readonly string[]
  /** Whether it would not fit either if other pods went (UnschedulableAndUnresolvable). */
  readonly isFinal: boolean
  /** Whether it is about the pod alone: then nodes are not counted (a PreFilter plugin). */
  readonly isOfPod?: boolean
}

/** Takes a pod and a node; says why the pod does not fit, or null (a Filter plugin of the scheduler). */
export type Filter = (pod: ClusterPod, state: NodeState) => Misfit | null

/** Takes a reason that no other pod's end would change; gives it as a misfit. */
export function never(reason: string): Misfit {
  return { reasons: [reason], isFinal: true }
}

/** Takes what is wrong with a pod whatever the node; gives it as a misfit. */
export function nowhere(reason: string): Misfit {
  return { reasons: [reason], isFinal: true, isOfPod: true }
}

/** Takes a reason that ends with other pods; gives it as a misfit. */
export function notNow(reason: string): Misfit {
  return { reasons: [reason], isFinal: false }
}

/** Takes a claim; says whether there is a volume behind it. */
export function isBound(claim: PersistentVolumeClaim): boolean {
  return (claim.spec?.volumeName ?? '') !== ''
}

/** Takes a claim; says whether its class waits for a pod before it makes a volume: every class does, and without one (`""`) none is made. */
export function waitsForPod(claim: PersistentVolumeClaim): boolean {
  return claim.spec?.storageClassName !== ''
}

/** Takes a pod; gives the names of the claims that it uses: those it names, and its own of ephemeral volumes. */
export function claimNames({ metadata, spec }: ClusterPod): readonly string[] {
  return (spec?.volumes ?? []).flatMap(({ name = '', persistentVolumeClaim, ephemeral }) => {
    if (ephemeral !== undefined) return [`${metadata?.name}-${name}`]
    const claim = persistentVolumeClaim?.claimName
    return claim === undefined ? [] : [claim]
  })
}
