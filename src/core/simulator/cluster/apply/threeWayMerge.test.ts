import { describe, expect, it } from 'vitest'
import type { Json } from '../../../kubernetes/json'
import { threeWayMerge } from './threeWayMerge'

const POD_SPEC = { is: 'object', type: 'PodSpec' } as const

const MERGES: readonly (readonly [string, Json, Json, Json, Json])[] = [
  ['keeps what others have set', { a: 1 }, { a: 1 }, { a: 1, b: 2 }, { a: 1, b: 2 }],
  ['takes away what is not applied any more', { a: 1, b: 2 }, { a: 1 }, { a: 1, b: 2 }, { a: 1 }],
  ['sets what is applied, whoever has changed it', { a: 1 }, { a: 1 }, { a: 5 }, { a: 1 }],
  [
    'merges containers by name',
    { containers: [{ name: 'a', image: 'x' }] },
    { containers: [{ name: 'a', image: 'y' }] },
    { containers: [{ name: 'a', image: 'x', imagePullPolicy: 'Always' }, { name: 'injected' }] },
    { containers: [{ name: 'a', image: 'y', imagePullPolicy: 'Always' }, { name: 'injected' }] },
  ],
  [
    'takes away a container that is not applied any more',
    { containers: [{ name: 'a' }, { name: 'b' }] },
    { containers: [{ name: 'a' }] },
    { containers: [{ name: 'a' }, { name: 'b' }] },
    { containers: [{ name: 'a' }] },
  ],
  [
    'replaces lists whose items have no key',
    { containers: [{ name: 'a', args: ['1', '2'] }] },
    { containers: [{ name: 'a', args: ['3'] }] },
    { containers: [{ name: 'a', args: ['1', '2'] }] },
    { containers: [{ name: 'a', args: ['3'] }] },
  ],
]

describe('the three-way merge of kubectl apply', () => {
  it.each(MERGES)('%s', (_what, applied, now, live, wanted) => {
    expect(threeWayMerge(applied, now, live, POD_SPEC)).toEqual(wanted)
  })
})
