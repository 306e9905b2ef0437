import type { ObjectChange } from '../api/apiServer'
import type { ObjectsByKind } from '../api/objects'
import { save } from '../api/save'
import type { ContainerPlace } from '../history/happening'
import type { NodeContext } from './pod/nodeContext'
import { RunningPod, type PodListener } from './pod/runningPod'

/** How often the kubelet looks after disks and volumes, in milliseconds (pkg/kubelet/eviction, syncFrequency). */
const DISK_CHECK = 10_000
const VOLUME_UPDATE = 60_000

/** The first address of pods: 10.244.0.0/24 is the node's, the bridge has .1. */
const FIRST_POD = 5

/** The kubelet of the node: one running pod for each pod of the API server that is bound here. */
export class NodeAgent implements PodListener {
  private readonly pods = new Map<string, RunningPod>()
  private readonly changed = new Set<RunningPod>()
  private made = 0
  private isWriting = false

  constructor(private readonly node: NodeContext) {
    node.api.subscribe((change) => this.see(change))
    this.every(DISK_CHECK, () => this.checkDisks())
    this.every(VOLUME_UPDATE, () => {
      for (const pod of this.pods.values()) pod.housekeep()
    })
  }

  /** Takes a pod's place; gives the running pod, or undefined. */
  pod(namespace: string, name: string): RunningPod | undefined {
    return this.pods.get(`${namespace}/${name}`)
  }

  /** Takes where a container is, an exit code and why; its main process ends at once. Says whether the pod is there. */
  end({ namespace, pod, container }: ContainerPlace, code: number, reason?: string): boolean {
    const running = this.pod(namespace, pod)
    running?.end(container, code, reason)
    return running !== undefined
  }

  statusChanged(pod: RunningPod): void {
    this.changed.add(pod)
    if (this.isWriting) return
    this.isWriting = true
    const { clock } = this.node
    clock.at(clock.now, () => this.writeStatuses())
  }

  private see({ kind, namespace, name, change }: ObjectChange): void {
    if (kind !== 'Pod') return
    const pod = this.node.api.get('Pod', namespace, name)
    if (pod === undefined || change === 'deleted') this.drop(`${namespace}/${name}`)
    else if (pod.spec?.nodeName === this.node.name) this.run(`${namespace}/${name}`, pod)
  }

  private run(key: string, pod: ObjectsByKind['Pod']): void {
    const known = this.pods.get(key)
    if (known === undefined) {
      this.pods.set(key, new RunningPod(this.node, pod, this.address(pod), this))
      if (pod.metadata?.deletionTimestamp === undefined) return
    }
    if (known !== undefined && known.pod.spec !== pod.spec) known.update(pod)
    const grace = pod.metadata?.deletionGracePeriodSeconds
    if (pod.metadata?.deletionTimestamp === undefined || grace === undefined) return
    const running = this.pods.get(key)
    if (running !== undefined && running.kubelet.deletion === null) running.delete(grace)
  }

  private address({ spec }: ObjectsByKind['Pod']): string {
    if (spec?.hostNetwork === true) return this.node.address
    const number = FIRST_POD + this.made
    this.made += 1
    return `10.244.${Math.floor(number / 250)}.${number % 250}`
  }

  private drop(key: string): void {
    const pod = this.pods.get(key)
    if (pod === undefined) return
    pod.abandon()
    const { keptFiles, clock } = this.node
    const { namespace = 'default', name = '' } = pod.pod.metadata ?? {}
    keptFiles.leave(namespace, name, clock.now)
    this.pods.delete(key)
    this.changed.delete(pod)
  }

  private writeStatuses(): void {
    this.isWriting = false
    const changed = [...this.changed]
    this.changed.clear()
    const { api } = this.node
    for (const running of changed) {
      const { namespace = 'default', name = '', uid } = running.pod.metadata ?? {}
      const stored = api.get('Pod', namespace, name)
      if (stored === undefined || stored.metadata?.uid !== uid) continue
      if (running.kubelet.removed) api.remove('Pod', namespace, name)
      else save(api, 'Pod', { ...stored, status: running.apiStatus(running.kubelet.status, stored) })
    }
  }

  private checkDisks(): void {
    for (const pod of this.pods.values()) {
      const fault = pod.overLimit()
      if (fault !== null) pod.evict(fault)
    }
  }

  private every(period: number, work: () => void): void {
    const { clock } = this.node
    clock.at(clock.now + period, () => {
      work()
      this.every(period, work)
    })
  }
}
