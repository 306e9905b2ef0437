import { describe, expect, it } from 'vitest'
import type { Json } from './json'
import { objectsIn, sameNamespace } from './objects'
import { isCoreGroup, WORKLOAD_KINDS, workloadAt, workloadKindOf, workloadsIn } from './workloadKinds'

function nest(path: readonly (string | number)[], value: Json): Json {
  return path.reduceRight<Json>((inner, step) => ({ [step]: inner }), value)
}

describe('WORKLOAD_KINDS', () => {
  it.each(WORKLOAD_KINDS)('$kind: finds its pod spec and labels', (row) => {
    const document: Json = {
      apiVersion: row.apiVersion,
      kind: row.kind,
      metadata: { name: 'web', namespace: 'shop' },
    }
    const [workload] = workloadsIn([null, document])
    expect(workload?.row).toBe(row)
    expect(workload?.podSpec).toEqual([1, ...row.podSpec])
    expect(workload?.podMetadata).toEqual([1, ...row.podMetadata])
    expect([workload?.name, workload?.namespace, workload?.labels]).toEqual(['web', 'shop', {}])
    expect(workload?.selectorPath).toEqual(row.selector && [1, ...row.selector])
    expect(workload?.replicasPath).toEqual(row.replicas && [1, ...row.replicas])
    expect(row.help).not.toBe('')
  })

  it.each(WORKLOAD_KINDS)('$kind: reads the labels at its podMetadata', (row) => {
    const inner = nest([...row.podMetadata, 'labels'], { app: 'web', empty: null, wrong: 1 })
    const document = Object.assign({ apiVersion: row.apiVersion, kind: row.kind }, inner)
    expect(workloadsIn([document])[0]?.labels).toEqual({ app: 'web', empty: '' })
  })
})

describe('workloadKindOf', () => {
  it.each<[Json | undefined, string | null]>([
    [{ apiVersion: 'apps/v1', kind: 'Deployment' }, 'Deployment'],
    [{ kind: 'Deployment' }, 'Deployment'],
    [{ apiVersion: 'app', kind: 'Deployment' }, 'Deployment'],
    [{ apiVersion: 'argoproj.io/v1', kind: 'Deployment' }, null],
    [{ apiVersion: 'v1', kind: 'ConfigMap' }, null],
    [{ apiVersion: 'v1', kind: 7 }, null],
    [null, null],
    ['Deployment', null],
    [[], null],
    [undefined, null],
  ])('%j', (document, kind) => {
    expect(workloadKindOf(document)?.kind ?? null).toBe(kind)
  })
})

describe('workloadAt', () => {
  const documents: Json[] = [
    { kind: 'ConfigMap' },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } },
  ]
  it.each([
    [[1], 'a'],
    [[1, 'spec', 'containers', 0, 'name'], 'a'],
    [[0], undefined],
    [[7], undefined],
    [[], undefined],
    [['spec'], undefined],
  ])('%j', (path, name) => {
    expect(workloadAt(documents, path)?.name).toBe(name)
  })
})

describe('isCoreGroup', () => {
  it.each([
    ['v1', true],
    ['apps/v1', true],
    ['', true],
    ['serving.knative.dev/v1', false],
    ['networking.k8s.io/v1', false],
  ])('%s', (apiVersion, core) => {
    expect(isCoreGroup(apiVersion)).toBe(core)
  })
})

describe('objectsIn', () => {
  it('gives every mapping, of unknown kinds and wrong shapes too, with its place', () => {
    const documents: Json[] = [
      null,
      5,
      [],
      { kind: 'Gizmo', apiVersion: 'x.io/v1', metadata: { name: 'g', namespace: 'n' } },
      { metadata: 'no' },
    ]
    expect(objectsIn(documents)).toEqual([
      { path: [3], apiVersion: 'x.io/v1', kind: 'Gizmo', name: 'g', namespace: 'n' },
      { path: [4], apiVersion: '', kind: '', name: '', namespace: '' },
    ])
  })

  it.each([
    ['', 'default', true],
    ['shop', 'shop', true],
    ['shop', '', false],
  ])('namespaces %s and %s', (a, b, same) => {
    expect(sameNamespace(a, b)).toBe(same)
  })
})
