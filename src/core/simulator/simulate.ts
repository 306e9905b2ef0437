import type { Json } from '../kubernetes/json'
import { isObject } from '../kubernetes/json'
import type { Pod } from '../kubernetes/schema/types-1.36'
import { withDefaults } from '../rules/defaults/withDefaults'
import { isOfType } from '../rules/typed'
import { Clock } from './clock'
import type { Behavior, ImageSource } from './kubelet/behavior'
import { frameOf, lineOf, looksTheSame, type Frame } from './kubelet/frames'
import type { PodEvent, RuntimeEvent } from './kubelet/history'
import { Kubelet } from './kubelet/kubelet'
import { ProbeManager } from './kubelet/probeManager'
import { PodWorker } from './kubelet/podWorker'
import { scriptedHost } from './kubelet/scriptedHost'
import { TIMES } from './kubelet/times'

/** A pod's life to be lived: the pod, what its programs do, and what happens to it. Times are seconds. */
export interface LifeInput {
  readonly pod: Json
  readonly behavior?: Readonly<Record<string, Behavior>>
  /** Images that are not on the node. */
  readonly images?: Readonly<Record<string, ImageSource>>
  readonly deleteAt?: number
  /** `--grace-period` of the deletion. */
  readonly deleteGrace?: number
  readonly duration: number
}

/** A pod's life: READY STATUS RESTARTS in order, everything that could be seen, what the runtime did, and the events. */
export interface Life {
  readonly sequence: readonly string[]
  readonly frames: readonly Frame[]
  readonly runtimeEvents: readonly RuntimeEvent[]
  readonly events: readonly PodEvent[]
}

/**
 * Takes a pod and what happens to it; gives its life on one node, as the kubelet of Kubernetes 1.36 would lead it, in
 * virtual time without the kubelet's random factors. The same input gives the same life. A pod that can't be read has no
 * containers.
 */
export function simulate(input: LifeInput): Life {
  const { behavior = {}, images = {}, deleteAt, duration } = input
  const pod = podOf(input.pod)
  const clock = new Clock()
  const kubelet: Kubelet = new Kubelet(pod, scriptedHost(clock, behavior, images), () => worker.request())
  const probes: ProbeManager = new ProbeManager(kubelet, () => worker.request())
  const worker = new PodWorker(kubelet, probes)
  clock.at(0, () => worker.request())
  if (deleteAt !== undefined) {
    const grace = input.deleteGrace ?? kubelet.spec.terminationGracePeriodSeconds ?? 30
    clock.at(deleteAt * TIMES.second, () => worker.delete(grace))
  }
  const frames: Frame[] = []
  clock.run(duration * TIMES.second, () => {
    if (kubelet.status.phase === undefined) return
    const frame = frameOf(kubelet)
    const last = frames.at(-1)
    if (frame.t < duration && (last === undefined || !looksTheSame(last, frame))) frames.push(frame)
  })
  const lines = frames.map((frame) => lineOf(frame))
  return {
    sequence: lines.filter((line, index) => line !== lines[index - 1]),
    frames,
    runtimeEvents: kubelet.runtime.events,
    events: kubelet.events,
  }
}

function podOf(value: Json): Pod {
  if (!isObject(value)) return {}
  const { status: _status, ...manifest } = value
  const pod = withDefaults({ apiVersion: 'v1', kind: 'Pod', ...manifest })
  return isOfType('Pod', pod) ? pod : {}
}
