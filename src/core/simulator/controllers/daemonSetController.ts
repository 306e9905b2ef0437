import { podsOf } from '../../kubernetes/rollout'
import { deletePod } from '../api/deletion'
import type { ClusterNode, DaemonSetStatus, ObjectsByKind } from '../api/objects'
import { reporter } from '../api/report'
import { save } from '../api/save'
import type { Controller, ControlPlane } from './controlPlane'
import { createPod, sayCreation } from './createPod'
import { generatedName } from './madeUpNames'
import { newPod } from './newPod'
import { claim, controllerReference, isTerminating, selectsItsPods } from './ownership'
import { isAvailable, isFinal, isReady, type ClusterPod } from './podStates'
import { forgetRevisions, presentRevision, REVISION_HASH } from './revisions'
import { selected, tainted } from './scheduling/nodeFilters'
import { templateHash } from './templateHash'

type DaemonSet = ObjectsByKind['DaemonSet']

const report = reporter('daemonset-controller')

/** What a daemon's pod puts up with on its node (AddOrUpdateDaemonPodTolerations). */
const TOLERATIONS = [
  ...['not-ready', 'unreachable'].map((state) => ({ key: state, effect: 'NoExecute' })),
  ...['disk-pressure', 'memory-pressure', 'pid-pressure', 'unschedulable'].map((state) => ({
    key: state,
    effect: 'NoSchedule',
  })),
].map(({ key, effect }) => ({ key: `node.kubernetes.io/${key}`, operator: 'Exists', effect }))

/** Keeps one pod on each node (pkg/controller/daemon/daemon_controller.go). */
export const daemonSetController: Controller = {
  name: 'daemonset',
  watches: new Set(['DaemonSet', 'Pod', 'Node']),
  reconcile: (plane) => {
    const pods = plane.api.list('Pod')
    for (const daemonSet of plane.api.list('DaemonSet'))
      if (selectsItsPods(daemonSet)) sync(plane, daemonSet, pods)
  },
}

/** A node, whether the daemon belongs on it, and its pods there. */
interface Place {
  readonly node: ClusterNode
  readonly isWanted: boolean
  readonly pods: readonly ClusterPod[]
}

function sync(plane: ControlPlane, daemonSet: DaemonSet, candidates: readonly ClusterPod[]): void {
  const pods = claim(plane.api, { kind: 'DaemonSet', object: daemonSet }, 'Pod', candidates)
  if (isTerminating(daemonSet)) return
  const revision = presentRevision(plane, 'DaemonSet', daemonSet)
  const places = plane.api.list('Node').map((node) => ({
    node,
    isWanted: belongsOn(daemonSet, node),
    pods: pods.filter((pod) => nodeOf(pod) === node.metadata?.name),
  }))
  for (const place of places) manage(plane, daemonSet, place)
  if (daemonSet.spec?.updateStrategy?.type !== 'OnDelete') replaceOutdated(plane, daemonSet, places)
  save(plane.api, 'DaemonSet', { ...daemonSet, status: statusOf(plane, daemonSet, places) })
  const name = daemonSet.metadata?.name
  const used = pods.map(({ metadata }) => `${name}-${metadata?.labels?.[REVISION_HASH]}`)
  forgetRevisions(plane, daemonSet, new Set([...used, revision.metadata?.name ?? '']))
}

/** The node a pod is on, or made for. */
function nodeOf({ spec }: ClusterPod): string {
  const terms =
    spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
  const field = terms?.[0]?.matchFields?.find(({ key }) => key === 'metadata.name')
  return spec?.nodeName ?? field?.values?.[0] ?? ''
}

/** NodeShouldRunDaemonPod: a cordoned node is no hindrance. */
function belongsOn({ spec }: DaemonSet, node: ClusterNode): boolean {
  const template = spec?.template?.spec ?? {}
  const pod = { spec: { ...template, tolerations: [...(template.tolerations ?? []), ...TOLERATIONS] } }
  const state = { node, pods: [], used: {}, ports: new Set<string>(), loners: [], claimOf: () => undefined }
  const isNamed = template.nodeName === undefined || template.nodeName === node.metadata?.name
  return isNamed && selected(pod, state) === null && tainted(pod, state) === null
}

function manage(plane: ControlPlane, daemonSet: DaemonSet, { node, isWanted, pods }: Place): void {
  const present = pods.filter((pod) => !isTerminating(pod))
  for (const pod of present) {
    if (!isWanted) remove(plane, daemonSet, pod)
    else if (isFinal(pod)) replaceEnded(plane, daemonSet, node, pod)
  }
  if (isWanted && pods.length === 0) create(plane, daemonSet, node)
}

