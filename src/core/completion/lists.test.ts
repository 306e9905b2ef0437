import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { valueAt, type Path } from '../kubernetes/path'
import { withItemsApart } from './lists'

const DOCUMENTS: readonly Json[] = [
  { kind: 'Pod', items: [1] },
  { apiVersion: 'v1', kind: 'List', items: [{ kind: 'Service', spec: { type: 'NodePort' } }, null, 'odd'] },
  { kind: 'List', items: null },
  { apiVersion: 'example.com/v1', kind: 'List', items: [2] },
  7,
  { kind: 'List', metadata: { name: 'a' }, items: [{ kind: 'Secret' }] },
]

describe('withItemsApart', () => {
  it.each<[Path, Path]>([
    [
      [0, 'items', 0],
      [0, 'items', 0],
    ],
    [[1], [1]],
    [
      [1, 'items'],
      [1, 'items'],
    ],
    [
      [1, 'items', 0, 'spec', 'type'],
      [2, 'spec', 'type'],
    ],
    [[1, 'items', 1], [3]],
    [[1, 'items', 2], [4]],
    [
      [2, 'items'],
      [5, 'items'],
    ],
    [
      [3, 'items', 0],
      [6, 'items', 0],
    ],
    [[4], [7]],
    [
      [5, 'metadata', 'name'],
      [8, 'metadata', 'name'],
    ],
    [
      [5, 'items', 0, 'kind'],
      [9, 'kind'],
    ],
    [[], []],
  ])('%j is %j then', (path, then) => {
    const apart = withItemsApart({ documents: DOCUMENTS, path })
    expect(apart.path).toEqual(then)
    expect(apart.documents).toHaveLength(10)
    if (path.at(-1) === 'items' || path.length < 2) return
    expect(valueAt(apart.documents, then)).toEqual(valueAt(DOCUMENTS, path))
  })

  it('changes nothing the second time, nor where there is no List', () => {
    const once = withItemsApart({ documents: DOCUMENTS, path: [5, 'items', 0, 'kind'] })
    expect(withItemsApart(once)).toEqual(once)
    const none = { documents: DOCUMENTS.slice(3, 5), path: [0, 'items', 0] }
    expect(withItemsApart(none)).toEqual(none)
  })
})
