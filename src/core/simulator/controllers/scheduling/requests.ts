import type { PodSpec } from '../../../kubernetes/schema/types-1.36'
import { isSidecar } from '../../kubelet/restartPolicy'
import { podAmounts, type Amounts } from '../../resources/podResources'
import type { ClusterPod } from '../podStates'

/** Specs never change: what one requests is reckoned once. */
const known = new WeakMap<object, Amounts>()

/** Takes the spec of a pod; gives what it requests of the node. */
export function requestsOf(spec: PodSpec): Amounts {
  const before = known.get(spec)
  if (before !== undefined) return before
  const amounts = podAmounts(spec, 'requests')
  known.set(spec, amounts)
  return amounts
}

/** Takes pods; gives what they request together. */
export function sumOfRequests(pods: readonly ClusterPod[]): Amounts {
  const sum: Record<string, number> = {}
  for (const { spec } of pods)
    for (const [name, amount] of Object.entries(requestsOf(spec ?? {}))) sum[name] = (sum[name] ?? 0) + amount
  return sum
}

/** Takes a pod; gives the ports of the node that it wants, with their protocols. */
export function hostPorts({ spec }: ClusterPod): readonly string[] {
  const sidecars = (spec?.initContainers ?? []).filter((each) => isSidecar(each))
  return [...(spec?.containers ?? []), ...sidecars].flatMap(({ ports = [] }) =>
    ports.flatMap(({ hostPort = 0, protocol = 'TCP' }) => (hostPort > 0 ? [`${hostPort}/${protocol}`] : [])),
  )
}