/** An ended pod is replaced at once; the real controller waits a second, and longer each time. */
function replaceEnded(plane: ControlPlane, daemonSet: DaemonSet, node: ClusterNode, pod: ClusterPod): void {
  const { namespace, name } = pod.metadata ?? {}
  const hasFailed = pod.status?.phase === 'Failed'
  const what = `Found ${hasFailed ? 'failed' : 'succeeded'} daemon pod ${namespace}/${name}`
  const message = `${what} on node ${node.metadata?.name}, will try to ${hasFailed ? 'kill' : 'delete'} it`
  const [type, reason] = hasFailed
    ? (['Warning', 'FailedDaemonPod'] as const)
    : (['Normal', 'SucceededDaemonPod'] as const)
  report(plane.api, 'DaemonSet', daemonSet, type, reason, message)
  remove(plane, daemonSet, pod)
}

function create(plane: ControlPlane, daemonSet: DaemonSet, node: ClusterNode): void {
  const { name: owner = '', namespace = '' } = daemonSet.metadata ?? {}
  const { template } = daemonSet.spec ?? {}
  const controller = controllerReference('DaemonSet', daemonSet)
  const pod = newPod(template, namespace, generatedName(`${owner}-`, plane.random), controller)
  const labels = {
    ...pod.metadata?.labels,
    [REVISION_HASH]: templateHash(template),
    'pod-template-generation': '1',
  }
  const wanted = {
    ...pod,
    metadata: { ...pod.metadata, labels },
    spec: {
      ...pod.spec,
      affinity: { ...pod.spec?.affinity, nodeAffinity: only(node) },
      tolerations: [...(pod.spec?.tolerations ?? []), ...TOLERATIONS],
    },
  }
  sayCreation(report, plane.api, 'DaemonSet', daemonSet, createPod(plane, 'DaemonSet', wanted, `${owner}-`))
}

/** ReplaceDaemonSetPodNodeNameNodeAffinity */
function only({ metadata }: ClusterNode) {
  const matchFields = [{ key: 'metadata.name', operator: 'In', values: [metadata?.name ?? ''] }]
  return { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchFields }] } }
}

function remove(plane: ControlPlane, daemonSet: DaemonSet, pod: ClusterPod): void {
  deletePod(plane, pod, null)
  const message = `Deleted pod: ${pod.metadata?.name}`
  report(plane.api, 'DaemonSet', daemonSet, 'Normal', 'SuccessfulDelete', message)
}

/** rollingUpdate in pkg/controller/daemon/update.go: the old pod goes first, or with maxSurge when the new one is available. */
function replaceOutdated(plane: ControlPlane, daemonSet: DaemonSet, places: readonly Place[]): void {
  const { maxSurge, maxUnavailable } = daemonSet.spec?.updateStrategy?.rollingUpdate ?? {}
  const wanted = places.filter(({ isWanted }) => isWanted)
  const surge = podsOf(maxSurge, wanted.length, Math.ceil) ?? 0
  const isUp = (pod: ClusterPod) => isAvailableIn(plane, daemonSet, pod)
  const missing = wanted.filter(({ pods }) => !pods.some((pod) => isUp(pod))).length
  let left = Math.max(surge > 0 ? 0 : 1, podsOf(maxUnavailable, wanted.length, Math.ceil) ?? 1) - missing
  for (const { node, pods } of wanted) {
    const old = pods.find((pod) => isOutdated(daemonSet, pod) && !isTerminating(pod))
    if (old === undefined) continue
    const next = pods.find((pod) => !isOutdated(daemonSet, pod))
    if (surge > 0 && isUp(old)) {
      if (next === undefined) create(plane, daemonSet, node)
      else if (isUp(next)) remove(plane, daemonSet, old)
    } else if (!isUp(old) || left > 0) {
      if (isUp(old)) left -= 1
      remove(plane, daemonSet, old)
    }
  }
}

function isOutdated({ spec }: DaemonSet, { metadata }: ClusterPod): boolean {
  return metadata?.labels?.[REVISION_HASH] !== templateHash(spec?.template)
}

function isAvailableIn(plane: ControlPlane, { spec }: DaemonSet, pod: ClusterPod): boolean {
  return !isTerminating(pod) && isAvailable(plane, pod, spec?.minReadySeconds ?? 0)
}

/** updateDaemonSetStatus: of the pods as they were found; the oldest of a node counts. */
function statusOf(plane: ControlPlane, daemonSet: DaemonSet, places: readonly Place[]): DaemonSetStatus {
  const wanted = places.filter(({ isWanted }) => isWanted)
  const oldest = wanted.flatMap(({ pods }) =>
    pods.toSorted((a, b) => ((a.metadata?.uid ?? '') < (b.metadata?.uid ?? '') ? -1 : 1)).slice(0, 1),
  )
  const available = oldest.filter((pod) => isAvailableIn(plane, daemonSet, pod)).length
  return {
    observedGeneration: daemonSet.metadata?.generation ?? 0,
    desiredNumberScheduled: wanted.length,
    currentNumberScheduled: oldest.length,
    numberMisscheduled: places.filter(({ isWanted, pods }) => !isWanted && pods.length > 0).length,
    numberReady: oldest.filter((pod) => isReady(pod)).length,
    numberAvailable: available,
    numberUnavailable: wanted.length - available,
    updatedNumberScheduled: oldest.filter((pod) => !isOutdated(daemonSet, pod)).length,
  }
}
