import type { Container, Pod, PodSpec } from '../../kubernetes/schema/types-1.36'
import type { Clock } from '../clock'
import { BackOff } from './backOff'
import { tenths, type PodEvent } from './history'
import type { PodHost } from './host'
import { Pleg } from './pleg'
import { Runtime } from './runtime'
import type { StartFailure } from './status/containerStatuses'
import type { PodStatus } from './status/podStatusTypes'

/** What the parts of a simulated kubelet share: one pod, its runtime, and what is remembered of it. */
export class Kubelet {
  spec: PodSpec
  readonly clock: Clock
  readonly runtime: Runtime
  readonly pleg: Pleg
  readonly events: PodEvent[] = []
  readonly restartBackOff = new BackOff()
  readonly pullBackOff = new BackOff()
  /** When an image was tried last. */
  readonly pulledAt = new Map<string, number>()
  /** Why a container could not be started last (reasonCache). */
  readonly failures = new Map<string, StartFailure>()
  /** The grace period of the deletion in seconds, and when it was asked for; null before. */
  deletion: { readonly grace: number; readonly time: number } | null = null
  /** Why the node throws the pod out; null while it does not. */
  eviction: string | null = null
  removed = false
  /** How often the pod's volumes could not be mounted, one time after the other. */
  mountFailures = 0
  private ownStatus: PodStatus = {}
  /** `demo_default(uid)`, as messages name the pod. */
  readonly podWords: string

  constructor(
    public pod: Pod,
    readonly host: PodHost,
    onPodEvent: () => void,
  ) {
    this.spec = pod.spec ?? {}
    this.clock = host.clock
    this.runtime = new Runtime(host)
    this.pleg = new Pleg(this.clock, this.runtime, onPodEvent)
    const { name = 'demo', namespace = 'default', uid = `uid-${name}` } = pod.metadata ?? {}
    this.podWords = `${name}_${namespace}(${uid})`
  }

  /** The pod's status, as the kubelet sees it now. */
  get status(): PodStatus {
    return this.ownStatus
  }

  set status(status: PodStatus) {
    this.ownStatus = status
    this.host.statusChanged()
  }

  /** Takes the pod as it is from now on. */
  update(pod: Pod): void {
    this.pod = pod
    this.spec = pod.spec ?? {}
  }

  /** Takes a type, a reason, words and the container they are about (null: the pod); writes the event down. */
  record(type: PodEvent['type'], reason: string, message: string, container: Container | null): void {
    const event: PodEvent = {
      t: tenths(this.clock.now),
      type,
      reason,
      message,
      fieldPath: container === null ? '' : this.fieldPathOf(container.name ?? ''),
    }
    this.events.push(event)
    this.host.recorded(event)
  }

  /** Takes the name of a container; says whether it is an init container. */
  isInit(name: string): boolean {
    return this.spec.initContainers?.some((container) => container.name === name) ?? false
  }

  private fieldPathOf(name: string): string {
    return `spec.${this.isInit(name) ? 'initContainers' : 'containers'}{${name}}`
  }
}
