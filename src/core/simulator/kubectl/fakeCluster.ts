import { isObject, type Json } from '../../kubernetes/json'
import { textOf } from '../../kubernetes/shape'
import { isOfType } from '../../rules/typed'
import { withDefaults } from '../../rules/defaults/withDefaults'
import { ApiServer } from '../api/apiServer'
import type { ApiKind, ObjectsByKind } from '../api/objects'
import type { ApplyOutcome, ClusterAccess, ExecOutcome, LogLine } from '../cluster/access'
import { Clock, type Steps } from '../clock'
import type { NetworkAnswer, NetworkRequest } from '../network/request'
import { inside } from '../printing/cells'
import { runLine } from './runLine'
import type { ForwardedPort, Job } from './terminal'

/** What a fake answers; the rest is as of an empty cluster. */
interface Answers {
  readonly logs?: Readonly<Record<string, readonly LogLine[]>>
  readonly exec?: (container: string, command: readonly string[]) => ExecOutcome & { readonly output: string }
  readonly respond?: (request: NetworkRequest) => NetworkAnswer
}

/** A cluster for tests: an API server without controllers, and a terminal whose text is kept. */
export class FakeCluster implements ClusterAccess {
  readonly clock = new Clock()
  readonly api = new ApiServer(this.clock)
  readonly logged = this.clock.signal()
  readonly node = 'node-1'
  readonly requests: NetworkRequest[] = []
  readonly lines = new Map<string, LogLine[]>()
  readonly forwarded = new Map<number, ForwardedPort>()
  readonly jobs = new Map<number, Job>()
  design = ''
  private isInterrupted = false
  private readonly interrupted = this.clock.signal()

  constructor(private readonly answers: Answers = {}) {
    for (const [key, lines] of Object.entries(answers.logs ?? {})) this.lines.set(key, [...lines])
    this.api.subscribe(({ kind, namespace, name }) => {
      const { metadata } = (kind === 'Pod' ? this.api.get('Pod', namespace, name) : undefined) ?? {}
      // A pod that was asked to end does so when its time is over.
      if (metadata?.deletionTimestamp === undefined) return
      const end = this.clock.now + (metadata.deletionGracePeriodSeconds ?? 0) * 1000
      this.clock.at(end, () => this.api.remove('Pod', namespace, name))
    })
  }

  /** Takes a pod; stores it, with the server's defaults. */
  pod(name: string, more: Partial<ObjectsByKind['Pod']> = {}): void {
    const { metadata = {}, ...rest } = more
    this.api.put('Pod', { metadata: { name, ...metadata }, ...rest })
  }

  /** Takes a line, and for how many seconds it may run until Ctrl-C; gives what the terminal shows, and the exit code. */
  run(
    line: string,
    seconds = 3600,
    columns = 80,
  ): { readonly text: string; readonly exitCode: number | null } {
    let text = ''
    let exitCode: number | null = null
    this.isInterrupted = false
    const io = {
      write: (written: string) => {
        text += written
      },
      interrupted: this.interrupted,
      isInterrupted: () => this.isInterrupted,
      columns,
      typed: () => null,
      design: () => this.design,
      forwarded: this.forwarded,
      jobs: this.jobs,
    }
    const steps = runLine(this, line, io)
    this.clock.start(
      (function* whole() {
        exitCode = yield* steps
      })(),
    )
    this.clock.run(this.clock.now + seconds * 1000, () => {})
    this.isInterrupted = true
    this.interrupted.fire()
    this.clock.run(this.clock.now, () => {})
    return { text, exitCode }
  }

  apply(object: Json): ApplyOutcome {
    const stored = isObject(object) ? withDefaults(object) : null
    const name = textOf(inside(object, 'metadata', 'name'))
    if (!/^[a-z0-9-]+$/.test(name)) return { error: `${textOf(inside(object, 'kind'))} "${name}" is invalid` }
    for (const kind of ['Pod', 'Deployment', 'Job', 'Service', 'ConfigMap'] as const) {
      if (textOf(inside(object, 'kind')) !== kind || !isOfType(kind, stored)) continue
      const before = this.api.get(kind, 'default', name)
      this.api.put(kind, stored)
      return { done: before === undefined ? 'created' : 'configured', warnings: [] }
    }
    return { error: 'no matches for this kind' }
  }

  remove(kind: ApiKind, namespace: string, name: string, grace: number | null): boolean {
    if (this.api.get(kind, namespace, name) === undefined) return false
    this.clock.at(this.clock.now + (grace ?? 30) * 1000, () => this.api.remove(kind, namespace, name))
    return true
  }

  log(_namespace: string, pod: string, container: string, previous: boolean): readonly LogLine[] {
    return this.lines.get(`${pod}/${container}${previous ? '/previous' : ''}`) ?? []
  }

  *exec(
    _namespace: string,
    _pod: string,
    container: string,
    command: readonly string[],
    { write }: { readonly write: (stream: 'stdout' | 'stderr', text: string) => void },
  ) {
    yield { until: this.clock.now }
    const { output, ...outcome } = this.answers.exec?.(container, command) ?? { output: '', exitCode: 0 }
    write('stdout', output)
    return outcome
  }

  *request(request: NetworkRequest): Steps<NetworkAnswer> {
    yield { until: this.clock.now + 1 }
    this.requests.push(request)
    return this.answers.respond?.(request) ?? { error: 'no such host', address: '' }
  }

  *requestTo(_namespace: string, pod: string, request: NetworkRequest): Steps<NetworkAnswer> {
    return yield* this.request({ ...request, host: pod })
  }
}
