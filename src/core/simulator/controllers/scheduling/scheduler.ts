import { reporter } from '../../api/report'
import type { PodCondition } from '../../kubelet/status/podStatusTypes'
import type { Controller, ControlPlane } from '../controlPlane'
import { isTerminating } from '../ownership'
import { isFinal, type ClusterPod } from '../podStates'
import { claimNames, isBound, SELECTED_NODE } from '../claims'
import { type Misfit, type NodeState } from './filter'
import { FILTERS } from './filters'
import { unwantedBy } from './podFilters'
import { hostPorts, sumOfRequests } from './requests'

const NAME = 'default-scheduler'
const report = reporter(NAME)

/** Gives each pod a node, or says why there is none for it (pkg/scheduler/schedule_one.go). Pods of less priority are never driven away. */
export const scheduler: Controller = {
  name: 'scheduler',
  watches: new Set(['Pod', 'Node', 'PersistentVolumeClaim']),
  reconcile: (plane) => {
    const waiting = plane.api.list('Pod').filter((pod) => isWaiting(pod))
    if (waiting.length === 0) return
    let nodes = nodesOf(plane)
    for (const pod of waiting.toSorted(inQueueOrder)) if (schedule(plane, pod, nodes)) nodes = nodesOf(plane)
  },
}

function isWaiting(pod: ClusterPod): boolean {
  const { nodeName = '', schedulerName = NAME } = pod.spec ?? {}
  return nodeName === '' && schedulerName === NAME && !isTerminating(pod) && !isFinal(pod)
}

/** PrioritySort; uids grow. */
function inQueueOrder(a: ClusterPod, b: ClusterPod): number {
  const difference = (b.spec?.priority ?? 0) - (a.spec?.priority ?? 0)
  return difference === 0 ? ((a.metadata?.uid ?? '') < (b.metadata?.uid ?? '') ? -1 : 1) : difference
}

/** Says whether the pod got a node. */
function schedule(plane: ControlPlane, pod: ClusterPod, nodes: readonly NodeState[]): boolean {
  if ((pod.spec?.schedulingGates ?? []).length > 0) {
    const message = 'Scheduling is blocked due to non-empty scheduling gates'
    setScheduled(plane, pod, { status: 'False', reason: 'SchedulingGated', message })
    return false
  }
  const misfits: Misfit[] = []
  for (const state of nodes) {
    const misfit = firstMisfit(pod, state)
    if (misfit === null) return bind(plane, pod, state)
    misfits.push(misfit)
  }
  refuse(plane, pod, misfits)
  return false
}

function firstMisfit(pod: ClusterPod, state: NodeState): Misfit | null {
  for (const filter of FILTERS) {
    const misfit = filter(pod, state)
    if (misfit !== null) return misfit
  }
  return null
}

function nodesOf({ api }: ControlPlane): readonly NodeState[] {
  return api.list('Node').map((node) => {
    const isHere = (pod: ClusterPod) => pod.spec?.nodeName === node.metadata?.name && !isFinal(pod)
    const pods = api.list('Pod').filter((pod) => isHere(pod))
    return {
      node,
      pods,
      used: sumOfRequests(pods),
      ports: new Set(pods.flatMap((pod) => hostPorts(pod))),
      loners: pods.filter((pod) => unwantedBy(pod).length > 0),
      claimOf: ({ metadata }, name) => api.get('PersistentVolumeClaim', metadata?.namespace ?? '', name),
    }
  })
}

/** Volumes first: a pod waits until each of its claims has one (VolumeBinding, PreBind). */
function bind(plane: ControlPlane, pod: ClusterPod, { node, claimOf }: NodeState): boolean {
  const { namespace = '', name = '' } = pod.metadata ?? {}
  const nodeName = node.metadata?.name ?? ''
  const unbound = claimNames(pod)
    .map((each) => claimOf(pod, each))
    .filter((claim) => claim !== undefined && !isBound(claim))
  for (const claim of unbound) {
    if (claim === undefined || claim.metadata?.annotations?.[SELECTED_NODE] === nodeName) continue
    const annotations = { ...claim.metadata?.annotations, [SELECTED_NODE]: nodeName }
    plane.api.put('PersistentVolumeClaim', { ...claim, metadata: { ...claim.metadata, annotations } })
  }
  if (unbound.length > 0) return false
  setScheduled(plane, { ...pod, spec: { ...pod.spec, nodeName } }, { status: 'True' })
  report(
    plane.api,
    'Pod',
    pod,
    'Normal',
    'Scheduled',
    `Successfully assigned ${namespace}/${name} to ${nodeName}`,
  )
  return true
}

/** FitError.Error in pkg/scheduler/framework/types.go, and what preemption says (since 1.34 after DynamicResources). */
function refuse(plane: ControlPlane, pod: ClusterPod, misfits: readonly Misfit[]): void {
  const none = `0/${misfits.length} nodes are available`
  const ofPod = misfits.find(({ isOfPod }) => isOfPod === true)
  const reasons = ofPod?.reasons.join(', ') ?? counted(misfits.flatMap((misfit) => misfit.reasons))
  const help = counted(
    misfits.map(({ isFinal: isHelpless }) =>
      isHelpless
        ? 'Preemption is not helpful for scheduling'
        : 'No preemption victims found for incoming pod',
    ),
  )
  const message =
    misfits.length === 0
      ? 'no nodes available to schedule pods'
      : `${none}: ${reasons}. no new claims to deallocate, preemption: ${none}: ${help}.`
  if (setScheduled(plane, pod, { status: 'False', reason: 'Unschedulable', message }))
    report(plane.api, 'Pod', pod, 'Warning', 'FailedScheduling', message)
}

function counted(reasons: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .map(([reason, count]) => `${count} ${reason}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(', ')
}

/** Writes the condition PodScheduled, and says whether it says something new. */
function setScheduled(
  { api, clock }: ControlPlane,
  pod: ClusterPod,
  condition: Omit<PodCondition, 'type'>,
): boolean {
  const conditions = pod.status?.conditions ?? []
  const before = conditions.find(({ type }) => type === 'PodScheduled')
  const { status, reason, message } = condition
  const isSaid = before?.status === status && before.reason === reason && before.message === message
  if (isSaid && (pod.spec?.nodeName ?? '') === '') return false
  const lastTransitionTime = before?.status === status ? before.lastTransitionTime : clock.timestamp()
  const written = { type: 'PodScheduled', ...condition, lastTransitionTime }
  const others = conditions.filter(({ type }) => type !== 'PodScheduled')
  api.put('Pod', { ...pod, status: { ...pod.status, conditions: [...others, written] } })
  return true
}
