import { describe, expect, it } from 'vitest'
import type { Json } from '../../../core/kubernetes/json'
import { outlineRows, rowAt, visibleRows } from './rows'

const documents: Json[] = [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'test' },
    spec: {
      replicas: 2,
      template: {
        spec: {
          initContainers: [
            { name: 'migrate', image: 'm' },
            { name: 'proxy', image: 'p', restartPolicy: 'Always' },
          ],
          containers: [{ name: 'nginx', image: 'nginx', env: [{ name: 'A' }, { name: 'B' }] }],
          volumes: [{ name: 'data', emptyDir: {} }],
        },
      },
    },
  },
  null,
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { ports: [{ port: 80, targetPort: 8080 }] },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' } },
]
const rows = outlineRows(documents)
const podSpec = [0, 'spec', 'template', 'spec'] as const

describe('outlineRows', () => {
  it('lists objects, and the parts of the pod under their workload', () => {
    expect(rows.map((row) => [row.level, row.label, row.detail, row.number])).toEqual([
      [1, 'test', 'Deployment ×2', null],
      [2, 'Init and sidecars', '', null],
      [3, 'migrate', '', 1],
      [3, 'proxy', 'sidecar', 2],
      [2, 'Containers', '', null],
      [3, 'nginx', '2 env', null],
      [2, 'Volumes', '', null],
      [3, 'data', 'Empty directory', null],
      [1, 'web', 'Service 80→8080', null],
      [1, 'config', 'ConfigMap', null],
    ])
  })

  it('counts siblings and knows parents', () => {
    expect(rows.map((row) => [row.place, row.siblings, row.parent])).toEqual([
      [1, 3, true],
      [1, 3, true],
      [1, 2, false],
      [2, 2, false],
      [2, 3, true],
      [1, 1, false],
      [3, 3, true],
      [1, 1, false],
      [2, 3, false],
      [3, 3, false],
    ])
  })

  it.each<[string, Json[]]>([
    ['an empty text', []],
    ['no mapping', [5, null, 'x', []]],
    ['a broken pod', [{ apiVersion: 'v1', kind: 'Pod', spec: { containers: null, volumes: 5 } }]],
    ['a broken spec', [{ apiVersion: 'apps/v1', kind: 'Deployment', spec: 5 }]],
  ])('does not throw on %s', (_, broken) => {
    expect(() => outlineRows(broken)).not.toThrow()
  })
})

describe('visibleRows', () => {
  it('hides what is below a folded row', () => {
    const shown = visibleRows(rows, new Set([rows[1]?.key ?? '', rows[4]?.key ?? '']))
    expect(shown.map((row) => row.label)).toEqual([
      'test',
      'Init and sidecars',
      'Containers',
      'Volumes',
      'data',
      'web',
      'config',
    ])
    expect(visibleRows(rows, new Set([rows[0]?.key ?? ''])).map((row) => row.label)).toEqual([
      'test',
      'web',
      'config',
    ])
  })
})

describe('rowAt', () => {
  it.each([
    [[...podSpec, 'containers', 0, 'env', 1], 'nginx'],
    [[...podSpec, 'initContainers', 1], 'proxy'],
    [[...podSpec, 'volumes'], 'Volumes'],
    [[...podSpec, 'nodeSelector'], 'test'],
    [[2, 'spec', 'ports', 0], 'web'],
  ])('finds the nearest row of %j', (path, label) => {
    expect(rowAt(rows, path)?.label).toBe(label)
  })

  it('finds none for nothing', () => {
    expect(rowAt(rows, null)).toBeNull()
    expect(rowAt(rows, [1])).toBeNull()
  })
})

it('shows a name that YAML reads as a number', () => {
  const pod = { kind: 'Pod', spec: { containers: [{ name: 1 }], volumes: [{ name: 2 }] } }
  const labels = outlineRows([pod]).flatMap(({ kind, label }) =>
    kind === 'container' || kind === 'volume' ? [label] : [],
  )
  expect(labels).toEqual(['1', '2'])
})
