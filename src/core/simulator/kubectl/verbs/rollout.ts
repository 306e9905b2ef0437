import { isObject, type Json } from '../../../kubernetes/json'
import type { PodTemplateSpec } from '../../../kubernetes/schema/types-1.36'
import { equalJson } from '../../../yaml/equal'
import type { Steps } from '../../clock'
import { Description } from '../../printing/describe/description'
import { describePodTemplate } from '../../printing/describe/podTemplate'
import { parseDuration } from '../duration'
import type { Flag } from '../flags'
import { editPaused, editTemplate, isTemplated } from '../objects/edits'
import { qualifiedName, resourceOf, shownKind } from '../objects/resources'
import type { Served } from '../objects/served'
import { targetsOf } from '../objects/targets'
import { revisionsOf } from '../rollout/revisions'
import { rolloutState } from '../rollout/status'
import { INTERRUPTED } from '../terminal'
import { fail, FILENAME, SELECTING, type Verb, type VerbCall, type VerbGroup } from '../verb'
import { waitUntil } from '../waiting'

const RESTARTED = 'kubectl.kubernetes.io/restartedAt'

const REVISION_FLAG: Flag = {
  name: 'revision',
  value: 'one',
  type: 'int64',
  about: 'The revision; 0 is the latest',
}

/** A verb on each workload that is named. */
function onEach(
  about: string,
  flags: readonly Flag[],
  run: (call: VerbCall, each: Served, shown: string) => Steps<number> | number,
): Verb {
  return {
    about,
    usage: '(TYPE NAME | TYPE/NAME) [flags]',
    examples: [],
    flags: [...SELECTING, FILENAME, ...flags],
    takes: 'workload',
    *run(call) {
      if (call.asked.words.length === 0 && !call.asked.has('filename'))
        return fail(call, 'error: required resource not specified')
      const found = targetsOf(call)
      if ('error' in found) return fail(call, found.error)
      let exitCode = 0
      for (const each of found.objects) {
        const resource = resourceOf(each.kind)
        const end = run(call, each, `${shownKind(resource)}/${each.name}`)
        const code = typeof end === 'number' ? end : yield* end
        if (code !== 0) exitCode = code
      }
      return found.errors.length > 0 ? fail(call, found.errors.join('\n')) : exitCode
    },
  }
}

function refused(call: VerbCall, { kind, name }: Served, why: string): number {
  return fail(call, `error: ${qualifiedName(resourceOf(kind))} "${name}" ${why}`)
}

function* status(call: VerbCall, { kind, namespace, name }: Served): Steps<number> {
  const { api, clock } = call.cluster
  const timeout = parseDuration(call.asked.text('timeout') ?? '0') ?? 0
  const until = timeout > 0 ? clock.now + timeout : Infinity
  let version: string | undefined
  for (;;) {
    const state = rolloutState(api, kind, namespace, name)
    if (state === undefined) return fail(call, `error: no status viewer has been implemented for ${kind}`)
    if ('error' in state) return fail(call, state.error)
    call.out(`${state.words}\n`)
    if (state.isDone || call.asked.text('watch') === 'false') return 0
    version = api.get(kind, namespace, name)?.metadata?.resourceVersion
    const seen = version
    const isNew = () => api.get(kind, namespace, name)?.metadata?.resourceVersion !== seen
    const isWoken = yield* waitUntil(
      clock,
      [api.changed, call.interrupted],
      () => isNew() || call.isInterrupted(),
      until,
    )
    if (!isWoken) return fail(call, 'error: timed out waiting for the condition')
    if (call.isInterrupted()) return INTERRUPTED
  }
}

function restart(call: VerbCall, each: Served, shown: string): number {
  const { kind, namespace, name } = each
  const { api, clock } = call.cluster
  if (kind === 'Deployment' && api.get('Deployment', namespace, name)?.spec?.paused === true)
    return refused(call, each, "can't restart paused deployment (run rollout resume first)")
  if (!isTemplated(kind) || kind === 'ReplicaSet') return refused(call, each, 'restarting is not supported')
  editTemplate(api, kind, namespace, name, ({ metadata, ...rest }) => ({
    ...rest,
    metadata: { ...metadata, annotations: { ...metadata?.annotations, [RESTARTED]: clock.timestamp() } },
  }))
  call.out(`${shown} restarted\n`)
  return 0
}

