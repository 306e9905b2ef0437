import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../json'
import { valueAt, type Path } from '../path'
import { servicesIn, SERVICE_TYPES, type ServiceTypeId } from '../services'
import {
  addService,
  addServicePort,
  leaveServiceType,
  removeServicePort,
  setServicePort,
  setServiceType,
} from './services'

const SPEC: Path = [0, 'spec']
const PORT: Path = [0, 'spec', 'ports', 0]

function deployment(metadata: JsonObject, ports: Json = [{ containerPort: 80 }]): Json {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      selector: { matchLabels: { app: 'a' } },
      template: {
        metadata: { labels: { app: 'a', tier: 't' } },
        spec: { containers: [{ name: 'c', ports }] },
      },
    },
  }
}

function service(spec: Json): Json[] {
  return [{ apiVersion: 'v1', kind: 'Service', metadata: { name: 's' }, spec }]
}

describe('addService', () => {
  it('puts a Service behind the workload that selects its pods and listens on their port', () => {
    const documents = [deployment({ name: 'web', namespace: 'shop' }), { kind: 'Other' }]
    expect(addService([0])(documents)).toEqual([1])
    expect(documents[1]).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop', labels: { app: 'a' } },
      spec: { selector: { app: 'a' }, ports: [{ port: 80 }] },
    })
    expect(documents[2]).toEqual({ kind: 'Other' })
    expect(servicesIn(documents)[0]?.selects).toEqual([[0]])
  })

  it.each(SERVICE_TYPES)('as a $id', ({ id }) => {
    const documents = [deployment({ name: 'web' })]
    addService([0], { name: 'front', type: id, port: 8080 })(documents)
    const [made] = servicesIn(documents)
    expect([made?.name, made?.type?.id, made?.ports[0]?.port]).toEqual(['front', id, 8080])
  })

  it('shares no labels with the pod', () => {
    const documents = [deployment({ name: 'web' })]
    addService([0])(documents)
    const paths = [
      [1, 'spec', 'selector'],
      [1, 'metadata', 'labels'],
      [0, 'spec', 'selector', 'matchLabels'],
    ]
    expect(new Set(paths.map((path) => valueAt(documents, path))).size).toBe(3)
  })

  it.each<[string, Json, string, Json]>([
    [
      'default goes without saying',
      deployment({ name: 'w', namespace: 'default' }),
      'w',
      { name: 'w', labels: { app: 'a' } },
    ],
    ['no name', deployment({}), 'service', { name: 'service', labels: { app: 'a' } }],
    [
      'labels of a bare Pod',
      { kind: 'Pod', metadata: { name: 'p', labels: { x: 'y' } } },
      'p',
      { name: 'p', labels: { x: 'y' } },
    ],
    ['no labels', { kind: 'Pod', metadata: { name: 'p' } }, 'p', { name: 'p' }],
  ])('%s', (_, workload, name, metadata) => {
    const documents = [workload]
    addService([0])(documents)
    expect(servicesIn(documents)[0]?.name).toBe(name)
    expect(valueAt(documents, [1, 'metadata'])).toEqual(metadata)
  })

  it('port 80 where the pod says none, and a fresh name', () => {
    const documents = [deployment({ name: 'web' }, null)]
    addService([0])(documents)
    addService([0])(documents)
    expect(servicesIn(documents).map(({ name, ports }) => [name, ports[0]?.port])).toEqual([
      ['web-2', 80],
      ['web', 80],
    ])
  })

  it('makes none for what is no workload', () => {
    const documents: Json[] = [{ kind: 'ConfigMap' }]
    expect(addService([0])(documents)).toBeUndefined()
    expect(documents).toHaveLength(1)
  })
})

