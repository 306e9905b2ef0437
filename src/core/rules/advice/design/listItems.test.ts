import { describe, expect, test } from 'vitest'
import { isArray, type Json } from '../../../kubernetes/json'
import { valueAt } from '../../../kubernetes/path'
import { parse } from '../../../yaml/parse'
import { advise } from '../advise'
import { ADVICE } from '../list'
import { changeOfObjects, objectPathsIn } from './listItems'

const PODS: readonly Json[] = [
  { kind: 'Pod' },
  { kind: 'List', items: [{ kind: 'Job' }, { kind: 'List', items: [1] }] },
]

test('each item of a List is an object, also of a List in it', () => {
  expect(objectPathsIn(PODS)).toEqual([[0], [1, 'items', 0], [1, 'items', 1, 'items', 0]])
  expect(objectPathsIn([{ kind: 'List' }, { kind: 'List', items: {} }, null, 'x'])).toEqual([
    [0],
    [1],
    [2],
    [3],
  ])
})

test('a change of items changes the List, and what it adds is a document', () => {
  const documents = structuredClone([...PODS])
  const change = changeOfObjects(objectPathsIn(documents), (objects) => {
    objects[1] = 'other'
    objects.push('more')
    return [2, 'spec']
  })
  expect(change(documents)).toEqual([1, 'items', 1, 'items', 0, 'spec'])
  expect(documents).toEqual([
    PODS[0],
    { kind: 'List', items: ['other', { kind: 'List', items: [1] }] },
    'more',
  ])
})

describe.each(ADVICE.map((advice) => [advice.id, advice] as const))('%s', (id, { bad, fix }) => {
  const { documents } = parse(bad)
  const list = (): Json[] => [{ apiVersion: 'v1', kind: 'List', items: structuredClone([...documents]) }]
  const said = (of: readonly Json[]) => advise({ ...parse(''), documents: of })

  test('says of the items of a List what it says of documents', () => {
    expect(said(list()).map(({ id: rule, path, message }) => ({ rule, path, message }))).toEqual(
      said(documents).map(({ id: rule, path: [index, ...steps], message }) => ({
        rule,
        path: [0, 'items', index, ...steps],
        message,
      })),
    )
  })

  if (fix !== undefined)
    test('mends an item of a List', () => {
      const lists = list()
      const plain = structuredClone([...documents])
      const first = (of: readonly Json[]) => said(of).find((each) => each.id === id)?.fix
      for (const of of [lists, plain]) {
        const mend = first(of)
        if (mend !== undefined && 'change' in mend) mend.change(of)
      }
      const items = valueAt(lists, [0, 'items'])
      expect([...(isArray(items) ? items : []), ...lists.slice(1)]).toEqual(plain)
    })
})
