import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { daemonSetStrategyInWords, statefulSetStrategyInWords, strategyInWords } from './strategyInWords'

describe('strategyInWords', () => {
  it.each<[Json | undefined, number, string]>([
    [undefined, 3, 'Of 3 pods, at least 3 are ready at any time, and at most 4 exist.'],
    [{}, 1, 'Of 1 pod, at least 1 is ready at any time, and at most 2 exist.'],
    [
      { rollingUpdate: { maxSurge: 0, maxUnavailable: '10%' } },
      5,
      'Of 5 pods, at least 4 are ready at any time, and at most 5 exist.',
    ],
    [
      { rollingUpdate: { maxSurge: '50%', maxUnavailable: 2 } },
      3,
      'Of 3 pods, at least 1 is ready at any time, and at most 5 exist.',
    ],
    [{ rollingUpdate: { maxSurge: 'some' } }, 3, 'How many pods that is can’t be read.'],
    [
      { type: 'Recreate' },
      3,
      'All old pods stop before the first new one starts: nothing answers in between.',
    ],
  ])('%j of %i', (strategy, replicas, words) => {
    expect(strategyInWords(strategy, replicas)).toBe(words)
  })
})

describe('a StatefulSet', () => {
  it.each<[Json | undefined, number, string]>([
    [undefined, 3, '3 of 3 pods change from the last to the first, one by one, each ready before the next.'],
    [
      { rollingUpdate: { partition: 1, maxUnavailable: '50%' } },
      5,
      '4 of 5 pods change from the last to the first, 3 at a time; the first stays as it is.',
    ],
    [
      { rollingUpdate: { maxUnavailable: 9 } },
      2,
      '2 of 2 pods change from the last to the first, 2 at a time.',
    ],
    [
      { rollingUpdate: { partition: 2 } },
      3,
      'Only the last of 3 pods changes; the first 2 stay as they are.',
    ],
    [{ rollingUpdate: { partition: 3 } }, 3, 'No pod changes: all 3 pods are below the partition.'],
    [{}, 1, 'The pod is stopped, then started with the change.'],
    [{ type: 'OnDelete' }, 3, 'A pod changes only when somebody deletes it.'],
    [{ rollingUpdate: { maxUnavailable: 'x' } }, 3, 'How many pods that is can’t be read.'],
    [5, 0, 'There are no pods to change.'],
  ])('%j of %i', (strategy, replicas, words) => {
    expect(statefulSetStrategyInWords(strategy, replicas)).toBe(words)
  })
})

describe('a DaemonSet', () => {
  it.each<[Json | undefined, string]>([
    [undefined, 'On 1 node at a time: the old pod stops, then the new one starts.'],
    [
      { rollingUpdate: { maxUnavailable: '10%' } },
      'On 10% of the nodes at a time: the old pod stops, then the new one starts.',
    ],
    [
      { rollingUpdate: { maxSurge: 2, maxUnavailable: 0 } },
      'On 2 nodes at a time: the new pod starts, and when it is ready the old one stops.',
    ],
    [{ rollingUpdate: { maxUnavailable: '0%' } }, 'No pod may be missing and none be too many: refused.'],
    [{ type: 'OnDelete' }, 'A pod changes only when somebody deletes it.'],
    [{ rollingUpdate: { maxSurge: 'some' } }, 'How many pods that is can’t be read.'],
    ['x', 'On 1 node at a time: the old pod stops, then the new one starts.'],
  ])('%j', (strategy, words) => {
    expect(daemonSetStrategyInWords(strategy)).toBe(words)
  })
})
