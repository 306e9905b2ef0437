import type { Steps } from '../clock'
import { killPod } from './killContainer'
import type { Kubelet } from './kubelet'
import type { ProbeManager } from './probeManager'
import { finalStatus } from './status/finalStatus'
import type { PodStatus } from './status/podStatusTypes'
import { syncPod, writeStatus, type SyncResult } from './syncPod'
import { TIMES } from './times'

/**
 * The worker of one pod (pkg/kubelet/pod_workers.go): one sync after the other, each with a look at the runtime that is
 * newer than the last sync; then the end, once the pod is deleted or done.
 */
export class PodWorker {
  private stage: 'syncing' | 'terminating' | 'terminated' | 'finished' | 'abandoned' = 'syncing'
  private busy = false
  private pending = false
  /** It is about to begin. */
  private asked = false
  private lastSync = -1
  /** When the next sync is due, whatever happens. */
  private due: number | null = null

  constructor(
    private readonly kubelet: Kubelet,
    private readonly probes: ProbeManager,
  ) {
    this.tick(TIMES.relistPhase)
  }

  /** Asks for a sync: at once, or after the one that is going on. */
  request(): void {
    if (this.stage === 'syncing') this.begin()
  }

  /** Takes a grace period in seconds; begins the pod's end. */
  delete(grace: number): void {
    const { kubelet } = this
    kubelet.deletion = { grace, time: kubelet.clock.now }
    kubelet.runtime.log({ event: 'deleteRequested', grace })
    if (this.stage === 'syncing') {
      this.stage = 'terminating'
      this.begin()
    } else if (this.stage === 'finished') {
      this.stage = 'terminated'
      this.due = kubelet.clock.now
    }
  }

  /** Takes why; throws the pod out: its containers are killed, and it stays as a failed one (evictPod in pkg/kubelet/eviction). Gives whether it was not at its end anyway. */
  evict(message: string): boolean {
    if (this.stage !== 'syncing') return false
    this.kubelet.eviction = message
    this.stage = 'terminating'
    this.begin()
    return true
  }

  /** The pod is gone from the API server: nothing more is done for it. */
  abandon(): void {
    this.stage = 'abandoned'
    this.probes.removePod()
    this.kubelet.pleg.stop()
  }

  /** Requests that come before the worker has begun are one. */
  private begin(): void {
    if (this.asked) return
    if (this.busy) {
      this.pending = true
      return
    }
    this.busy = true
    this.asked = true
    const { clock } = this.kubelet
    clock.at(clock.now, () => {
      this.asked = false
      clock.start(this.loop())
    })
  }

  private *loop(): Steps {
    do {
      this.pending = false
      yield* this.freshLook()
      yield* this.sync()
      this.lastSync = this.kubelet.clock.now
    } while (this.pending)
    this.busy = false
  }

  /** podCache.GetNewerThan: waits for a look at the runtime that is newer than the last sync; right after a sync there is one. */
  private *freshLook(): Steps {
    const { pleg, clock } = this.kubelet
    while (pleg.relistedAt <= this.lastSync) {
      if (pleg.relistedAt < clock.now && this.lastSync === clock.now) {
        pleg.relist()
        return
      }
      yield { signal: pleg.relisted }
    }
  }

  private *sync(): Steps {
    const { kubelet, probes } = this
    const { clock, runtime } = kubelet
    if (this.stage === 'syncing') {
      const result = yield* syncPod(kubelet, probes)
      if (result.ended && this.stage === 'syncing') this.stage = 'terminating'
      this.due = result.ended ? clock.now : this.nextDue(result)
    } else if (this.stage === 'terminating') {
      writeStatus(kubelet, probes, kubelet.pleg.seen, false)
      probes.stopLivenessAndStartup()
      yield* killPod(kubelet)
      probes.removePod()
      writeStatus(kubelet, probes, runtime.status(), true)
      this.stage = 'terminated'
      this.due = clock.now
    } else if (this.stage === 'terminated') {
      writeStatus(kubelet, probes, runtime.status(), true)
      kubelet.status = evicted(kubelet, finalStatus(kubelet.spec, kubelet.status))
      this.stage = 'finished'
      if (kubelet.deletion === null) return
      yield { until: clock.now + TIMES.remove }
      kubelet.removed = true
      kubelet.host.statusChanged()
    }
  }

  /** completeWork: sooner after an error; where a back-off says when, then. */
  private nextDue({ failures }: SyncResult): number {
    const { now } = this.kubelet.clock
    if (failures.length === 0) return now + TIMES.resync
    return Math.min(now + TIMES.resync, ...failures.map(({ retryAt }) => retryAt ?? now + TIMES.syncRetry))
  }

  /** Once a second, after the look at the runtime, the queue is asked what is due. */
  private tick(time: number): void {
    const { clock } = this.kubelet
    clock.at(time, () => {
      if (this.stage === 'abandoned') return
      this.tick(time + TIMES.relist)
      if (this.due === null || this.due >= clock.now || this.stage === 'finished') return
      this.due = null
      clock.at(clock.now, () => this.begin())
    })
  }
}

function evicted({ eviction }: Kubelet, status: PodStatus): PodStatus {
  return eviction === null ? status : { ...status, phase: 'Failed', reason: 'Evicted', message: eviction }
}
