import type { ObjectsByKind } from '../../api/objects'
import type { Steps } from '../../clock'
import { selectorMatches } from '../../../kubernetes/selectors'
import { drainedPods, placeOf, type Drained } from '../drain/drainFilters'
import { removePods } from '../drain/evicting'
import { dryRunWords } from '../objects/dryRun'
import { parseSelector } from '../objects/selector'
import { INTERRUPTED } from '../terminal'
import { fail, type Verb, type VerbCall } from '../verb'
import { NODE_FLAGS, nodesOf, setUnschedulable } from './nodes'

/** `kubectl drain`: cordons a node and has its pods end (kubectl/pkg/cmd/drain/drain.go). */
export const drain: Verb = {
  about: 'Drain node in preparation for maintenance',
  usage: 'NODE',
  examples: [
    'kubectl drain foo --ignore-daemonsets --delete-emptydir-data',
    'kubectl drain foo --force --grace-period=900',
  ],
  flags: [
    ...NODE_FLAGS,
    { name: 'ignore-daemonsets', value: 'none', about: 'Ignore DaemonSet-managed pods' },
    { name: 'delete-emptydir-data', value: 'none', about: 'Continue even if there are pods using emptyDir' },
    {
      name: 'force',
      value: 'none',
      about: 'Continue even if there are pods that do not declare a controller',
    },
    {
      name: 'grace-period',
      value: 'one',
      type: 'int64',
      about: 'Seconds given to each pod to terminate gracefully',
    },
    {
      name: 'timeout',
      value: 'one',
      type: 'duration',
      about: 'How long to wait before giving up, zero means infinite',
    },
    { name: 'pod-selector', value: 'one', about: 'Label selector to filter pods on the node' },
    { name: 'disable-eviction', value: 'none', about: 'Delete pods, whatever their disruption budgets say' },
  ],
  takes: 'node',
  *run(call) {
    const found = nodesOf(call)
    if ('error' in found) return fail(call, found.error)
    const selector = call.asked.text('pod-selector')
    if (selector !== undefined && parseSelector(selector) === null)
      return fail(call, 'error: --pod-selector=<pod_selector> must be a valid label selector')
    for (const node of found.nodes) setUnschedulable(call, node, true)
    const failed: { readonly name: string; readonly errors: readonly string[] }[] = []
    for (const node of found.nodes) {
      const name = node.metadata?.name ?? ''
      const errors = yield* drainNode(call, node)
      if (call.isInterrupted()) return INTERRUPTED
      if (errors.length > 0) {
        call.err(
          `error: unable to drain node "${name}" due to error: ${together(errors)}, continuing command...\n`,
        )
        failed.push({ name, errors })
      } else call.out(`node/${name} drained${dryRunWords(call)}\n`)
    }
    if (failed.length === 0) return 0
    const names = failed.map(({ name }) => ` ${name}\n`).join('')
    return fail(
      call,
      `There are pending nodes to be drained:\n${names}${failed.flatMap(({ errors }) => errors).join('\n')}`,
    )
  },
}

/** Several errors as Go prints them together (utilerrors.Aggregate). */
function together(errors: readonly string[]): string {
  return errors.length === 1 ? (errors[0] ?? '') : `[${errors.join(', ')}]`
}

function drainable(call: VerbCall, { metadata }: ObjectsByKind['Node']): Drained {
  const { api } = call.cluster
  const selector = parseSelector(call.asked.text('pod-selector') ?? '') ?? {}
  const pods = api
    .list('Pod')
    .filter(
      (pod) => pod.spec?.nodeName === metadata?.name && selectorMatches(selector, pod.metadata?.labels ?? {}),
    )
  return drainedPods(api, call.asked, pods)
}

/** deleteOrEvictPodsSimple; gives what went wrong. */
function* drainNode(call: VerbCall, node: ObjectsByKind['Node']): Steps<readonly string[]> {
  const { pods, warning, errors: hindrances } = drainable(call, node)
  if (hindrances.length > 0) return hindrances
  if (warning !== '') call.err(`Warning: ${warning}\n`)
  const dryRun = dryRunWords(call)
  if (dryRun !== '') {
    for (const pod of pods) call.out(`evicting pod ${placeOf(pod)}${dryRun}\n`)
    return []
  }
  const errors = yield* removePods(call, pods)
  if (errors.length === 0 || call.isInterrupted()) return errors
  const pending = drainable(call, node)
  if (pending.pods.length > 0) {
    const names = pending.pods.map(({ metadata }) => `pod/${metadata?.name ?? ''}\n`).join('')
    const what = `There are pending pods in node "${node.metadata?.name ?? ''}" when an error occurred`
    call.err(`${what}: ${together(errors)}\n${names}`)
  }
  return errors
}
