import { describe, expect, it } from 'vitest'
import type { Json } from '../json'
import { removeDocument, renameObject, setNamespace, setReplicas } from './objects'

const podNaming = (name: string): Json => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p' },
  spec: {
    imagePullSecrets: [{ name: 'other' }],
    initContainers: [{ envFrom: [{ configMapRef: { name } }, { secretRef: { name: 'other' } }] }],
    containers: [
      {
        env: [
          { name: 'A', valueFrom: { configMapKeyRef: { name, key: 'k' } } },
          { name: 'B', valueFrom: { configMapKeyRef: { name: 'other', key: 'k' } } },
        ],
      },
    ],
    volumes: [
      { name: 'v', configMap: { name } },
      { name: 'w', projected: { sources: [{ configMap: { name } }, { secret: { name: 'other' } }] } },
    ],
  },
})

function object(kind: string, name: string, namespace?: string): Json {
  return { apiVersion: 'v1', kind, metadata: namespace === undefined ? { name } : { name, namespace } }
}

describe('renameObject', () => {
  it.each([
    ['new', 'new', 'new'],
    ['', '', 'old'],
    ['taken', 'old', 'old'],
  ])('a ConfigMap to %s: it is called %s, pods say %s', (wanted, name, said) => {
    const documents = [object('ConfigMap', 'old'), object('ConfigMap', 'taken'), podNaming('old')]
    renameObject([0], wanted)(documents)
    expect(documents).toEqual([object('ConfigMap', name), object('ConfigMap', 'taken'), podNaming(said)])
  })

  it('a Secret, in all places that name one', () => {
    const pod = (name: string): Json => ({
      apiVersion: 'v1',
      kind: 'Pod',
      spec: {
        imagePullSecrets: [{ name }],
        containers: [
          {
            envFrom: [{ secretRef: { name } }],
            env: [{ name: 'A', valueFrom: { secretKeyRef: { name, key: 'k' } } }],
          },
        ],
        volumes: [
          { name: 'v', secret: { secretName: name } },
          { name: 'w', projected: { sources: [{ secret: { name } }] } },
          { name: 'x', configMap: { name: 'old' } },
        ],
      },
    })
    const documents = [object('Secret', 'old'), pod('old')]
    renameObject([0], 'new')(documents)
    expect(documents).toEqual([object('Secret', 'new'), pod('new')])
  })

  it('a claim, and a Service that a StatefulSet is served by', () => {
    const set = (claimName: string, serviceName: string): Json => ({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      spec: {
        serviceName,
        template: { spec: { volumes: [{ name: 'v', persistentVolumeClaim: { claimName } }] } },
      },
    })
    const documents = [object('PersistentVolumeClaim', 'data'), object('Service', 'db'), set('data', 'db')]
    renameObject([0], 'disk')(documents)
    renameObject([1], 'pg')(documents)
    expect(documents).toEqual([
      object('PersistentVolumeClaim', 'disk'),
      object('Service', 'pg'),
      set('disk', 'pg'),
    ])
  })

  it('leaves pods of other namespaces, and names another object has as well', () => {
    const documents = [object('ConfigMap', 'old', 'shop'), podNaming('old')]
    renameObject([0], 'new')(documents)
    expect(documents[1]).toEqual(podNaming('old'))
    const twice = [object('ConfigMap', 'old'), object('ConfigMap', 'old'), podNaming('old')]
    renameObject([0], 'new')(twice)
    expect(twice[2]).toEqual(podNaming('old'))
  })

  it('makes metadata where there is none, and puts it behind kind', () => {
    const documents: Json[] = [{ apiVersion: 'v1', kind: 'Pod', spec: {} }]
    renameObject([0], 'p')(documents)
    expect(Object.entries(Object(documents[0]))).toEqual([
      ['apiVersion', 'v1'],
      ['kind', 'Pod'],
      ['metadata', { name: 'p' }],
      ['spec', {}],
    ])
  })
})

describe('setNamespace', () => {
  it('sets it behind the name, and removes it', () => {
    const documents: Json[] = [{ metadata: { name: 'a', labels: {} } }]
    setNamespace([0, 'spec'], 'shop')(documents)
    expect(JSON.stringify(documents)).toBe('[{"metadata":{"name":"a","namespace":"shop","labels":{}}}]')
    setNamespace([0], '')(documents)
    expect(documents).toEqual([{ metadata: { name: 'a', labels: {} } }])
  })
})

describe('setReplicas', () => {
  it.each<[Json, number | undefined, Json]>([
    [
      { apiVersion: 'apps/v1', kind: 'Deployment', spec: {} },
      3,
      { apiVersion: 'apps/v1', kind: 'Deployment', spec: { replicas: 3 } },
    ],
    [
      { apiVersion: 'apps/v1', kind: 'StatefulSet', spec: { replicas: 3 } },
      undefined,
      { apiVersion: 'apps/v1', kind: 'StatefulSet', spec: {} },
    ],
    [{ apiVersion: 'apps/v1', kind: 'DaemonSet' }, 3, { apiVersion: 'apps/v1', kind: 'DaemonSet' }],
    [{ kind: 'ConfigMap' }, 3, { kind: 'ConfigMap' }],
  ])('%j, %s', (before, replicas, after) => {
    const documents = [structuredClone(before)]
    setReplicas([0], replicas)(documents)
    expect(documents).toEqual([after])
  })
})

describe('removeDocument', () => {
  it('removes the whole document a path lies in, and selects its neighbour', () => {
    const documents: Json[] = [{ a: 1 }, { b: 2 }]
    expect(removeDocument([1, 'b'])(documents)).toEqual([0])
    expect(removeDocument([7])(documents)).toEqual([0])
    expect(removeDocument([0])(documents)).toBeUndefined()
    expect(documents).toEqual([])
  })
})
