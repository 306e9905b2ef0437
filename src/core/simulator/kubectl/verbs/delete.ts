import type { Steps } from '../../clock'
import { resourceOf, shownKind } from '../objects/resources'
import type { Served } from '../objects/served'
import { targetsOf } from '../objects/targets'
import { parseDuration } from '../duration'
import { INTERRUPTED } from '../terminal'
import { fail, FILENAME, SELECTING, type Verb, type VerbCall } from '../verb'
import { waitUntil } from '../waiting'

const AT_ONCE =
  'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.'

/** `kubectl delete`: asks for the end of objects, and waits for it. */
export const deleteObjects: Verb = {
  about: 'Delete resources by file names, stdin, resources and names, or by resources and label selector',
  usage: '([-f FILENAME] | TYPE [(NAME | -l label | --all)])',
  examples: [
    'kubectl delete pod nginx',
    'kubectl delete pods,services -l app=web',
    'kubectl delete pod foo --grace-period=0 --force',
    'kubectl delete -f design.yaml',
  ],
  flags: [
    ...SELECTING,
    FILENAME,
    { name: 'all', value: 'none', about: 'Delete all resources of the type in the namespace' },
    { name: 'grace-period', value: 'one', type: 'int64', about: 'Seconds given to terminate gracefully' },
    { name: 'now', value: 'none', about: 'Signal for immediate shutdown (same as --grace-period=1)' },
    { name: 'force', value: 'none', about: 'With --grace-period=0: remove from the API at once' },
    { name: 'wait', value: 'maybe', alone: 'true', about: 'Wait for the end before returning' },
    { name: 'timeout', value: 'one', type: 'duration', about: 'How long to wait' },
    { name: 'ignore-not-found', value: 'none', about: 'Say nothing of what is not there' },
    { name: 'cascade', value: 'maybe', alone: 'background', about: 'background or foreground' },
    { name: 'output', short: 'o', value: 'one', about: 'name' },
  ],
  takes: 'objects',
  *run(call) {
    const { asked, cluster } = call
    const found = targetsOf(call)
    if ('error' in found) return fail(call, found.error)
    if (!found.isNamed && !asked.has('all') && !asked.has('selector') && !asked.has('field-selector'))
      return fail(call, 'error: resource(s) were provided, but no name was specified')
    if (asked.text('cascade') === 'orphan') return fail(call, 'error: --cascade=orphan is not simulated here')
    const grace = graceOf(call)
    if (grace === 'wrong')
      return fail(call, 'error: --force and --grace-period greater than 0 cannot be specified together')
    if (grace === 0 && asked.has('force')) call.err(`${AT_ONCE}\n`)
    if (!found.isNamed && found.objects.length === 0) call.err('No resources found\n')
    for (const each of found.objects) {
      cluster.remove(each.kind, each.namespace, each.name, grace)
      call.out(deletedText(call, each, grace === 0 && asked.has('force')))
    }
    const waits = asked.text('wait') !== 'false' && !(grace === 0 && asked.has('force'))
    const end = waits ? yield* waitForEnd(call, found.objects) : 0
    if (asked.has('ignore-not-found')) return end
    for (const error of found.errors) call.err(`${error}\n`)
    return found.errors.length > 0 ? 1 : end
  },
}

/** In seconds; null is the pod's own. */
function graceOf({ asked }: VerbCall): number | null | 'wrong' {
  const text = asked.text('grace-period')
  const period = text === undefined ? null : Number(text)
  if (asked.has('force') && period !== null && period > 0) return 'wrong'
  if (asked.has('now')) return 1
  if (asked.has('force') && period === null) return 0
  if (period === 0 && !asked.has('force')) return 1
  return period !== null && period >= 0 ? period : null
}

function deletedText(call: VerbCall, { kind, namespace, name }: Served, isForced: boolean): string {
  const resource = resourceOf(kind)
  if (call.asked.text('output') === 'name') return `${shownKind(resource)}/${name}\n`
  const where = resource.namespaced ? ` from ${namespace} namespace` : ''
  return `${shownKind(resource)} "${name}" ${isForced ? 'force ' : ''}deleted${where}\n`
}

function* waitForEnd(call: VerbCall, objects: readonly Served[]): Steps<number> {
  const { api, clock } = call.cluster
  const isLeft = ({ kind, namespace, name, object }: Served) => {
    const now = api.get(kind, resourceOf(kind).namespaced ? namespace : 'default', name)
    const { metadata } = object
    const uid = typeof metadata === 'object' && metadata !== null && 'uid' in metadata ? metadata['uid'] : ''
    return now !== undefined && now.metadata?.uid === uid
  }
  const timeout = parseDuration(call.asked.text('timeout') ?? '0') ?? 0
  const until = timeout > 0 ? clock.now + timeout : Infinity
  const isOver = () => call.isInterrupted() || !objects.some((each) => isLeft(each))
  const isDone = yield* waitUntil(clock, [api.changed, call.interrupted], isOver, until)
  const left = objects.find((each) => isLeft(each))
  if (isDone) return left === undefined ? 0 : INTERRUPTED
  return fail(
    call,
    `error: timed out waiting for the condition on ${resourceOf(left?.kind ?? 'Pod').plural}/${left?.name ?? ''}`,
  )
}
