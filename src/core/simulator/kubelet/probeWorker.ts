import type { Container, Probe } from '../../kubernetes/schema/types-1.36'
import type { Signal, Steps } from '../clock'
import { runHandler } from './handler'
import type { Kubelet } from './kubelet'
import { PROBES, type ProbeResult, type ProbeType } from './probeResults'
import { shouldRestart } from './restartPolicy'
import { newestOf } from './runtimeStatus'
import { FINAL_PHASES, statusOf, type ContainerStatus } from './status/podStatusTypes'
import { TIMES } from './times'

/** What a probe says before it has run, by kind. */
const FIRST_RESULTS: Readonly<Record<ProbeType, ProbeResult>> = {
  startup: 'Unknown',
  liveness: 'Success',
  readiness: 'Failure',
}

const NAMES: Readonly<Record<ProbeType, string>> = {
  startup: 'Startup',
  liveness: 'Liveness',
  readiness: 'Readiness',
}

/** How the results of a worker reach the kubelet: by probe, the container's name and its id. */
export type Publish = (type: ProbeType, name: string, id: string, result: ProbeResult) => void

/**
 * Carries out one probe of one container (pkg/kubelet/prober/worker.go): it ticks every period from its own start on, and
 * a result counts once it has come often enough in a row.
 */
export class ProbeWorker {
  private readonly trigger: Signal
  private triggered = false
  private stopped = false
  private id = ''
  private onHold = false
  private last: ProbeResult | undefined
  private run = 0

  constructor(
    private readonly kubelet: Kubelet,
    private readonly container: Container,
    private readonly type: ProbeType,
    private readonly publish: Publish,
  ) {
    this.trigger = kubelet.clock.signal()
    kubelet.clock.start(this.loop())
  }

  /** Asks for a probe at once; the ticks start anew from then. */
  triggerNow(): void {
    this.triggered = true
    this.trigger.fire()
  }

  /** Ends the worker. */
  stop(): void {
    this.stopped = true
    this.trigger.fire()
  }

  private *loop(): Steps {
    const { clock } = this.kubelet
    const probe = this.container[PROBES[this.type]] ?? {}
    const period = (probe.periodSeconds ?? 10) * TIMES.second
    let next = clock.now + period
    while (yield* this.probeOnce(probe)) {
      while (!this.isStopped() && !this.isTriggered() && clock.now < next)
        yield { until: next, signal: this.trigger }
      if (this.stopped) return
      if (this.triggered) {
        this.triggered = false
        next = clock.now + period
      } else while (next <= clock.now) next += period
    }
    this.stopped = true
  }

  private isStopped(): boolean {
    return this.stopped
  }

  private isTriggered(): boolean {
    return this.triggered
  }

  /** Whether the worker has come to its end. */
  get ended(): boolean {
    return this.stopped
  }

  /** doProbe; gives whether the worker goes on. */
  private *probeOnce(probe: Probe): Steps<boolean> {
    const { kubelet, type } = this
    const name = this.container.name ?? ''
    const { status } = kubelet
    if (FINAL_PHASES.has(status.phase ?? '')) return false
    const known = statusOf(
      [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])],
      name,
    )
    if (known?.containerID === undefined) return true
    if (known.containerID !== this.id) {
      this.id = known.containerID
      this.onHold = false
      this.publish(type, name, this.id, FIRST_RESULTS[type])
    }
    if (this.onHold) return true
    if (known.state?.running === undefined) {
      this.publish(type, name, this.id, 'Failure')
      const end = known.state?.terminated
      return end === undefined || shouldRestart(this.container, kubelet.spec, end.exitCode ?? 0)
    }
    if (kubelet.deletion !== null && type !== 'readiness') {
      this.publish(type, name, this.id, 'Success')
      return false
    }
    if (!this.isDue(probe, known)) return true
    const result = yield* this.result(probe)
    if (result === null) return true
    this.run = this.last === result ? this.run + 1 : 1
    this.last = result
    const enough = result === 'Success' ? (probe.successThreshold ?? 1) : (probe.failureThreshold ?? 3)
    if (this.run < enough) return true
    this.publish(type, name, this.id, result)
    if (type === 'startup' || (type === 'liveness' && result === 'Failure')) {
      this.onHold = true
      this.run = 0
    }
    return true
  }

  /** Whether the container is old enough, and in the part of its life this probe is for. */
  private isDue(probe: Probe, known: ContainerStatus): boolean {
    const { clock, runtime } = this.kubelet
    const instance = newestOf(runtime.status(), this.container.name ?? '')
    const age = clock.now - (instance?.startedAt ?? clock.now)
    if (Math.floor(age / TIMES.second) < (probe.initialDelaySeconds ?? 0)) return false
    return (known.started === true) !== (this.type === 'startup')
  }

  private *result(probe: Probe): Steps<ProbeResult | null> {
    const { kubelet, container, type } = this
    const name = container.name ?? ''
    const instance = newestOf(kubelet.runtime.status(), name)
    if (instance === undefined) return null
    const limit = (probe.timeoutSeconds ?? 1) * TIMES.second
    const end = yield* runHandler(kubelet, container, instance.id, probe, limit)
    const forced = kubelet.host.forcedFailure(name, type)
    if (end.end === 'unknown') {
      const what = `${NAMES[type]} probe errored and resulted in unknown state`
      kubelet.record('Warning', 'Unhealthy', `${what}: ${end.words}`, container)
      return null
    }
    const passed = end.end === 'ok' && !forced
    const words = end.end === 'ok' ? (forced ? 'made to fail' : '') : end.words
    kubelet.host.probed(name, type, passed, words)
    if (passed) return 'Success'
    kubelet.record('Warning', 'Unhealthy', `${NAMES[type]} probe failed: ${words}`, container)
    return 'Failure'
  }
}
