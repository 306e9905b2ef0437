import { expect, it } from 'vitest'
import type { Json } from '../../../kubernetes/json'
import { objectsIn } from './objectsIn'

const list = (...items: Json[]): Json => ({ apiVersion: 'v1', kind: 'List', items })
const one = { kind: 'Pod', metadata: { name: 'one' } }
const two = { kind: 'Job', metadata: { name: 'two' } }

it.each<[string, readonly Json[], readonly Json[]]>([
  ['documents', [one, null, two], [one, two]],
  ['a List', [list(one, two)], [one, two]],
  ['a List in a List', [list(list(one), null, two)], [one, two]],
  ['an empty List', [list()], []],
  ['odd items', ['x', list(2)], ['x', 2]],
])('finds the objects of %s', (_name, documents, objects) => {
  expect(objectsIn(documents)).toEqual(objects)
})
