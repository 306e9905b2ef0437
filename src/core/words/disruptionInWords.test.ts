import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { workloadsIn } from '../kubernetes/workloadKinds'
import { disruptionInWords, podCountOf } from './disruptionInWords'

describe('a disruption budget in words', () => {
  it.each<[Json, number | null, string]>([
    [
      { minAvailable: 2 },
      3,
      'Of 3 pods, at least 2 stay up: 1 may be down at a time while nodes are drained.',
    ],
    [
      { minAvailable: '50%' },
      3,
      'Of 3 pods, at least 2 stay up: 1 may be down at a time while nodes are drained.',
    ],
    [
      { maxUnavailable: '50%' },
      3,
      'Of 3 pods, at least 1 stays up: 2 may be down at a time while nodes are drained.',
    ],
    [
      { maxUnavailable: 5 },
      3,
      'Of 3 pods, at least 0 stay up: 3 may be down at a time while nodes are drained.',
    ],
    [
      { minAvailable: 1 },
      1,
      'Of 1 pod, at least 1 stays up: none may be evicted, so draining a node waits for ever.',
    ],
    [
      { maxUnavailable: 0 },
      2,
      'Of 2 pods, at least 2 stay up: none may be evicted, so draining a node waits for ever.',
    ],
    [{ minAvailable: '50%' }, null, 'While nodes are drained, at least 50% of its pods stay up.'],
    [{ maxUnavailable: 1 }, 0, 'While nodes are drained, at most 1 of its pods are down at a time.'],
    [{ minAvailable: 1, maxUnavailable: 1 }, 3, 'Only one of the two may be there.'],
    [{ minAvailable: '' }, 3, 'It says nothing yet: set one of the two.'],
    [{ minAvailable: 'x' }, 3, 'How many pods that is can’t be read.'],
    [5, 3, 'It says nothing yet: set one of the two.'],
  ])('%j of %j pods', (spec, count, words) => {
    expect(disruptionInWords(spec, count)).toBe(words)
  })
})

describe('how many pods', () => {
  it.each<[Json[], number | null]>([
    [[], 0],
    [[{ kind: 'Deployment', spec: { replicas: 3 } }, { kind: 'StatefulSet' }, { kind: 'Pod' }], 5],
    [[{ kind: 'Deployment' }, { kind: 'DaemonSet' }], null],
  ])('%j', (documents, count) => {
    expect(podCountOf(workloadsIn(documents))).toBe(count)
  })
})
