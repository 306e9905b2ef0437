import type { ObjectsByKind } from '../../api/objects'
import type { Steps } from '../../clock'
import { evict } from '../../controllers/disruption/eviction'
import type { Flag } from '../flags'
import { editUnschedulable } from '../objects/edits'
import { INTERRUPTED } from '../terminal'
import { fail, type Verb, type VerbCall } from '../verb'
import { waitUntil } from '../waiting'

/** Takes a call; gives the node that it names. */
function nodeOf(call: VerbCall): ObjectsByKind['Node'] | { readonly error: string } {
  const word = (call.asked.words[0] ?? '').replace(/^(no|nodes?)\//, '')
  if (word === '') return { error: `error: USAGE: ${call.path} NODE [flags]` }
  const node = call.cluster.api.get('Node', 'default', word)
  return node ?? { error: `Error from server (NotFound): nodes "${word}" not found` }
}

function cordoning(unschedulable: boolean, about: string): Verb {
  const word = unschedulable ? 'cordoned' : 'uncordoned'
  return {
    about,
    usage: 'NODE',
    examples: [`kubectl ${word.replace(/ed$/, '')} foo`],
    flags: [],
    takes: 'node',
    run(call) {
      const node = nodeOf(call)
      if ('error' in node) return fail(call, node.error)
      const name = node.metadata?.name ?? ''
      const isSo = (node.spec?.unschedulable === true) === unschedulable
      if (!isSo) editUnschedulable(call.cluster.api, name, unschedulable)
      call.out(`node/${name} ${isSo ? 'already ' : ''}${word}\n`)
      return 0
    },
  }
}

/** `kubectl cordon`: no more pods on a node. */
export const cordon = cordoning(true, 'Mark node as unschedulable')

/** `kubectl uncordon`: pods again. */
export const uncordon = cordoning(false, 'Mark node as schedulable')

const DRAIN_FLAGS: readonly Flag[] = [
  { name: 'ignore-daemonsets', value: 'none', about: 'Ignore DaemonSet-managed pods' },
  { name: 'delete-emptydir-data', value: 'none', about: 'Continue even if there are pods using emptyDir' },
  { name: 'force', value: 'none', about: 'Continue even if there are pods that do not declare a controller' },
  { name: 'grace-period', value: 'one', about: 'Seconds given to each pod to terminate gracefully' },
]

/** What keeps a node from being drained, in the order in which kubectl says it (drain/filters.go). */
const HINDRANCES: readonly {
  readonly flag: string
  readonly words: string
  readonly isSo: (pod: ObjectsByKind['Pod']) => boolean
}[] = [
  {
    flag: 'delete-emptydir-data',
    words: 'cannot delete Pods with local storage (use --delete-emptydir-data to override)',
    isSo: ({ spec }) => (spec?.volumes ?? []).some(({ emptyDir }) => emptyDir !== undefined),
  },
  {
    flag: 'force',
    words: 'cannot delete Pods that declare no controller (use --force to override)',
    isSo: (pod) => controllerKind(pod) === undefined,
  },
  {
    flag: 'ignore-daemonsets',
    words: 'cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore)',
    isSo: (pod) => controllerKind(pod) === 'DaemonSet',
  },
]

function controllerKind({ metadata }: ObjectsByKind['Pod']): string | undefined {
  return metadata?.ownerReferences?.find(({ controller }) => controller === true)?.kind
}

/** `kubectl drain`: cordons a node and has its pods end. */
export const drain: Verb = {
  about: 'Drain node in preparation for maintenance',
  usage: 'NODE',
  examples: ['kubectl drain foo --ignore-daemonsets --delete-emptydir-data'],
  flags: DRAIN_FLAGS,
  takes: 'node',
  *run(call) {
    const { asked, cluster } = call
    const node = nodeOf(call)
    if ('error' in node) return fail(call, node.error)
    const name = node.metadata?.name ?? ''
    const isCordoned = node.spec?.unschedulable === true
    if (!isCordoned) editUnschedulable(cluster.api, name, true)
    call.out(`node/${name} ${isCordoned ? 'already ' : ''}cordoned\n`)
    const pods = cluster.api.list('Pod').filter(({ spec }) => spec?.nodeName === name)
    const errors = HINDRANCES.flatMap(({ flag, words, isSo }) => {
      const which = asked.has(flag) ? [] : pods.filter((pod) => isSo(pod)).map((pod) => placeOf(pod))
      return which.length === 0 ? [] : [`${words}: ${which.join(', ')}`]
    })
    if (errors.length > 0) {
      const all = errors.length === 1 ? errors[0] : `[${errors.join(', ')}]`
      return fail(
        call,
        `error: unable to drain node "${name}" due to error: ${all ?? ''}, continuing command...\nThere are pending nodes to be drained:\n ${name}\n${errors.join('\n')}`,
      )
    }
    return yield* evictAll(
      call,
      name,
      pods.filter((pod) => controllerKind(pod) !== 'DaemonSet'),
    )
  },
}

function placeOf({ metadata }: ObjectsByKind['Pod']): string {
  return `${metadata?.namespace ?? 'default'}/${metadata?.name ?? ''}`
}

/** So long kubectl waits before it asks again for the end of a pod that its budget keeps, in milliseconds. */
const RETRY = 5000

function* evictAll(call: VerbCall, node: string, pods: readonly ObjectsByKind['Pod'][]): Steps<number> {
  const { api, clock } = call.cluster
  const now = ({ metadata }: ObjectsByKind['Pod']) => {
    const pod = api.get('Pod', metadata?.namespace ?? 'default', metadata?.name ?? '')
    return pod?.metadata?.uid === metadata?.uid ? pod : undefined
  }
  let left = pods
  let kept = pods
  let again = clock.now
  while (left.length > 0) {
    if (clock.now >= again) {
      kept = kept.filter((pod) => !askToGo(call, now(pod)))
      again = kept.length > 0 ? clock.now + RETRY : Infinity
    }
    yield* waitUntil(
      clock,
      [api.changed, call.interrupted],
      () => call.isInterrupted() || left.some((pod) => now(pod) === undefined),
      again,
    )
    for (const pod of left) if (now(pod) === undefined) call.out(`pod/${pod.metadata?.name ?? ''} evicted\n`)
    left = left.filter((pod) => now(pod) !== undefined)
    if (call.isInterrupted()) return INTERRUPTED
  }
  call.out(`node/${node} drained\n`)
  return 0
}

/** Says whether the pod goes, or is gone: its disruption budget may keep it. */
function askToGo(call: VerbCall, pod: ObjectsByKind['Pod'] | undefined): boolean {
  if (pod === undefined) return true
  const grace = Number(call.asked.text('grace-period') ?? -1)
  call.out(`evicting pod ${placeOf(pod)}\n`)
  const eviction = evict(call.cluster, pod, grace < 0 ? null : grace)
  if (eviction.isEvicted) return true
  const { namespace = 'default', name = '' } = pod.metadata ?? {}
  fail(
    call,
    `error when evicting pods/"${name}" -n "${namespace}" (will retry after 5s): ${eviction.message}`,
  )
  return false
}
