import { quantityValue } from '../../kubernetes/quantity'
import { isSidecar } from '../kubelet/restartPolicy'
import type { ContainerStatus } from '../kubelet/status/podStatusTypes'
import type { Clock } from '../clock'
import { instant } from './instant'
import { isReady, readySince, type ClusterPod } from './podStates'

/** Negative: the first pod goes first. 0: they are alike so far. */
type Order = (a: ClusterPod, b: ClusterPod) => number

const PHASES = ['Pending', 'Unknown', 'Running']

/** Takes the clock and the pods of a ReplicaSet; gives them in the order in which they go when there are too many (ActivePodsWithRanks in pkg/controller). On one node no pod has more neighbours than another. */
export function inDeletionOrder(clock: Clock, pods: readonly ClusterPod[]): readonly ClusterPod[] {
  const orders = ordersOf(clock)
  return pods.toSorted((a, b) => {
    for (const order of orders) {
      const result = order(a, b)
      if (result !== 0) return result
    }
    return 0
  })
}

function ordersOf(clock: Clock): readonly Order[] {
  const by =
    (rank: (pod: ClusterPod) => number): Order =>
    (a, b) =>
      rank(a) - rank(b)
  return [
    by(({ spec }) => ((spec?.nodeName ?? '') === '' ? 0 : 1)),
    by(({ status }) => Math.max(0, PHASES.indexOf(status?.phase ?? ''))),
    by((pod) => (isReady(pod) ? 1 : 0)),
    by(deletionCost),
    younger(clock, (pod) => readySince({ clock }, pod)),
    by((pod) => -mostRestarts(pod, false)),
    by((pod) => -mostRestarts(pod, true)),
    younger(clock, ({ metadata }) => instant(clock, metadata?.creationTimestamp)),
  ]
}

/** KEP-2255. */
function deletionCost({ metadata }: ClusterPod): number {
  return quantityValue(metadata?.annotations?.['controller.kubernetes.io/pod-deletion-cost']) ?? 0
}

/** Ages of the same magnitude are alike: then the uid decides (logarithmicRankDiff, KEP-2185). */
function younger(clock: Clock, timeOf: (pod: ClusterPod) => number | null): Order {
  const rank = (time: number) => (time < clock.now ? Math.floor(Math.log2((clock.now - time) * 1e6)) : -1)
  return (a, b) => {
    const [first, second] = [timeOf(a), timeOf(b)]
    if (first === second || first === null || second === null) return 0
    const difference = rank(first) - rank(second)
    if (difference !== 0) return difference
    return (a.metadata?.uid ?? '') < (b.metadata?.uid ?? '') ? -1 : 1
  }
}

/** Mains count before native sidecars; plain init containers do not (maxContainerRestarts). */
function mostRestarts({ spec, status }: ClusterPod, ofSidecars: boolean): number {
  const sidecars = new Set(
    (spec?.initContainers ?? []).filter((each) => isSidecar(each)).map(({ name }) => name),
  )
  const counted: readonly ContainerStatus[] = ofSidecars
    ? (status?.initContainerStatuses ?? []).filter(({ name }) => sidecars.has(name))
    : (status?.containerStatuses ?? [])
  return Math.max(0, ...counted.map(({ restartCount = 0 }) => restartCount))
}
