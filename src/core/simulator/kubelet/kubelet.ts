import type { Container, Pod, PodSpec } from '../../kubernetes/schema/types-1.36'
import { BackOff } from './backOff'
import type { Behavior, ImageSource } from './behavior'
import { Clock } from '../clock'
import { tenths, type PodEvent } from './history'
import { Pleg } from './pleg'
import { Runtime } from './runtime'
import type { StartFailure } from './status/containerStatuses'
import type { PodStatus } from './status/podStatusTypes'

/** Where the simulated pod is reached. */
const POD_IP = '10.244.0.5'

/** What the simulated node has. */
export interface NodeInput {
  readonly behaviors: Readonly<Record<string, Behavior>>
  /** Images that are not on the node, by name. */
  readonly images: Readonly<Record<string, ImageSource>>
}

/** What the parts of a simulated kubelet share: one pod, its runtime, and what is remembered of it. */
export class Kubelet {
  readonly spec: PodSpec
  readonly clock = new Clock()
  readonly runtime: Runtime
  readonly pleg: Pleg
  readonly events: PodEvent[] = []
  readonly restartBackOff = new BackOff()
  readonly pullBackOff = new BackOff()
  /** When an image was tried last. */
  readonly pulledAt = new Map<string, number>()
  /** Why a container could not be started last (reasonCache). */
  readonly failures = new Map<string, StartFailure>()
  readonly images: Readonly<Record<string, ImageSource>>
  /** Images that were pulled. */
  readonly present = new Set<string>()
  status: PodStatus = {}
  /** The grace period of the deletion in seconds, and when it was asked for; null before. */
  deletion: { readonly grace: number; readonly time: number } | null = null
  removed = false
  /** `demo_default(uid)`, as messages name the pod. */
  readonly podWords: string

  constructor(
    readonly pod: Pod,
    { behaviors, images }: NodeInput,
    onPodEvent: () => void,
  ) {
    this.spec = pod.spec ?? {}
    this.images = images
    this.runtime = new Runtime(this.clock, behaviors, POD_IP)
    this.pleg = new Pleg(this.clock, this.runtime, onPodEvent)
    const { name = 'demo', namespace = 'default', uid = `uid-${name}` } = pod.metadata ?? {}
    this.podWords = `${name}_${namespace}(${uid})`
  }

  /** Takes a type, a reason, words and the container they are about; writes the event down. */
  record(type: PodEvent['type'], reason: string, message: string, container: Container): void {
    const name = container.name ?? ''
    const list = this.isInit(name) ? 'initContainers' : 'containers'
    this.events.push({
      t: tenths(this.clock.now),
      type,
      reason,
      message,
      fieldPath: `spec.${list}{${name}}`,
    })
  }

  /** Takes the name of a container; says whether it is an init container. */
  isInit(name: string): boolean {
    return this.spec.initContainers?.some((container) => container.name === name) ?? false
  }
}
