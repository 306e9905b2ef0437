import { describe, expect, it } from 'vitest'
import type { Json } from './json'
import type { Path } from './path'
import { pathSteps } from './pathSteps'

const DOCUMENTS: readonly Json[] = [
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: {
      containers: [
        {
          name: 'nginx',
          ports: [{ containerPort: 80 }, { name: 'http', containerPort: 8080 }],
          volumeMounts: [{ mountPath: '/data' }],
          args: ['-v'],
        },
        {},
      ],
    },
  },
  { kind: 'Gizmo', spec: [{ a: 1 }, { metadata: { name: 'inner' } }] },
  'text',
]

describe('pathSteps', () => {
  it.each<[Path, readonly string[]]>([
    [[], []],
    [[0], ['Pod web']],
    [
      [0, 'spec', 'containers', 0, 'ports', 1, 'name'],
      ['Pod web', 'spec', 'containers', 'nginx', 'ports', 'http', 'name'],
    ],
    [
      [0, 'spec', 'containers', 0, 'ports', 0],
      ['Pod web', 'spec', 'containers', 'nginx', 'ports', '80'],
    ],
    [
      [0, 'spec', 'containers', 0, 'volumeMounts', 0],
      ['Pod web', 'spec', 'containers', 'nginx', 'volumeMounts', '/data'],
    ],
    [
      [0, 'spec', 'containers', 0, 'args', 0],
      ['Pod web', 'spec', 'containers', 'nginx', 'args', '0'],
    ],
    [
      [0, 'spec', 'containers', 1],
      ['Pod web', 'spec', 'containers', '1'],
    ],
    [
      [1, 'spec', 0],
      ['Gizmo', 'spec', '0'],
    ],
    [
      [1, 'spec', 1],
      ['Gizmo', 'spec', 'inner'],
    ],
    [[2], ['document 3']],
    [
      [9, 'gone', 3],
      ['document 10', 'gone', '3'],
    ],
  ])('%j: %j', (path, labels) => {
    const steps = pathSteps(DOCUMENTS, path)
    expect(steps.map(({ label }) => label)).toEqual(labels)
    expect(steps.map((step) => step.path)).toEqual(path.map((_, i) => path.slice(0, i + 1)))
  })
})
