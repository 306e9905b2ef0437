import { describe, expect, it } from 'vitest'
import type { Json } from '../../kubernetes/json'
import { ClusterHistory } from './clusterHistory'
import { containerPathOfLife, objectPath, originAt, volumePathOfLife } from './designPlace'
import { fileMovement, requestMovement } from './movement'

const DESIGN: readonly Json[] = [
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'front' },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: {
      containers: [{ name: 'nginx' }, { name: 'writer' }],
      volumes: [{ name: 'data', emptyDir: {} }],
    },
  },
]

const place = (container: string) => ({ namespace: 'default', pod: 'web', container })

function lived(): ClusterHistory {
  const history = new ClusterHistory(0)
  const mounted = { volume: 'data', mountPath: '/data', path: 'index.html', bytes: 3 }
  const asked = { host: 'front', port: 80, protocol: 'http', path: '/' } as const
  const service = { namespace: 'default', name: 'front' }
  history.add([
    {
      type: 'object',
      kind: 'Pod',
      namespace: 'default',
      name: 'web',
      object: {
        metadata: { name: 'web' },
        spec: {
          containers: [
            { name: 'nginx', volumeMounts: [{ name: 'data', mountPath: '/data' }] },
            { name: 'writer', volumeMounts: [{ name: 'data', mountPath: '/data' }] },
          ],
          volumes: [{ name: 'data', emptyDir: {} }],
        },
      },
      time: 0,
    },
    { type: 'file', access: 'write', ...mounted, ...place('writer'), time: 1000 },
    { type: 'file', access: 'read', ...mounted, ...place('nginx'), time: 2000 },
    {
      type: 'request',
      ...asked,
      from: null,
      service,
      to: place('nginx'),
      result: { status: 200 },
      took: 1,
      time: 2000,
    },
    {
      type: 'request',
      ...asked,
      from: null,
      service,
      to: null,
      result: { error: 'refused' },
      took: 1,
      time: 3000,
    },
    { type: 'file', access: 'remove', ...mounted, ...place('writer'), time: 4000 },
  ])
  return history
}

const origin = { namespace: 'default', origin: { kind: 'Pod', name: 'web' } }

describe('what goes along a mount', () => {
  it.each([
    ['before anything', 999, 'writer', null],
    ['a write', 1500, 'writer', { time: 1000, way: 'write' }],
    ['of each container its own', 2500, 'writer', { time: 1000, way: 'write' }],
    ['a read', 2500, 'nginx', { time: 2000, way: 'read' }],
    ['a removal is a write', 4000, 'writer', { time: 4000, way: 'write' }],
  ])('%s', (_, moment, container, movement) => {
    expect(fileMovement(lived(), moment, origin, container, 'data')).toEqual(movement)
  })
})

describe('what goes along the line of a Service', () => {
  it.each([
    ['nothing yet', 1999, null],
    ['an answered request', 2000, { time: 2000, way: 'answered' }],
    ['one that nobody answered', 3000, { time: 3000, way: 'failed' }],
  ])('%s', (_, moment, movement) => {
    expect(requestMovement(lived(), moment, 'default', 'front', 'nginx')).toEqual(movement)
  })
})

describe('places in the design', () => {
  it('of what runs, and back', () => {
    const [pod] = lived().pods
    expect(pod).toBeDefined()
    if (pod === undefined) return
    expect(containerPathOfLife(DESIGN, pod, 'writer')).toEqual([1, 'spec', 'containers', 1])
    expect(containerPathOfLife(DESIGN, pod, 'nobody')).toBeNull()
    expect(volumePathOfLife(DESIGN, pod, 'data')).toEqual([1, 'spec', 'volumes', 0])
    expect(volumePathOfLife(DESIGN, pod, 'nobody')).toBeNull()
    expect(objectPath(DESIGN, 'Service', 'default', 'front')).toEqual([0])
    expect(originAt(DESIGN, [1, 'spec', 'containers', 0])).toEqual(origin)
    expect(originAt(DESIGN, [0])).toBeNull()
  })
})
