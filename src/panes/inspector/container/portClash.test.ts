import { describe, expect, it } from 'vitest'
import type { Json } from '../../../core/kubernetes/json'
import { portClash } from './portClash'

const documents: Json[] = [
  {
    spec: {
      initContainers: [{ name: 'side', ports: [{ containerPort: 53, protocol: 'UDP' }] }],
      containers: [
        { name: 'a', ports: [{ containerPort: 80 }, { containerPort: 53 }] },
        { name: 'b', ports: [{ containerPort: 80, protocol: 'TCP' }, {}, null] },
        { name: 'c', ports: 5 },
      ],
    },
  },
]

describe('portClash', () => {
  it.each([
    [0, 0, 'b has port 80 too: containers of a pod share one network.'],
    [0, 1, null],
    [1, 0, 'a has port 80 too: containers of a pod share one network.'],
    [1, 1, null],
    [1, 2, null],
    [2, 0, null],
  ])('of port %i.%i', (container, port, said) => {
    expect(portClash(documents, [0, 'spec'], [0, 'spec', 'containers', container, 'ports', port])).toBe(said)
  })
})
