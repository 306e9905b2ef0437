import type { ObjectsByKind } from '../../api/objects'
import type { LogLine } from '../../cluster/access'
import type { Steps } from '../../clock'
import { logSource } from '../../kubelet/logSource'
import { statusOf } from '../../kubelet/status/podStatusTypes'
import { containerNames, containerOf, podNamed } from '../objects/podsOf'
import { parseDuration } from '../duration'
import { parseRfc3339 } from '../rfc3339'
import { selectorMatches } from '../../../kubernetes/selectors'
import { parseSelector } from '../objects/selector'
import { INTERRUPTED } from '../terminal'
import { fail, type Verb, type VerbCall } from '../verb'
import { waitUntil } from '../waiting'

/** `kubectl logs`: what containers wrote, and with `-f` what they write. */
export const logs: Verb = {
  about: 'Print the logs for a container in a pod',
  usage: '[-f] [-p] (POD | TYPE/NAME) [-c CONTAINER] [options]',
  examples: [
    'kubectl logs nginx',
    'kubectl logs -f nginx -c ruby',
    'kubectl logs -p nginx',
    'kubectl logs -l app=nginx --all-containers',
  ],
  flags: [
    { name: 'container', short: 'c', value: 'one', about: 'Print the logs of this container' },
    { name: 'follow', short: 'f', value: 'none', about: 'Specify if the logs should be streamed' },
    {
      name: 'previous',
      short: 'p',
      value: 'none',
      about: 'Print the logs of the previous instance of the container',
    },
    { name: 'all-containers', value: 'none', about: "Get all containers' logs in the pod(s)" },
    { name: 'all-pods', value: 'none', about: 'Get logs from all pod(s)' },
    { name: 'tail', value: 'one', type: 'int64', about: 'Lines of recent log to display' },
    {
      name: 'since',
      value: 'one',
      type: 'duration',
      about: 'Only logs newer than a duration like 5s, 2m, or 3h',
    },
    { name: 'since-time', value: 'one', about: 'Only logs after a moment (RFC3339)' },
    { name: 'timestamps', value: 'none', about: 'Include timestamps on each line' },
    { name: 'prefix', value: 'none', about: 'Prefix each log line with its pod and container' },
    { name: 'selector', short: 'l', value: 'one', about: 'Selector (label query) to filter on' },
    { name: 'max-log-requests', value: 'one', type: 'int64', about: 'How many logs may be followed at once' },
  ],
  takes: 'pod',
  *run(call) {
    const since = sinceOf(call)
    if ('error' in since) return fail(call, since.error)
    const found = sourcesOf(call)
    if ('error' in found) return fail(call, found.error)
    let exitCode = 0
    const open: Source[] = []
    for (const source of found.sources) {
      const read = logSource(
        source.name,
        source.pod.status ?? {},
        source.container,
        call.asked.has('previous'),
      )
      if ('error' in read) {
        const prefix = 'Error from server (BadRequest): '
        exitCode = fail(call, `${prefix}${read.error}`)
        continue
      }
      show(call, source, read.logOf === 'previous', since.time)
      open.push(source)
    }
    if (!call.asked.has('follow') || open.length === 0) return exitCode
    return yield* follow(call, open)
  },
}

/** A container whose log is wanted, and how many of its lines were shown. */
interface Source {
  readonly pod: ObjectsByKind['Pod']
  readonly namespace: string
  readonly name: string
  readonly container: string
  last: LogLine | undefined
}

type Sources = { readonly sources: readonly Source[] } | { readonly error: string }

function sourcesOf(call: VerbCall): Sources {
  const { asked, namespace } = call
  const { api } = call.cluster
  const labels = asked.text('selector')
  const [word, second] = asked.words
  if (labels !== undefined) {
    if (word !== undefined) return { error: 'error: only a selector (-l) or a POD name is allowed' }
    const selector = parseSelector(labels)
    if (selector === null) return { error: `error: unable to parse requirement: ${labels}` }
    const pods = api
      .list('Pod', namespace)
      .filter(({ metadata }) => selectorMatches(selector, metadata?.labels ?? {}))
    if (pods.length === 0) call.err(`No resources found in ${namespace} namespace.\n`)
    return joined(pods.map((pod) => sourcesOfPod(call, pod)))
  }
  if (word === undefined)
    return {
      error:
        "error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command\nSee 'kubectl logs -h' for help and examples",
    }
  const found = podNamed(api, namespace, word)
  if ('error' in found) return found
  const { pod, all } = found
  if (asked.has('all-pods')) return joined(all.map((each) => sourcesOfPod(call, each, second)))
  if (all.length > 1) call.err(`Found ${all.length} pods, using pod/${pod.metadata?.name ?? ''}\n`)
  return sourcesOfPod(call, pod, second)
}

