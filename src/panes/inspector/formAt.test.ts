import { describe, expect, it } from 'vitest'
import type { Json } from '../../core/kubernetes/json'
import type { Path } from '../../core/kubernetes/path'
import { formAt, type FormId } from './formAt'

const documents: Json[] = [
  null,
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: {
      template: {
        spec: {
          containers: [{ name: 'a', env: [{ name: 'X' }] }, 5],
          volumes: [{ name: 'v', emptyDir: {} }],
        },
      },
    },
  },
  { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 80 }] } },
  { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } },
]
const podSpec: Path = [1, 'spec', 'template', 'spec']

describe('formAt', () => {
  it.each<[Path | null, FormId, Path]>([
    [null, 'workload', [1]],
    [[0], 'workload', [1]],
    [[1], 'workload', [1]],
    [[1, 'spec', 'template', 'metadata', 'labels'], 'workload', [1]],
    [podSpec, 'pod', podSpec],
    [[...podSpec, 'volumes'], 'pod', podSpec],
    [[...podSpec, 'nodeSelector'], 'pod', podSpec],
    [[...podSpec, 'containers', 0], 'container', [...podSpec, 'containers', 0]],
    [[...podSpec, 'containers', 0, 'env', 0, 'name'], 'container', [...podSpec, 'containers', 0]],
    [[...podSpec, 'containers', 1], 'pod', podSpec],
    [[...podSpec, 'volumes', 0, 'emptyDir'], 'volume', [...podSpec, 'volumes', 0]],
    [[...podSpec, 'volumes', 3], 'pod', podSpec],
    [[2, 'spec', 'ports', 0], 'service', [2]],
    [[3, 'data', 'a'], 'object', [3]],
    [[9], 'workload', [1]],
  ])('of %j is %s', (selected, id, path) => {
    expect(formAt(documents, selected)).toMatchObject({ id, path })
  })

  it('is none without an object', () => {
    expect(formAt([], null)).toBeNull()
    expect(formAt([null, 5], [0])).toBeNull()
  })
})
