import { describe, expect, it } from 'vitest'
import type { Json } from '../../../core/kubernetes/json'
import { knownKeys, knownNames } from './known'

const documents: Json[] = [
  {
    apiVersion: 'v1',
    kind: 'Pod',
    spec: {
      containers: [
        {
          name: 'app',
          image: 'a:1',
          envFrom: [{ secretRef: { name: 'tokens' } }, { configMapRef: { name: 'one' } }],
        },
      ],
      volumes: [{ name: 'data', emptyDir: {} }],
    },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' }, data: { a: '1', b: '2' } },
]

describe('knownNames', () => {
  it.each([
    ['container', ['app']],
    ['volume', ['data']],
    ['ConfigMap', ['one']],
    ['Secret', ['tokens']],
    ['PersistentVolumeClaim', []],
  ] as const)('of kind %s', (named, names) => {
    expect(knownNames(documents, [0, 'spec'], named).map(({ value }) => value)).toEqual(names)
  })
})

describe('knownKeys', () => {
  it('lists the keys of an object in the manifest, and nothing for another', () => {
    expect(knownKeys(documents, 'ConfigMap', 'one')).toEqual([{ value: 'a' }, { value: 'b' }])
    expect(knownKeys(documents, 'ConfigMap', 'two')).toEqual([])
  })
})