function joined(all: readonly Sources[]): Sources {
  const failed = all.find((each) => 'error' in each)
  return failed ?? { sources: all.flatMap((each) => ('sources' in each ? each.sources : [])) }
}

function sourcesOfPod(call: VerbCall, pod: ObjectsByKind['Pod'], second?: string): Sources {
  const { namespace = 'default', name = '' } = pod.metadata ?? {}
  const source = (container: string): Source => ({ pod, namespace, name, container, last: undefined })
  if (call.asked.has('all-containers')) {
    const { initContainers = [], containers = [] } = pod.spec ?? {}
    return { sources: [...initContainers, ...containers].map((each) => source(each.name ?? '')) }
  }
  const chosen = containerOf(pod, call.asked.text('container') ?? second)
  if ('error' in chosen) return { error: `error: ${chosen.error} out of: ${chosen.among}` }
  call.err(chosen.notice)
  return { sources: [source(chosen.container)] }
}

/** The moment of virtual time from which on lines are wanted. */
function sinceOf({ asked, cluster }: VerbCall): { readonly time: number } | { readonly error: string } {
  const [since, moment] = [asked.text('since'), asked.text('since-time')]
  if (since !== undefined && moment !== undefined)
    return { error: 'error: at most one of `sinceTime` or `sinceSeconds` may be specified' }
  if (moment === undefined) return { time: cluster.clock.now - (parseDuration(since ?? '') ?? Infinity) }
  const read = parseRfc3339(moment)
  return 'error' in read ? { error: `error: ${read.error}` } : { time: read.time - cluster.clock.epoch }
}

function show(call: VerbCall, source: Source, previous: boolean, since: number): void {
  const { asked, cluster } = call
  const lines = cluster.log(source.namespace, source.name, source.container, previous)
  const recent = lines.filter(({ time }) => time >= since)
  const byDefault = asked.has('selector') ? 10 : -1
  const tail = Number(asked.text('tail') ?? byDefault)
  for (const line of tail >= 0 ? recent.slice(recent.length - Math.min(tail, recent.length)) : recent)
    write(call, source, line)
  source.last = lines.at(-1)
}

function write(call: VerbCall, { name, container }: Source, { time, text }: LogLine): void {
  const { asked, cluster } = call
  const prefix = asked.has('prefix') || asked.has('all-pods') ? `[pod/${name}/${container}] ` : ''
  const stamp = asked.has('timestamps') ? `${stampOf(cluster.clock.epoch + time)} ` : ''
  call.out(`${prefix}${stamp}${text}\n`)
}

/** RFC 3339 with nanoseconds, as the runtime writes it. */
function stampOf(time: number): string {
  return new Date(time).toISOString().replace(/\.(\d+)Z$/, '.$1000000Z')
}

/** Until Ctrl-C, or until the containers have ended. */
function* follow(call: VerbCall, sources: readonly Source[]): Steps<number> {
  const { api, clock, logged } = call.cluster
  const news = () => sources.flatMap((source) => newLines(call, source).map((line) => ({ source, line })))
  for (;;) {
    for (const { source, line } of news()) {
      write(call, source, line)
      source.last = line
    }
    if (call.isInterrupted()) return INTERRUPTED
    if (sources.every((source) => hasEnded(call, source))) return 0
    yield* waitUntil(
      clock,
      [logged, api.changed, call.interrupted],
      () => call.isInterrupted() || news().length > 0 || sources.every((source) => hasEnded(call, source)),
    )
  }
}

function newLines(call: VerbCall, { namespace, name, container, last }: Source): readonly LogLine[] {
  const lines = call.cluster.log(namespace, name, container, false)
  return lines.slice(last === undefined ? 0 : lines.lastIndexOf(last) + 1)
}

/** The instance whose log is followed has ended, or the pod is gone. */
function hasEnded(call: VerbCall, { pod, namespace, name, container }: Source): boolean {
  const now = call.cluster.api.get('Pod', namespace, name)
  const id = (each: ObjectsByKind['Pod'] | undefined) => {
    const { containerStatuses = [], initContainerStatuses = [] } = each?.status ?? {}
    return statusOf([...containerStatuses, ...initContainerStatuses], container)
  }
  const status = id(now)
  return (
    now === undefined ||
    !containerNames(now).includes(container) ||
    status?.state?.running === undefined ||
    status.containerID !== id(pod)?.containerID
  )
}
