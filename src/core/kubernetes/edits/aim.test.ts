import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../json'
import { OBJECT_KINDS } from '../objectKinds'
import { valueAt, type Path } from '../path'
import { addObject } from './addObject'
import { aim } from './aim'

/** An object of the kind, made with nothing around it, behind a Deployment and a Service of other names. */
function design(kind: string): Json[] {
  const [object] = made(kind)
  const [deployment] = made('Deployment')
  return [
    { ...object, metadata: { name: 'it' } },
    { ...deployment, metadata: { name: 'shop' } },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'front' },
      spec: { ports: [{ name: 'http', port: 8080 }] },
    },
  ]
}

function made(kind: string): readonly Record<string, Json>[] {
  const documents: Json[] = []
  addObject(kind)(documents)
  return documents.flatMap((document) =>
    document !== null && typeof document === 'object' && !Array.isArray(document) ? [document] : [],
  )
}

describe('aim', () => {
  it.each<[kind: string, at: Path, expected: Json]>([
    ['Service', [0, 'spec', 'selector'], { app: 'app' }],
    ['PodDisruptionBudget', [0, 'spec', 'selector'], { matchLabels: { app: 'app' } }],
    ['NetworkPolicy', [0, 'spec', 'podSelector'], { matchLabels: { app: 'app' } }],
    [
      'HorizontalPodAutoscaler',
      [0, 'spec', 'scaleTargetRef'],
      { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
    ],
    ['ServiceAccount', [1, 'spec', 'template', 'spec', 'serviceAccountName'], 'it'],
  ])('points a %s at a workload', (kind, at, expected) => {
    const documents = design(kind)
    expect(aim([0], [1])(documents)).toEqual([0])
    expect(valueAt(documents, at)).toEqual(expected)
  })

  it('leads the path of an Ingress that leads nowhere to the Service, and then adds paths', () => {
    const documents = design('Ingress')
    const paths = [0, 'spec', 'rules', 0, 'http', 'paths']
    const backend = { service: { name: 'front', port: { name: 'http' } } }
    expect(aim([0], [2])(documents)).toEqual([...paths, 0])
    expect(valueAt(documents, paths)).toEqual([{ path: '/', pathType: 'Prefix', backend }])
    expect(aim([0], [2])(documents)).toEqual([...paths, 1])
    expect(valueAt(documents, [...paths, 1])).toEqual({ path: '/front', pathType: 'Prefix', backend })
  })

  it('gives an Ingress without rules its first', () => {
    const documents = design('Ingress')
    documents[0] = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'it' } }
    expect(aim([0], [2])(documents)).toEqual([0, 'spec', 'rules', 0])
    expect(valueAt(documents, [0, 'spec', 'rules', 0, 'http', 'paths', 0, 'path'])).toBe('/')
  })

  it.each([
    ['ConfigMap', [1]],
    ['Ingress', [1]],
    ['Service', [2]],
  ])('does nothing where it would mean nothing: %s', (kind, target) => {
    const documents = design(kind)
    const before = structuredClone(documents)
    expect(aim([0], target)(documents)).toBeUndefined()
    expect(documents).toEqual(before)
  })

  it('never throws, whatever is there', () => {
    const kinds = fc.constantFrom(...OBJECT_KINDS.map(({ kind }) => kind))
    fc.assert(
      fc.property(kinds, kinds, fc.jsonValue(), (from, to, spec) => {
        const junk: Json = JSON.parse(JSON.stringify(spec))
        const documents: Json[] = [
          { kind: from, spec: junk },
          { kind: to, spec: junk, metadata: junk },
        ]
        expect(() => aim([0], [1])(documents)).not.toThrow()
      }),
    )
  })
})
