import type { Container } from '../../kubernetes/schema/types-1.36'
import type { Kubelet } from './kubelet'
import { PROBES, type ProbeResult, type ProbeResults, type ProbeType } from './probeResults'
import { ProbeWorker } from './probeWorker'
import { isSidecar } from './restartPolicy'
import { withReadiness } from './status/podStatus'
import type { ContainerStatus } from './status/podStatusTypes'

const TYPES = ['startup', 'readiness', 'liveness'] as const

/** The probes of a pod and their results (pkg/kubelet/prober/prober_manager.go). */
export class ProbeManager {
  private readonly workers = new Map<string, ProbeWorker>()
  private readonly published = new Map<string, ProbeResult>()

  constructor(
    private readonly kubelet: Kubelet,
    private readonly requestSync: () => void,
  ) {}

  /** Gives the last result of a probe, by the container's id. */
  readonly results: ProbeResults = (type, id) => this.published.get(`${type} ${id}`)

  /** Starts a worker for each probe that has none. */
  addPod(): void {
    for (const container of this.probed()) {
      for (const type of TYPES) {
        const key = `${type} ${container.name ?? ''}`
        if (container[PROBES[type]] === undefined || this.workers.get(key)?.ended === false) continue
        this.workers.set(
          key,
          new ProbeWorker(this.kubelet, container, type, (...result) => this.publish(...result)),
        )
      }
    }
  }

  /** Takes the name of a container; says whether its readiness is probed. */
  isProbed(name: string): boolean {
    return this.workers.get(`readiness ${name}`)?.ended === false
  }

  /** Takes the statuses of containers; asks for a readiness probe at once of those that are started and not ready. */
  triggerReadiness(statuses: readonly ContainerStatus[]): void {
    for (const { name = '', started, ready } of statuses)
      if (started === true && ready !== true) this.workers.get(`readiness ${name}`)?.triggerNow()
  }

  /** While a pod ends only its readiness is probed. */
  stopLivenessAndStartup(): void {
    this.stop((key) => !key.startsWith('readiness'))
  }

  /** Ends all probes. */
  removePod(): void {
    this.stop(() => true)
  }

  private stop(which: (key: string) => boolean): void {
    for (const [key, worker] of this.workers) if (which(key)) worker.stop()
  }

  private probed(): readonly Container[] {
    const { spec } = this.kubelet
    return [...(spec.initContainers ?? []).filter((each) => isSidecar(each)), ...(spec.containers ?? [])]
  }

  private publish(type: ProbeType, name: string, id: string, result: ProbeResult): void {
    const key = `${type} ${id}`
    if (this.published.get(key) === result) return
    this.published.set(key, result)
    if (type === 'liveness' && result !== 'Failure') return
    const { clock } = this.kubelet
    clock.at(clock.now, () => {
      if (type !== 'liveness') this.noteInStatus(type, name, id, result === 'Success')
      this.requestSync()
    })
  }

  /** SetContainerReadiness and SetContainerStartup: the status says so before the next sync. */
  private noteInStatus(type: ProbeType, name: string, id: string, passed: boolean): void {
    const { kubelet } = this
    const { status, spec } = kubelet
    const flag = type === 'readiness' ? 'ready' : 'started'
    const noted = (each: ContainerStatus) =>
      each.name === name && each.containerID === id ? { ...each, [flag]: passed } : each
    const changed = {
      ...status,
      ...(status.initContainerStatuses === undefined
        ? {}
        : { initContainerStatuses: status.initContainerStatuses.map((each) => noted(each)) }),
      containerStatuses: (status.containerStatuses ?? []).map((each) => noted(each)),
    }
    kubelet.status = type === 'readiness' ? withReadiness(spec, changed) : changed
  }
}