function undo(call: VerbCall, { kind, namespace, name, object }: Served, shown: string): number {
  const { api } = call.cluster
  const wanted = Number(call.asked.text('to-revision') ?? 0)
  const revisions = revisionsOf(api, kind, namespace, name)
  const target = wanted === 0 ? revisions.at(-2) : revisions.find(({ revision }) => revision === wanted)
  if (target === undefined && wanted > 0)
    return fail(call, `error: unable to find specified revision ${wanted} in history`)
  if (target === undefined || !isTemplated(kind))
    return fail(call, `error: no rollout history found for ${resourceOf(kind).singular} "${name}"`)
  if (kind === 'Deployment' && api.get('Deployment', namespace, name)?.spec?.paused === true)
    return fail(
      call,
      `error: you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again`,
    )
  const { spec } = object
  const now = isObject(spec) ? spec['template'] : undefined
  if (equalJson(jsonOf(target.template), now)) {
    call.out(`${shown} skipped rollback (current template already matches revision ${target.revision})\n`)
    return 0
  }
  editTemplate(api, kind, namespace, name, () => target.template)
  call.out(`${shown} rolled back\n`)
  return 0
}

function jsonOf(template: PodTemplateSpec): Json {
  return isObject(template) ? template : {}
}

function history(call: VerbCall, { kind, namespace, name }: Served, shown: string): number {
  const revisions = revisionsOf(call.cluster.api, kind, namespace, name)
  const wanted = Number(call.asked.text('revision') ?? 0)
  const to = new Description()
  if (wanted > 0) {
    const found = revisions.find(({ revision }) => revision === wanted)
    if (found === undefined) return fail(call, `error: unable to find the specified revision`)
    describePodTemplate(to, jsonOf(found.template))
    call.out(`${shown} with revision #${wanted}\n${to.written()}\n`)
    return 0
  }
  to.line(0, 'REVISION\tCHANGE-CAUSE')
  for (const { revision, cause } of revisions) to.line(0, `${revision}\t${cause}`)
  call.out(`${shown} \n${to.written()}\n`)
  return 0
}

/** `pause` or `resume`, which Deployments know. */
function pausing(paused: boolean) {
  const [isSo, word] = paused ? ['is already paused', 'paused'] : ['is not paused', 'resumed']
  return (call: VerbCall, each: Served, shown: string): number => {
    const { kind, namespace, name } = each
    if (kind !== 'Deployment')
      return refused(call, each, `${paused ? 'pausing' : 'resuming'} is not supported`)
    const before = call.cluster.api.get('Deployment', namespace, name)?.spec?.paused === true
    if (before === paused) return refused(call, each, isSo)
    editPaused(call.cluster.api, namespace, name, paused)
    call.out(`${shown} ${word}\n`)
    return 0
  }
}

/** `kubectl rollout`. */
export const rollout: VerbGroup = {
  about: 'Manage the rollout of one or many resources',
  verbs: {
    history: onEach('View rollout history', [REVISION_FLAG], history),
    pause: onEach('Mark the provided resource as paused', [], pausing(true)),
    restart: onEach('Restart a resource', [], restart),
    resume: onEach('Resume a paused resource', [], pausing(false)),
    status: onEach(
      'Show the status of the rollout',
      [
        { name: 'watch', short: 'w', value: 'maybe', alone: 'true', about: 'Watch until it is done' },
        { name: 'timeout', value: 'one', type: 'duration', about: 'How long to wait' },
        REVISION_FLAG,
      ],
      status,
    ),
    undo: onEach(
      'Undo a previous rollout',
      [{ name: 'to-revision', value: 'one', type: 'int64', about: 'The revision to roll back to' }],
      undo,
    ),
  },
}
