import { describe, expect, it } from 'vitest'
import type { Json } from '../json'
import type { Path } from '../path'
import { moveItem, removeItem } from './list'
import { setValue, setValues } from './setValue'

describe('setValue', () => {
  it.each<[Json[], Path, Json | undefined, Json[]]>([
    [[{}], [0, 'spec', 'a', 'b'], 1, [{ spec: { a: { b: 1 } } }]],
    [[{ spec: 5 }], [0, 'spec', 'replicas'], 1, [{ spec: { replicas: 1 } }]],
    [[null], [0, 'kind'], 'Pod', [{ kind: 'Pod' }]],
    [[], [0], { kind: 'Pod' }, [{ kind: 'Pod' }]],
    [[], [0, 'kind'], 'Pod', []],
    [[{ list: [1] }], [0, 'list', 1], 2, [{ list: [1, 2] }]],
    [[{ list: [1] }], [0, 'list', 2], 3, [{ list: [1] }]],
    [[{ list: [1] }], [0, 'list', 5, 'x'], 3, [{ list: [1] }]],
    [[{ list: null }], [0, 'list', 0], 1, [{ list: [1] }]],
    [[{}], [0, 'list', 0, 'x'], 1, [{}]],
    [[{ list: {} }], [0, 'list', 0], 1, [{ list: [1] }]],
    [[{ a: 1 }], [], 1, [{ a: 1 }]],
    [[{ a: 1 }], [0, 'a'], null, [{ a: null }]],
    // Removing.
    [[{ a: { b: 1 } }], [0, 'a', 'b'], undefined, [{ a: {} }]],
    [[{ env: [1] }], [0, 'env', 0], undefined, [{}]],
    [[{ env: [1, 2] }], [0, 'env', 0], undefined, [{ env: [2] }]],
    [[{ containers: [1] }], [0, 'containers', 0], undefined, [{ containers: [] }]],
    [[{ sources: [1] }], [0, 'sources', 0], undefined, [{ sources: [] }]],
    [[{ valueFrom: { fieldRef: {} }, name: 'E' }], [0, 'valueFrom', 'fieldRef'], undefined, [{ name: 'E' }]],
    [[{ labels: { a: 'b' } }], [0, 'labels', 'a'], undefined, [{}]],
    [[{ emptyDir: { medium: 'Memory' } }], [0, 'emptyDir', 'medium'], undefined, [{ emptyDir: {} }]],
    [[{ a: 1 }], [0, 'b'], undefined, [{ a: 1 }]],
    [[{ a: 1 }], [0, 'a', 'b', 0], undefined, [{ a: 1 }]],
    [[{ a: 1 }], [3], undefined, [{ a: 1 }]],
    [[{ a: 1 }], [0], undefined, []],
    [[{ a: 1 }], [], undefined, [{ a: 1 }]],
  ])('%j at %j: %j', (before, path, value, after) => {
    const documents = structuredClone(before)
    expect(setValue(path, value)(documents)).toBeUndefined()
    expect(documents).toEqual(after)
  })

  it('setValues does several as one', () => {
    const documents: Json[] = [{ a: 1 }]
    setValues([
      [[0, 'a'], undefined],
      [[0, 'b'], 2],
    ])(documents)
    expect(documents).toEqual([{ b: 2 }])
  })
})

describe('items', () => {
  it('move and remove in any list, documents too', () => {
    const documents: Json[] = [{ a: 1 }, { items: [1, 2, 3] }]
    expect(moveItem([1, 'items', 0], 2)(documents)).toEqual([1, 'items', 2])
    expect(moveItem([0], 1)(documents)).toEqual([1])
    expect(removeItem([0, 'items', 2])(documents)).toEqual([0, 'items', 1])
    expect(documents).toEqual([{ items: [2, 3] }, { a: 1 }])
  })

  it.each<Path>([[], [0], [0, 'a'], [0, 'none', 0], [0, 'items', 7], [0, 'items', -1]])(
    'move nothing at %j',
    (...path) => {
      const documents: Json[] = [{ a: 1, items: [1, 2] }]
      moveItem(path, 0)(documents)
      expect(documents).toEqual([{ a: 1, items: [1, 2] }])
    },
  )
})