describe('setServiceType', () => {
  const ids: readonly ServiceTypeId[] = ['ClusterIP', 'NodePort', 'LoadBalancer', 'headless', 'ExternalName']
  it.each(ids.flatMap((from) => ids.map((to) => [from, to] as const)))('%s to %s and back', (from, to) => {
    const documents = service({ selector: { app: 'a' }, ports: [{ port: 80 }] })
    for (const id of [from, to, from]) {
      setServiceType([0], id)(documents)
      expect(servicesIn(documents)[0]?.type?.id).toBe(id)
    }
    expect(valueAt(documents, [0, 'spec', 'selector'])).toEqual({ app: 'a' })
  })

  it.each<[Json, ServiceTypeId, Json]>([
    [{ ports: [] }, 'NodePort', { type: 'NodePort', ports: [] }],
    [{ ports: [] }, 'ClusterIP', { ports: [] }],
    [
      { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }], externalTrafficPolicy: 'Local' },
      'ClusterIP',
      { type: 'ClusterIP', ports: [{ port: 80 }] },
    ],
    [
      {
        type: 'LoadBalancer',
        loadBalancerClass: 'x',
        externalTrafficPolicy: 'Local',
        ports: [{ nodePort: 30080 }],
      },
      'NodePort',
      { type: 'NodePort', externalTrafficPolicy: 'Local', ports: [{ nodePort: 30080 }] },
    ],
    [{ clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'] }, 'headless', { clusterIP: 'None' }],
    [{ clusterIP: 'None', clusterIPs: ['None'] }, 'NodePort', { type: 'NodePort' }],
    [{ clusterIP: '10.0.0.1' }, 'NodePort', { type: 'NodePort', clusterIP: '10.0.0.1' }],
    [
      { type: 'ClusterIP', clusterIP: '10.0.0.1', ipFamilies: ['IPv4'] },
      'ExternalName',
      { type: 'ExternalName', externalName: '' },
    ],
    [{ type: 'ExternalName', externalName: 'x.example.com' }, 'ClusterIP', { type: 'ClusterIP' }],
    [{ type: 'Loadbalancer' }, 'LoadBalancer', { type: 'LoadBalancer' }],
    [7, 'NodePort', { type: 'NodePort' }],
  ])('%j as %s', (before, id, after) => {
    const documents = service(structuredClone(before))
    setServiceType([0], id)(documents)
    expect(documents).toEqual(service(after))
  })
})

describe('leaveServiceType', () => {
  it.each<[Json, Json]>([
    [{ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }, { ports: [{ port: 80 }] }],
    [{ type: 'ClusterIP' }, {}],
    [{ clusterIP: 'None' }, {}],
    [{ selector: { app: 'a' } }, { selector: { app: 'a' } }],
  ])('%j without a type that is written', (before, after) => {
    const documents = service(structuredClone(before))
    leaveServiceType([0])(documents)
    expect(documents).toEqual(service(after))
  })
})

describe('ports', () => {
  it('several need names: the new one gets one, and the first as well', () => {
    const documents = service({ ports: [{ port: 80 }] })
    expect(addServicePort([0], { port: 443 })(documents)).toEqual([0, 'spec', 'ports', 1])
    addServicePort([0], { name: 'metrics', port: 9090, targetPort: 'metrics' })(documents)
    addServicePort([0])(documents)
    expect(valueAt(documents, [...SPEC, 'ports'])).toEqual([
      { name: 'http', port: 80 },
      { name: 'https', port: 443 },
      { name: 'metrics', port: 9090, targetPort: 'metrics' },
      { name: 'port-8080', port: 8080 },
    ])
    expect(Object.keys(Object(valueAt(documents, PORT)))).toEqual(['name', 'port'])
  })

  it('the only one needs none', () => {
    const documents = service({})
    addServicePort([0])(documents)
    expect(documents).toEqual(service({ ports: [{ port: 80 }] }))
  })

  it('setServicePort changes, leaves and removes', () => {
    const documents = service({ ports: [{ name: 'a', port: 80, targetPort: 'http', nodePort: 30080 }] })
    setServicePort(PORT, { name: '', port: 81, targetPort: 8080, nodePort: Number.NaN, protocol: 'UDP' })(
      documents,
    )
    expect(documents).toEqual(service({ ports: [{ port: 81, targetPort: 8080, protocol: 'UDP' }] }))
    setServicePort(PORT, { targetPort: '' })(documents)
    expect(documents).toEqual(service({ ports: [{ port: 81, protocol: 'UDP' }] }))
  })

  it('removeServicePort takes ports along with the last one', () => {
    const documents = service({ type: 'NodePort', ports: [{ port: 80 }] })
    expect(removeServicePort(PORT)(documents)).toEqual(SPEC)
    expect(documents).toEqual(service({ type: 'NodePort' }))
  })
})
