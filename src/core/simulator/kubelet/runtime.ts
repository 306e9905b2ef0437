import { within, type Steps } from '../clock'
import type { Sent } from '../programs/process'
import { tenths, type RuntimeEvent } from './history'
import type { ExecResult, Instance, PodHost } from './host'
import type { ContainerRuntimeStatus, PodRuntimeStatus } from './runtimeStatus'
import { TIMES } from './times'

/** A signal that can be sent. */
interface Sendable extends Sent {
  isSent: boolean
}

/** An instance of a container while the runtime has it. */
interface RunningInstance extends Instance {
  readonly createdAt: number
  state: 'created' | 'running' | 'exited'
  startedAt: number
  finishedAt: number
  exitCode: number
  reason: string
  message: string | undefined
  readonly term: Sendable
  readonly kill: Sendable
  /** Ends its main process where it is. */
  abandon: () => void
}

const KILLED = 137

/** What runc ends with where there is nothing to run. */
const NOT_STARTED = 128

/** A container that was created, and why it was not started. */
export interface Started {
  readonly id: string
  readonly error: string | null
}

/** How a command inside a container ended: by itself, or not in time, or with its container. */
export type ExecEnd = ExecResult | 'timeout' | 'gone'

/** A container runtime of one pod. */
export class Runtime {
  readonly events: RuntimeEvent[] = []
  private made = 0
  private instances: RunningInstance[] = []
  private sandboxes: { id: string; attempt: number; ready: boolean; ip: string }[] = []

  constructor(private readonly host: PodHost) {}

  /** Gives what the runtime says now, newest first. */
  status(): PodRuntimeStatus {
    return {
      sandboxes: this.sandboxes.map((sandbox) => ({ ...sandbox })),
      containers: this.instances.map((instance) => runtimeStatus(instance, this.host.isChanged(instance))),
    }
  }

  /** Takes the number of the sandbox; makes it with its network. */
  *makeSandbox(attempt: number): Steps {
    yield { until: this.host.clock.now + TIMES.sandbox }
    this.sandboxes.unshift({ id: `sandbox-${attempt}`, attempt, ready: true, ip: this.host.podIP })
    this.log({ event: 'sandbox', attempt })
  }

  /** Stops the sandbox. */
  stopSandbox(): void {
    for (const sandbox of this.sandboxes) sandbox.ready = false
    this.log({ event: 'stopSandbox' })
  }

  /** Takes a container's name and the number of its attempt; creates and starts it. Gives its id, and why its command could not be run. */
  *start(name: string, attempt: number): Steps<Started> {
    const { clock } = this.host
    this.made += 1
    const { now } = clock
    const instance: RunningInstance = {
      id: `${name}-${this.made}`,
      name,
      attempt,
      createdAt: now,
      state: 'created',
      startedAt: 0,
      finishedAt: 0,
      exitCode: 0,
      reason: '',
      message: undefined,
      term: { isSent: false, signal: clock.signal() },
      kill: { isSent: false, signal: clock.signal() },
      abandon: () => undefined,
    }
    yield { until: now + TIMES.start }
    instance.state = 'running'
    instance.startedAt = clock.now
    const older = this.instances.find((other) => other.name === name)
    this.instances = [instance, ...this.instances.filter((other) => other.name !== name || other === older)]
    const error = this.host.startError(instance)
    if (error !== null) {
      this.exit(instance, NOT_STARTED, 'StartError')
      instance.message = error
      return { id: instance.id, error }
    }
    this.log({ event: 'start', container: name, attempt })
    instance.abandon = clock.start(this.main(instance))
    return { id: instance.id, error: null }
  }

  /** Takes a container's id and how long it has in milliseconds; sends SIGTERM, SIGKILL when that is over, and waits for its end. */
  *stop(id: string, grace: number): Steps {
    const instance = this.find(id)
    if (instance === undefined || instance.state !== 'running') return
    const { name, attempt } = instance
    const { clock } = this.host
    this.log({ event: 'sigterm', container: name, attempt, graceLeft: grace / TIMES.second })
    this.terminate(id)
    clock.at(clock.now + grace, () => {
      if (instance.state !== 'running') return
      this.log({ event: 'sigkill', container: name, attempt })
      this.exit(instance, KILLED)
    })
    while (isRunning(instance)) yield { signal: instance.kill.signal }
  }

  /** Takes a container's id; sends a SIGTERM to its main process. */
  terminate(id: string): void {
    const instance = this.find(id)
    if (instance?.state !== 'running') return
    instance.term.isSent = true
    instance.term.signal.fire()
  }

  /** Takes a container's id, an exit code and why; its main process ends at once. */
  end(id: string, code: number, reason?: string): void {
    const instance = this.find(id)
    if (instance?.state === 'running') this.exit(instance, code, reason)
  }

  /** Takes a container's id, a command and how long it may take in milliseconds; runs it inside the container and gives how it ended. */
  *exec(id: string, command: readonly string[], limit: number): Steps<ExecEnd> {
    const instance = this.find(id)
    if (instance === undefined || instance.state !== 'running') return 'gone'
    const { name: container, attempt, kill } = instance
    this.log({ event: 'exec', container, attempt, command })
    const end = yield* within(this.host.clock, this.host.exec(instance, command), limit, kill.signal)
    if (end.result === undefined) return end.why === 'timeout' && isRunning(instance) ? 'timeout' : 'gone'
    if (!isRunning(instance)) return 'gone'
    if ('exitCode' in end.result && end.result.exitCode === 0)
      this.log({ event: 'execDone', container, attempt, command })
    return end.result
  }

  /** Takes a container's id; gives its instance while it runs. */
  running(id: string): Instance | undefined {
    const instance = this.find(id)
    return instance?.state === 'running' ? instance : undefined
  }

  /** Takes a container's id; forgets it. */
  remove(id: string): void {
    this.instances = this.instances.filter((instance) => instance.id !== id)
  }

  /** Writes something down that happens now. */
  log(event: Omit<RuntimeEvent, 't'>): void {
    const happened = { t: tenths(this.host.clock.now), ...event }
    this.events.push(happened)
    this.host.happened(happened)
  }

  private find(id: string): RunningInstance | undefined {
    return this.instances.find((instance) => instance.id === id)
  }

  private *main(instance: RunningInstance): Steps {
    const code = yield* this.host.run(instance)
    this.exit(instance, code)
  }

  private exit(instance: RunningInstance, code: number, reason = code === 0 ? 'Completed' : 'Error'): void {
    if (instance.state !== 'running') return
    instance.state = 'exited'
    instance.exitCode = code
    instance.reason = reason
    instance.finishedAt = this.host.clock.now
    instance.abandon()
    instance.kill.isSent = true
    instance.message = this.host.ended(instance, code)
    this.log({ event: 'exit', container: instance.name, attempt: instance.attempt, code })
    instance.kill.signal.fire()
  }
}

function isRunning({ state }: RunningInstance): boolean {
  return state === 'running'
}

function runtimeStatus(instance: RunningInstance, changed: boolean): ContainerRuntimeStatus {
  const { id, name, state, exitCode, reason, message, attempt, createdAt, startedAt, finishedAt } = instance
  const times = { createdAt, startedAt, finishedAt }
  const status = { id, name, state, exitCode, reason, restartCount: attempt, ...times, changed }
  return message === undefined ? status : { ...status, message }
}
