import { describe, expect, it } from 'vitest'
import { TrialCluster } from '../../../../golden/trialCluster'
import type { ContainerPort, PodSpec, ServiceSpec } from '../../../kubernetes/schema/types-1.36'
import { SERVICE_NAME } from '../../api/endpointObjects'

/** What of a pod matters here. */
interface Traits {
  readonly ready?: boolean
  readonly leaving?: boolean
  readonly ports?: readonly ContainerPort[]
  readonly spec?: PodSpec
}

const HTTP: ContainerPort = { name: 'http', containerPort: 8080, protocol: 'TCP' }

function put(cluster: TrialCluster, name: string, ip: string, traits: Traits): void {
  const { ready = true, leaving = false, ports = [HTTP], spec } = traits
  cluster.api.put('Pod', {
    metadata: {
      name,
      namespace: 'shop',
      labels: { app: 'web' },
      ...(leaving ? { deletionTimestamp: '2030-01-01T00:00:30Z' } : {}),
    },
    spec: { nodeName: 'node-1', containers: [{ name: 'web', ports }], ...spec },
    status: {
      phase: 'Running',
      podIP: ip,
      conditions: [
        {
          type: 'Ready',
          status: ready ? 'True' : 'False',
          lastTransitionTime: cluster.clock.timestamp(),
        },
      ],
    },
  })
}

function trial(service: ServiceSpec, pods: Readonly<Record<string, Traits>> = {}): TrialCluster {
  const cluster = new TrialCluster(() => ({ readyAfter: null, endsAfter: 60 }))
  cluster.api.put('Service', {
    metadata: { name: 'web', namespace: 'shop', labels: { tier: 'a' } },
    spec: service,
  })
  for (const [index, [name, traits]] of Object.entries(pods).entries())
    put(cluster, name, `10.244.0.${5 + index}`, traits)
  cluster.runTo(1)
  return cluster
}

const endpointsOf = (cluster: TrialCluster) => cluster.api.get('Endpoints', 'shop', 'web')
const slicesOf = (cluster: TrialCluster) => cluster.api.list('EndpointSlice', 'shop')

/** Each subset: its ports, who is ready, who is not. */
function subsetsOf(cluster: TrialCluster): readonly string[] {
  return (endpointsOf(cluster)?.subsets ?? []).map(({ ports = [], addresses = [], notReadyAddresses = [] }) =>
    [
      ports.map(({ name = '', port }) => `${name}:${port}`).join(','),
      addresses.map(({ targetRef }) => targetRef?.name).join(','),
      notReadyAddresses.map(({ targetRef }) => targetRef?.name).join(','),
    ].join(' '),
  )
}

/** Each slice: its ports, and its endpoints with what they are. */
function sliceTexts(cluster: TrialCluster): readonly string[] {
  return slicesOf(cluster)
    .map(({ ports, endpoints }) =>
      [
        ports === null ? 'none' : ports.map(({ name = '', port }) => `${name}:${port}`).join(','),
        ...(endpoints ?? []).map(({ targetRef, conditions: { ready, serving, terminating } }) =>
          [targetRef?.name, ready ? 'ready' : '', serving ? 'serving' : '', terminating ? 'terminating' : '']
            .filter((word) => word !== '')
            .join('/'),
        ),
      ].join(' '),
    )
    .toSorted()
}

const WEB: ServiceSpec = {
  clusterIP: '10.96.0.9',
  selector: { app: 'web' },
  ports: [{ port: 80, targetPort: 'http' }],
}
const TWO: ServiceSpec = {
  ...WEB,
  ports: [
    { name: 'a', port: 80, targetPort: 'http' },
    { name: 'b', port: 81, targetPort: 9090 },
  ],
}
const OTHER: Traits = { ports: [{ ...HTTP, name: 'other' }] }

