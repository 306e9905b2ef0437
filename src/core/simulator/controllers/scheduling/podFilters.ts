import type { PodAffinityTerm, TopologySpreadConstraint } from '../../../kubernetes/schema/types-1.36'
import { selects } from '../ownership'
import type { ClusterPod } from '../podStates'
import { claimNames, isBound, waitsForPod } from '../claims'
import { never, notNow, nowhere, type Filter, type NodeState } from './filter'

/*
 * What of claims and of other pods keeps a pod away from a node, in the words of the scheduler's plugins. With one node
 * all pods are in the same domain of each topology that the node has.
 */

/** VolumeBinding: its claims are there, and bound, or wait for a pod. */
export const claimMissing: Filter = (pod, { claimOf }) => {
  for (const name of claimNames(pod)) {
    const claim = claimOf(pod, name)
    if (claim === undefined) return nowhere(`persistentvolumeclaim "${name}" not found`)
    if ((claim.metadata?.deletionTimestamp ?? null) !== null)
      return nowhere(`persistentvolumeclaim "${name}" is being deleted`)
    if (!isBound(claim) && !waitsForPod(claim))
      return nowhere('pod has unbound immediate PersistentVolumeClaims')
  }
  return null
}

/** VolumeRestrictions */
export const claimTaken: Filter = (pod, { pods, claimOf }) => {
  const exclusive = new Set(
    claimNames(pod).filter(
      (name) => claimOf(pod, name)?.spec?.accessModes?.includes('ReadWriteOncePod') === true,
    ),
  )
  const others = pods.filter((each) => each.metadata?.namespace === pod.metadata?.namespace)
  return others.some((each) => claimNames(each).some((name) => exclusive.has(name)))
    ? notNow('node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode')
    : null
}

/** PodTopologySpread */
export const unevenlySpread: Filter = (pod, { node, pods }) => {
  const words = "node(s) didn't match pod topology spread constraints"
  const strict = (pod.spec?.topologySpreadConstraints ?? []).filter(
    ({ whenUnsatisfiable = 'DoNotSchedule' }) => whenUnsatisfiable === 'DoNotSchedule',
  )
  if (strict.some(({ topologyKey = '' }) => !hasDomain(node, topologyKey)))
    return never(`${words} (missing required label)`)
  return strict.some((constraint) => skewOf(constraint, pod, pods) > (constraint.maxSkew ?? 1))
    ? notNow(words)
    : null
}

/** The difference to the domain with the fewest pods: the same one, unless there should be more domains (minDomains). */
function skewOf(
  { labelSelector, minDomains = 1, matchLabelKeys = [] }: TopologySpreadConstraint,
  pod: ClusterPod,
  pods: readonly ClusterPod[],
): number {
  const own = selects(labelSelector, pod) ? 1 : 0
  if (minDomains <= 1) return own
  const isCounted = (each: ClusterPod) =>
    each.metadata?.namespace === pod.metadata?.namespace &&
    selects(labelSelector, each) &&
    sharesLabels(matchLabelKeys, each, pod)
  return pods.filter((each) => isCounted(each)).length + own
}

/** InterPodAffinity: what the pod wants to be beside. The first of a group may be alone. */
export const apartFromFriends: Filter = (pod, { node, pods }) => {
  const terms = pod.spec?.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  const isMet = (term: PodAffinityTerm) =>
    hasDomain(node, term.topologyKey ?? '') &&
    (pods.some((each) => isMeant(term, pod, each)) || isMeant(term, pod, pod))
  return terms.every((term) => isMet(term)) ? null : never("node(s) didn't match pod affinity rules")
}

/** InterPodAffinity: what the pod wants not to be beside, and who does not want to be beside it. */
export const besideFoes: Filter = (pod, { node, pods, loners }) => {
  const terms = (of: ClusterPod) =>
    unwantedBy(of).filter(({ topologyKey = '' }) => hasDomain(node, topologyKey))
  const own = terms(pod)
  if (own.length > 0 && pods.some((each) => own.some((term) => isMeant(term, pod, each))))
    return notNow("node(s) didn't match pod anti-affinity rules")
  return loners.some((each) => terms(each).some((term) => isMeant(term, each, pod)))
    ? notNow("node(s) didn't satisfy existing pods anti-affinity rules")
    : null
}

/** Takes a pod; gives the terms that say which others it must not be beside. */
export function unwantedBy({ spec }: ClusterPod): readonly PodAffinityTerm[] {
  return spec?.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
}

function hasDomain({ metadata }: NodeState['node'], topologyKey: string): boolean {
  return Object.hasOwn(metadata?.labels ?? {}, topologyKey)
}

/** Takes a term, the pod that has it, and another pod; says whether the term means that one. */
function isMeant(term: PodAffinityTerm, owner: ClusterPod, pod: ClusterPod): boolean {
  const { labelSelector, namespaces = [], namespaceSelector, matchLabelKeys = [] } = term
  const namespace = pod.metadata?.namespace ?? ''
  const isOwn = namespaces.length === 0 && namespaceSelector === undefined
  const isNear = isOwn
    ? namespace === owner.metadata?.namespace
    : namespaces.includes(namespace) || selects(namespaceSelector, { metadata: labelled(namespace) })
  return isNear && selects(labelSelector, pod) && sharesLabels(matchLabelKeys, pod, owner)
}

/** The one label that every namespace has. */
function labelled(namespace: string) {
  return { labels: { 'kubernetes.io/metadata.name': namespace } }
}

function sharesLabels(keys: readonly string[], a: ClusterPod, b: ClusterPod): boolean {
  return keys.every((key) => a.metadata?.labels?.[key] === b.metadata?.labels?.[key])
}
