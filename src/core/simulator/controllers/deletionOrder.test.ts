import { describe, expect, it } from 'vitest'
import { Clock } from '../clock'
import { inDeletionOrder } from './deletionOrder'
import type { ClusterPod } from './podStates'

const clock = new Clock()
clock.now = 3_600_000

interface Traits {
  readonly node?: string
  readonly phase?: string
  /** Since when it is ready, in seconds. */
  readonly ready?: number
  readonly cost?: string
  readonly restarts?: number
  readonly sidecarRestarts?: number
  readonly made?: number
}

/** A pod that has been running and ready since the first second, but for what is said of it. */
function pod(
  uid: string,
  { node = 'node-1', phase = 'Running', ready = 0, made = 0, ...more }: Traits,
): ClusterPod {
  return {
    metadata: {
      uid,
      creationTimestamp: clock.timestamp(made * 1000),
      ...(more.cost === undefined
        ? {}
        : { annotations: { 'controller.kubernetes.io/pod-deletion-cost': more.cost } }),
    },
    spec: {
      ...(node === '' ? {} : { nodeName: node }),
      initContainers: [{ name: 'side', restartPolicy: 'Always' }],
    },
    status: {
      phase,
      conditions:
        ready < 0
          ? []
          : [{ type: 'Ready', status: 'True', lastTransitionTime: clock.timestamp(ready * 1000) }],
      containerStatuses: [{ name: 'main', restartCount: more.restarts ?? 0 }],
      initContainerStatuses: [{ name: 'side', restartCount: more.sidecarRestarts ?? 0 }],
    },
  }
}

describe('too many pods', () => {
  it.each<[string, Traits, Traits]>([
    ['on no node', { node: '' }, {}],
    ['pending', { phase: 'Pending' }, {}],
    ['not ready', { ready: -1 }, {}],
    ['cheaper to delete', { cost: '-1' }, {}],
    ['ready for less time, by magnitudes', { ready: 3000 }, { ready: 0 }],
    ['restarted more often', { restarts: 1 }, {}],
    ['with a sidecar that restarted more often', { sidecarRestarts: 1 }, {}],
    ['younger, by magnitudes', { made: 3500 }, {}],
    ['of a smaller uid, where all else is much the same', { made: 1 }, {}],
    ['not ready before being cheap', { ready: -1 }, { cost: '-5' }],
    ['pending before being not ready', { phase: 'Pending' }, { ready: -1 }],
  ])('go first: those %s', (_which, first, second) => {
    const [a, b] = [pod('a', first), pod('b', second)]
    expect(inDeletionOrder(clock, [b, a]).map(({ metadata }) => metadata?.uid)).toEqual(['a', 'b'])
  })
})
