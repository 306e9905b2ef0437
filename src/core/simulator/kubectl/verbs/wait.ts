import { field, itemsOf, textOf } from '../../../kubernetes/shape'
import { inside } from '../../printing/cells'
import type { Json } from '../../../kubernetes/json'
import { parseDuration } from '../duration'
import { valuesAt } from '../objects/jsonPath'
import { resourceOf, shownKind } from '../objects/resources'
import { servedOne, type Served } from '../objects/served'
import { targetsOf } from '../objects/targets'
import { INTERRUPTED } from '../terminal'
import { fail, FILENAME, SELECTING, type Verb } from '../verb'
import { waitUntil } from '../waiting'

/** Takes an object, or undefined where it is gone; says whether what was waited for is there. */
type Met = (object: Json | undefined) => boolean

/** What `--for` may say: how it begins, and what then holds. */
const CONDITIONS: readonly (readonly [RegExp, (match: RegExpExecArray) => Met])[] = [
  [/^delete$/, () => (object) => object === undefined],
  [/^create$/, () => (object) => object !== undefined],
  [
    /^condition=([^=]+)(?:=(.*))?$/i,
    ([, type = '', value = 'true']) =>
      (object) => {
        const found = itemsOf(inside(object ?? null, 'status', 'conditions')).find(
          (condition) => textOf(field(condition, 'type')).toLowerCase() === type.toLowerCase(),
        )
        return textOf(field(found, 'status')).toLowerCase() === value.toLowerCase()
      },
  ],
  [
    /^jsonpath=(\{.*?\}|[^=]+)(?:==?(.*))?$/s,
    ([, path = '', value]) =>
      (object) => {
        const [found] = valuesAt(path, object ?? null) ?? []
        if (found === undefined) return false
        return value === undefined || (typeof found === 'string' ? found : JSON.stringify(found)) === value
      },
  ],
]

const WEEK = 7 * 24 * 3_600_000

/** `kubectl wait`: until something holds of objects. */
export const wait: Verb = {
  about: 'Wait for a specific condition on one or many resources',
  usage:
    "([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]",
  examples: [
    'kubectl wait --for=condition=Ready pod/busybox1',
    "kubectl wait --for=jsonpath='{.status.phase}'=Running pod/busybox1",
  ],
  flags: [
    ...SELECTING,
    FILENAME,
    { name: 'for', value: 'one', about: 'The condition to wait on' },
    { name: 'timeout', value: 'one', type: 'duration', about: 'How long to wait; 30s where it is left out' },
    { name: 'all', value: 'none', about: 'Select all resources of the type' },
  ],
  takes: 'objects',
  *run(call) {
    const { asked, cluster } = call
    const wanted = asked.text('for') ?? ''
    const matches = CONDITIONS.map(([pattern, read]) => [pattern.exec(wanted), read] as const)
    const found = matches.find(([match]) => match !== null)
    const match = found?.[0]
    if (found === undefined || match === null || match === undefined)
      return fail(call, `error: unrecognized condition: "${wanted}"`)
    const isMet = found[1](match)
    // One that is negative means a week, as the flag's help says.
    const timeout = parseDuration(asked.text('timeout') ?? '30s') ?? WEEK
    const until = cluster.clock.now + timeout
    const targets = targetsOf(call)
    if ('error' in targets) return fail(call, targets.error)
    if (targets.errors.length > 0 && wanted !== 'delete') return fail(call, targets.errors.join('\n'))
    if (targets.objects.length === 0 && wanted !== 'delete')
      return fail(call, 'error: no matching resources found')
    let exitCode = 0
    for (const each of targets.objects) {
      const now = () => current(each)
      const current = ({ kind, namespace, name }: Served) =>
        servedOne(cluster.api, kind, namespace, name)?.object
      const holds = () => call.isInterrupted() || isMet(now())
      const isDone = yield* waitUntil(cluster.clock, [cluster.api.changed, call.interrupted], holds, until)
      if (call.isInterrupted() && !isMet(now())) return INTERRUPTED
      const resource = resourceOf(each.kind)
      if (isDone) call.out(`${shownKind(resource)}/${each.name} condition met\n`)
      else
        exitCode = fail(call, `error: timed out waiting for the condition on ${resource.plural}/${each.name}`)
    }
    return exitCode
  },
}
