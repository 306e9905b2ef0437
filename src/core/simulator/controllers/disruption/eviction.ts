import { deletePod, type Deleting } from '../../api/deletion'
import type { ObjectsByKind } from '../../api/objects'
import { save } from '../../api/save'
import type { PodCondition } from '../../kubelet/status/podStatusTypes'
import { controllerOf, isTerminating, selects } from '../ownership'
import { isFinal, isReady, type ClusterPod } from '../podStates'

type Budget = ObjectsByKind['PodDisruptionBudget']

/** What comes of an eviction: the pod's end was asked for, or the server's words why not, and whether it may be asked again later. */
export type Eviction =
  | { readonly isEvicted: true }
  | { readonly isEvicted: false; readonly message: string; readonly mayAskAgain: boolean }

/** The condition of a pod that something outside of it makes an end to (KEP-3329). */
const EVICTED: PodCondition = {
  type: 'DisruptionTarget',
  status: 'True',
  reason: 'EvictionByEvictionAPI',
  message: 'Eviction API: evicting',
}

/** Takes the cluster, a pod and a grace period in seconds (null: its own); asks for the pod's end where its disruption budget allows it (pkg/registry/core/pod/storage/eviction.go). */
export function evict(deleting: Deleting, pod: ClusterPod, grace: number | null): Eviction {
  const { api } = deleting
  const budgets = api
    .list('PodDisruptionBudget', pod.metadata?.namespace)
    .filter(({ spec }) => selects(spec?.selector, pod))
  const [budget, ...more] = isFree(pod) ? [] : budgets
  if (more.length > 0) {
    const message =
      'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.'
    return { isEvicted: false, message, mayAskAgain: false }
  }
  if (budget !== undefined && !mayGo(budget, pod)) {
    const allowed = budget.status?.disruptionsAllowed ?? 0
    const message = "Cannot evict pod as it would violate the pod's disruption budget."
    if (allowed <= 0) return { isEvicted: false, message, mayAskAgain: true }
    const status = { ...budget.status, disruptionsAllowed: allowed - 1 }
    save(api, 'PodDisruptionBudget', { ...budget, status })
  }
  deletePod(deleting, marked(deleting, pod), grace)
  return { isEvicted: true }
}

/** addConditionAndDeletePod */
function marked({ api, clock }: Deleting, pod: ClusterPod): ClusterPod {
  if (isTerminating(pod)) return pod
  const others = (pod.status?.conditions ?? []).filter(({ type }) => type !== EVICTED.type)
  const conditions = [...others, { ...EVICTED, lastTransitionTime: clock.timestamp() }]
  return api.put('Pod', { ...pod, status: { ...pod.status, conditions } })
}

/** canIgnorePDB: no budget keeps a pod that does not run. */
function isFree(pod: ClusterPod): boolean {
  return isFinal(pod) || pod.status?.phase === 'Pending' || isTerminating(pod)
}

/** unhealthyPodEvictionPolicy: a pod that is not ready may go if the others are enough, or always (KEP-3017). */
function mayGo({ spec, status }: Budget, pod: ClusterPod): boolean {
  if (isReady(pod)) return false
  if (spec?.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true
  const { currentHealthy = 0, desiredHealthy = 0 } = status ?? {}
  return currentHealthy >= desiredHealthy && desiredHealthy > 0
}

/** Takes the cluster and the name of a node; no pods come there any more, and those that are there are evicted, but for those of DaemonSets. Gives those that stay because of their budgets, and why (kubectl drain --ignore-daemonsets --delete-emptydir-data --force, one round). */
export function drain(
  deleting: Deleting,
  nodeName: string,
): readonly { readonly pod: ClusterPod; readonly message: string }[] {
  const { api } = deleting
  const node = api.list('Node').find(({ metadata }) => metadata?.name === nodeName)
  if (node !== undefined) save(api, 'Node', { ...node, spec: { ...node.spec, unschedulable: true } })
  return api.list('Pod').flatMap((pod) => {
    if (pod.spec?.nodeName !== nodeName || controllerOf(pod)?.kind === 'DaemonSet') return []
    const eviction = evict(deleting, pod, null)
    return eviction.isEvicted ? [] : [{ pod, message: eviction.message }]
  })
}
