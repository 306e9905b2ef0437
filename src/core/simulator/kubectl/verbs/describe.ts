import { field, textOf } from '../../../kubernetes/shape'
import { inside } from '../../printing/cells'
import { describeObject } from '../../printing/describe/describeObject'
import { FINAL_PHASES } from '../../kubelet/status/podStatusTypes'
import { resourceOf } from '../objects/resources'
import { servedList, type Served } from '../objects/served'
import { targetsOf } from '../objects/targets'
import { fail, FILENAME, SELECTING, type Verb, type VerbCall } from '../verb'

/** `kubectl describe`: all that is known of objects, with their events. */
export const describe: Verb = {
  about: 'Show details of a specific resource or group of resources',
  usage: '(-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME) [flags]',
  examples: ['kubectl describe pod', 'kubectl describe pods/nginx', 'kubectl describe pods -l name=myLabel'],
  flags: [
    ...SELECTING,
    FILENAME,
    { name: 'show-events', value: 'maybe', about: 'If true, display events related to the described object' },
  ],
  takes: 'objects',
  run(call) {
    const found = targetsOf(call)
    if ('error' in found) return fail(call, found.error)
    const prefixed = found.errors.length > 0 ? withPrefix(call, found.resources[0]?.kind) : []
    const objects = found.objects.length > 0 ? found.objects : prefixed
    if (objects.length > 0) call.out(objects.map((each) => describeOne(call, each)).join('\n\n'))
    else if (!found.isNamed) call.err(`No resources found in ${call.namespace} namespace.\n`)
    if (found.errors.length === 0 || prefixed.length > 0) return 0
    return fail(call, found.errors.join('\n'))
  },
}

/** A name that is not there is the beginning of others. */
function withPrefix(call: VerbCall, kind: Served['kind'] | undefined): readonly Served[] {
  const prefix = call.asked.words[1] ?? call.asked.words[0]?.split('/')[1] ?? ''
  if (kind === undefined || prefix === '') return []
  return servedList(call.cluster.api, kind, call.namespace).filter(({ name }) => name.startsWith(prefix))
}

function describeOne(call: VerbCall, { kind, namespace, name, object }: Served): string {
  const { api, clock } = call.cluster
  const where = resourceOf(kind).namespaced ? namespace : undefined
  const list = (each: Served['kind']) => servedList(api, each, where).map((other) => other.object)
  const uid = textOf(inside(object, 'metadata', 'uid'))
  const events = call.asked.text('show-events') === 'false' ? [] : list('Event')
  return describeObject(kind, object, {
    now: clock.epoch + clock.now,
    events: events.filter((event) => {
      const about = field(event, 'involvedObject')
      const isSame = textOf(field(about, 'uid')) === uid || textOf(field(about, 'uid')) === ''
      return field(about, 'kind') === kind && field(about, 'name') === name && isSame
    }),
    pods: list('Pod').filter(
      (pod) => kind !== 'Node' || !FINAL_PHASES.has(textOf(inside(pod, 'status', 'phase'))),
    ),
    replicaSets: list('ReplicaSet'),
    services: list('Service'),
    endpointSlices: list('EndpointSlice'),
  })
}