describe('what a Service leads to', () => {
  it.each<[string, ServiceSpec, Readonly<Record<string, Traits>>, readonly string[], readonly string[]]>([
    ['no pods', WEB, {}, [], ['none']],
    ['pods', WEB, { a: {}, b: {} }, [':8080 a,b '], [':8080 a/ready/serving b/ready/serving']],
    [
      'pods that are not ready',
      WEB,
      { a: {}, b: { ready: false } },
      [':8080 a b'],
      [':8080 a/ready/serving b'],
    ],
    ['no pod that is ready', WEB, { a: { ready: false } }, [':8080  a'], [':8080 a']],
    [
      'pods that are wanted anyway',
      { ...WEB, publishNotReadyAddresses: true },
      { a: { ready: false } },
      [':8080 a '],
      [':8080 a/ready'],
    ],
    ['a pod that ends', WEB, { a: { leaving: true } }, [], [':8080 a/serving/terminating']],
    ['a pod without the port', WEB, { a: OTHER }, [], ['none a/ready/serving']],
    [
      'a pod with and one without the port',
      TWO,
      { a: {}, b: OTHER },
      ['a:8080 a ', 'b:9090 a,b '],
      ['a:8080,b:9090 a/ready/serving', 'b:9090 b/ready/serving'],
    ],
    [
      'two ports',
      TWO,
      { a: {}, b: {} },
      ['a:8080,b:9090 a,b '],
      ['a:8080,b:9090 a/ready/serving b/ready/serving'],
    ],
    [
      'pods, by themselves and without ports',
      { clusterIP: 'None', selector: { app: 'web' } },
      { a: {} },
      [' a '],
      ['none a/ready/serving'],
    ],
  ])('%s', (_what, service, pods, subsets, slices) => {
    const cluster = trial(service, pods)
    expect(subsetsOf(cluster)).toEqual(subsets)
    expect(sliceTexts(cluster)).toEqual(slices)
  })

  it.each<[string, ServiceSpec]>([
    ['selects nothing', { ports: [{ port: 80 }] }],
    ['is another name', { type: 'ExternalName', externalName: 'x.org', selector: { app: 'web' } }],
  ])('nobody writes down where it %s', (_what, service) => {
    const cluster = trial(service, { a: {} })
    expect([endpointsOf(cluster), slicesOf(cluster)]).toEqual([undefined, []])
  })

  it('is said with labels, times and who it is', () => {
    const cluster = trial(
      { ...WEB, clusterIP: 'None' },
      { a: { spec: { hostname: 'first', subdomain: 'web' } } },
    )
    const [slice] = slicesOf(cluster)
    const pod = cluster.api.get('Pod', 'shop', 'a')
    const service = cluster.api.get('Service', 'shop', 'web')
    const said = {
      hostname: 'first',
      nodeName: 'node-1',
      targetRef: { kind: 'Pod', name: 'a', namespace: 'shop', uid: pod?.metadata?.uid },
    }
    expect(endpointsOf(cluster)?.subsets?.[0]?.addresses).toEqual([{ ip: '10.244.0.5', ...said }])
    expect(endpointsOf(cluster)?.metadata?.labels).toEqual({
      tier: 'a',
      'service.kubernetes.io/headless': '',
      'endpoints.kubernetes.io/managed-by': 'endpoint-controller',
    })
    expect(slice).toMatchObject({
      metadata: {
        generateName: 'web-',
        labels: {
          tier: 'a',
          'service.kubernetes.io/headless': '',
          'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
          [SERVICE_NAME]: 'web',
        },
        annotations: { 'endpoints.kubernetes.io/last-change-trigger-time': '2030-01-01T00:00:00Z' },
        ownerReferences: [{ kind: 'Service', uid: service?.metadata?.uid, controller: true }],
      },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.244.0.5'], ...said }],
      ports: [{ name: '', port: 8080, protocol: 'TCP' }],
    })
    expect(slice?.metadata?.name).toMatch(/^web-[a-z\d]{5}$/)
  })

  it('stays in the same slice while it changes, and goes with the Service', () => {
    const cluster = trial(WEB)
    const [empty] = slicesOf(cluster)
    put(cluster, 'a', '10.244.0.5', { ready: false })
    cluster.runTo(2)
    put(cluster, 'a', '10.244.0.5', {})
    cluster.runTo(3)
    const [now, ...more] = slicesOf(cluster)
    expect([now?.metadata?.name, now?.metadata?.generation, more]).toEqual([empty?.metadata?.name, 3, []])
    expect(now?.metadata?.annotations).toEqual({
      'endpoints.kubernetes.io/last-change-trigger-time': '2030-01-01T00:00:02Z',
    })
    cluster.api.remove('Pod', 'shop', 'a')
    cluster.runTo(4)
    expect(
      slicesOf(cluster).map(({ metadata, endpoints }) => [metadata?.name, metadata?.annotations, endpoints]),
    ).toEqual([[empty?.metadata?.name, {}, null]])
    cluster.api.remove('Service', 'shop', 'web')
    cluster.runTo(5)
    expect([endpointsOf(cluster), slicesOf(cluster)]).toEqual([undefined, []])
  })

  it('is a hundred endpoints in a slice at most', () => {
    const cluster = trial(WEB, Object.fromEntries(Array.from({ length: 102 }, (_none, at) => [`p${at}`, {}])))
    const counts = slicesOf(cluster).map(({ endpoints }) => endpoints?.length ?? 0)
    expect(counts.toSorted((a, b) => a - b)).toEqual([2, 100])
  })
})
