import type { Amounts } from '../../resources/podResources'
import type { ClusterNode, ObjectsByKind } from '../../api/objects'
import type { ClusterPod } from '../podStates'

/** A node as the scheduler sees it: with the pods on it that have not ended, and the claims there are. */
export interface NodeState {
  readonly node: ClusterNode
  readonly pods: readonly ClusterPod[]
  /** What those pods have requested. */
  readonly used: Amounts
  /** The ports of the node that they have. */
  readonly ports: ReadonlySet<string>
  /** Those of them that want to be apart from others. */
  readonly loners: readonly ClusterPod[]
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
