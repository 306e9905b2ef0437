import { describe, expect, it } from 'vitest'
import type { Json } from '../../../core/kubernetes/json'
import { mountMatrix, mountPlaces } from './cells'

const documents: Json[] = [
  {
    apiVersion: 'v1',
    kind: 'Pod',
    spec: {
      initContainers: [{ name: 'init' }],
      containers: [
        {
          name: 'app',
          volumeMounts: [
            { name: 'data', mountPath: '/a' },
            { name: 'ghost', mountPath: '/b' },
            null,
            { name: 'data', mountPath: '/c', subPath: 'x' },
          ],
        },
      ],
      volumes: [
        { name: 'data', emptyDir: {} },
        { name: 'config', configMap: { name: 'c' } },
        { name: 'data' },
        5,
      ],
    },
  },
]

describe('mountMatrix', () => {
  const { rows, columns } = mountMatrix(documents, [0, 'spec'])

  it('has a row a volume name, those without a volume last', () => {
    expect(rows.map(({ name, path }) => [name, path?.at(-1) ?? null])).toEqual([
      ['data', 0],
      ['config', 1],
      ['ghost', null],
    ])
  })

  it('has a column a container in run order', () => {
    expect(columns.map(({ name }) => name)).toEqual(['init', 'app'])
  })

  it('finds the mounts of a cell by their place in the list', () => {
    const app = columns[1]
    expect(app && mountPlaces(app, 'data')).toEqual([0, 3])
    expect(app && mountPlaces(app, 'config')).toEqual([])
  })
})
