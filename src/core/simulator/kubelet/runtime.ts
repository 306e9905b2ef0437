import { behaviorOf, execResult, runOf, type Behavior } from './behavior'
import type { Clock, Signal, Steps } from '../clock'
import { tenths, type RuntimeEvent } from './history'
import type { ContainerRuntimeStatus, PodRuntimeStatus } from './runtimeStatus'
import { TIMES } from './times'

/** An instance of a container while the runtime has it. */
interface Instance {
  readonly id: string
  readonly name: string
  readonly attempt: number
  readonly createdAt: number
  state: 'created' | 'running' | 'exited'
  startedAt: number
  finishedAt: number
  exitCode: number
  terminating: boolean
  readonly ended: Signal
}

const KILLED = 137

/** How a command inside a container ended. */
export type ExecEnd = 'ok' | 'failed' | 'timeout'

/** A container runtime of one pod, whose programs do what their behaviours say. */
export class Runtime {
  readonly events: RuntimeEvent[] = []
  private made = 0
  private instances: Instance[] = []
  private sandboxes: { id: string; attempt: number; ready: boolean; ip: string }[] = []

  constructor(
    private readonly clock: Clock,
    private readonly behaviors: Readonly<Record<string, Behavior>>,
    private readonly ip: string,
  ) {}

  /** Gives what the runtime says now, newest first. */
  status(): PodRuntimeStatus {
    return {
      sandboxes: this.sandboxes.map((sandbox) => ({ ...sandbox })),
      containers: this.instances.map((instance) => runtimeStatus(instance)),
    }
  }

  /** Takes the number of the sandbox; makes it with its network. */
  *makeSandbox(attempt: number): Steps {
    yield { until: this.clock.now + TIMES.sandbox }
    this.sandboxes.unshift({ id: `sandbox-${attempt}`, attempt, ready: true, ip: this.ip })
    this.log({ event: 'sandbox', attempt })
  }

  /** Stops the sandbox. */
  stopSandbox(): void {
    for (const sandbox of this.sandboxes) sandbox.ready = false
    this.log({ event: 'stopSandbox' })
  }

  /** Takes a container's name and the number of its attempt; creates and starts it, and gives its id. */
  *start(name: string, attempt: number): Steps<string> {
    this.made += 1
    const { now } = this.clock
    const instance: Instance = {
      id: `${name}-${this.made}`,
      name,
      attempt,
      createdAt: now,
      state: 'created',
      startedAt: 0,
      finishedAt: 0,
      exitCode: 0,
      terminating: false,
      ended: this.clock.signal(),
    }
    yield { until: now + TIMES.start }
    instance.state = 'running'
    instance.startedAt = this.clock.now
    const older = this.instances.find((other) => other.name === name)
    this.instances = [instance, ...this.instances.filter((other) => other.name !== name || other === older)]
    this.log({ event: 'start', container: name, attempt })
    const run = runOf(behaviorOf(this.behaviors, name), attempt)
    if (run.for !== undefined)
      this.clock.at(instance.startedAt + run.for * TIMES.second, () => this.exit(instance, run.exit))
    return instance.id
  }

  /** Takes a container's id and how long it has in milliseconds; sends SIGTERM, SIGKILL when that is over, and waits for its end. */
  *stop(id: string, grace: number): Steps {
    const instance = this.find(id)
    if (instance === undefined || instance.state !== 'running') return
    const { name, attempt } = instance
    const { ignoreTerm, termAfter = 0, termExit = 0 } = behaviorOf(this.behaviors, name)
    this.log({ event: 'sigterm', container: name, attempt, graceLeft: grace / TIMES.second })
    if (ignoreTerm !== true && !instance.terminating)
      this.clock.at(this.clock.now + termAfter * TIMES.second, () => this.exit(instance, termExit))
    instance.terminating = true
    this.clock.at(this.clock.now + grace, () => {
      if (instance.state !== 'running') return
      this.log({ event: 'sigkill', container: name, attempt })
      this.exit(instance, KILLED)
    })
    while (isRunning(instance)) yield { signal: instance.ended }
  }

  /** Takes a container's id, a command and how long it may take in milliseconds; runs it inside the container and gives how it ended. */
  *exec(id: string, command: readonly string[], limit: number): Steps<ExecEnd> {
    const instance = this.find(id)
    if (instance === undefined || instance.state !== 'running') return 'failed'
    const { name: container, attempt, startedAt, ended } = instance
    const { now } = this.clock
    this.log({ event: 'exec', container, attempt, command })
    const result = execResult(command, { age: (now - startedAt) / TIMES.second, attempt })
    const lasts = result.seconds * TIMES.second
    if (lasts > 0) yield { until: now + Math.min(lasts, limit), signal: ended }
    if (!isRunning(instance)) return 'failed'
    if (lasts > limit) return 'timeout'
    if (!result.ok) return 'failed'
    this.log({ event: 'execDone', container, attempt, command })
    return 'ok'
  }

  /** Takes a container's id; forgets it. */
  remove(id: string): void {
    this.instances = this.instances.filter((instance) => instance.id !== id)
  }

  /** Writes something down that happens now. */
  log(event: Omit<RuntimeEvent, 't'>): void {
    this.events.push({ t: tenths(this.clock.now), ...event })
  }

  private find(id: string): Instance | undefined {
    return this.instances.find((instance) => instance.id === id)
  }

  private exit(instance: Instance, code: number): void {
    if (instance.state !== 'running') return
    instance.state = 'exited'
    instance.exitCode = code
    instance.finishedAt = this.clock.now
    this.log({ event: 'exit', container: instance.name, attempt: instance.attempt, code })
    instance.ended.fire()
  }
}

function isRunning({ state }: Instance): boolean {
  return state === 'running'
}

function runtimeStatus(instance: Instance): ContainerRuntimeStatus {
  const { id, name, state, exitCode, attempt, createdAt, startedAt, finishedAt } = instance
  const reason = state === 'exited' ? (exitCode === 0 ? 'Completed' : 'Error') : ''
  return { id, name, state, exitCode, reason, restartCount: attempt, createdAt, startedAt, finishedAt }
}
