import { describe, expect, it } from 'vitest'
import type { Json } from './json'
import { keyUsesIn } from './keyUses'
import { missingKeys } from './secretTypes'

const documents: Json[] = [
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { a: '', b: '' } },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'c' }, stringData: { a: '' } },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: {
      imagePullSecrets: [{ name: 'c' }],
      volumes: [
        { name: 'all', configMap: { name: 'c' } },
        {
          name: 'some',
          projected: { sources: [{ configMap: { name: 'c', items: [{ key: 'a', path: 'A' }] } }] },
        },
        { name: 'keys', secret: { secretName: 'c' } },
        { name: 'odd', configMap: 5 },
      ],
      containers: [
        {
          name: 'app',
          env: [
            { name: 'A', valueFrom: { configMapKeyRef: { name: 'c', key: 'a' } } },
            { name: 'B', valueFrom: { configMapKeyRef: { name: 'c', key: 'b' } } },
            { name: 'S', valueFrom: { secretKeyRef: { name: 'c', key: 'a' } } },
          ],
          envFrom: [{ prefix: 'C_', configMapRef: { name: 'c' } }, { configMapRef: { name: 'd' } }],
        },
      ],
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'elsewhere', namespace: 'other' },
    spec: { volumes: [{ name: 'v', configMap: { name: 'c' } }] },
  },
]

describe('who uses a key', () => {
  it.each([
    [0, 'a', ['variable app A', 'variables app C_', 'volume all ', 'volume some A']],
    [0, 'b', ['variable app B', 'variables app C_', 'volume all ']],
    [0, 'none', ['variables app C_', 'volume all ']],
    [1, 'a', ['variable app S', 'volume keys ', 'pull secret web ']],
    [2, 'a', []],
    [9, 'a', []],
  ])('of document %i: %s', (index, key, uses) => {
    const found = keyUsesIn(documents, [index], key)
    expect(found.map(({ is, by, called }) => `${is} ${by} ${called}`)).toEqual(uses)
  })
})

describe('keys a Secret needs', () => {
  it.each([
    ['', ['a'], []],
    ['Opaque', [], []],
    ['kubernetes.io/tls', ['tls.crt'], ['tls.key']],
    ['kubernetes.io/basic-auth', [], ['username', 'password']],
    ['kubernetes.io/basic-auth', ['password'], []],
    ['example.com/own', [], []],
  ])('%s with %j', (type, keys, missing) => {
    expect(missingKeys(type, keys)).toEqual(missing)
  })
})
