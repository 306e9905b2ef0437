import { describe, expect, it } from 'vitest'
import { TrialCluster } from '../../../golden/trialCluster'
import type { PodSpec, ServiceSpec } from '../../kubernetes/schema/types-1.36'
import { NODE_ADDRESS } from '../api/bootstrap'
import { seeded } from '../random'
import { addressesOf, routeTo, type Route } from './route'

interface PodTraits {
  readonly ready?: boolean
  readonly leaving?: boolean
  readonly spec?: PodSpec
}

function put(
  cluster: TrialCluster,
  name: string,
  ip: string,
  { ready = true, leaving, spec }: PodTraits = {},
): void {
  cluster.api.put('Pod', {
    metadata: {
      name,
      namespace: 'shop',
      labels: { app: 'web' },
      ...(leaving === true ? { deletionTimestamp: '2030-01-01T00:00:30Z' } : {}),
    },
    spec: {
      nodeName: 'node-1',
      containers: [{ name: 'web', ports: [{ name: 'http', containerPort: 8080 }] }],
      ...spec,
    },
    status: {
      phase: 'Running',
      podIP: ip,
      conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }],
    },
  })
}

function trial(
  services: Readonly<Record<string, ServiceSpec>>,
  pods: Readonly<Record<string, PodTraits>> = {},
): TrialCluster {
  const cluster = new TrialCluster(() => ({ readyAfter: null, endsAfter: 60 }))
  for (const [name, spec] of Object.entries(services))
    cluster.api.put('Service', { metadata: { name, namespace: 'shop' }, spec })
  for (const [index, [name, traits]] of Object.entries(pods).entries())
    put(cluster, name, `10.244.0.${5 + index}`, traits)
  cluster.runTo(1)
  return cluster
}

const WEB: ServiceSpec = { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http' }] }
const BOTH = { a: {}, b: {} }

function routes(
  cluster: TrialCluster,
  host: string,
  port = 80,
  times = 20,
  namespace = 'shop',
  from = '10.244.0.9',
) {
  const random = seeded(7)
  const all = Array.from({ length: times }, () =>
    routeTo({ api: cluster.api, random }, { host, port, namespace, from }),
  )
  return [...new Set(all.map((route) => textOf(route)))].toSorted()
}

function textOf(route: Route): string {
  return 'error' in route ? route.error : `${route.address}:${route.port}`
}

describe('the way to a Service', () => {
  it.each<[string, string, readonly string[]]>([
    ['web', 'shop', ['10.244.0.5:8080', '10.244.0.6:8080']],
    ['WEB.shop', 'default', ['10.244.0.5:8080', '10.244.0.6:8080']],
    ['web.shop.svc', 'default', ['10.244.0.5:8080', '10.244.0.6:8080']],
    ['web.shop.svc.cluster.local', 'default', ['10.244.0.5:8080', '10.244.0.6:8080']],
    ['web.shop.svc.cluster.local.', 'default', ['10.244.0.5:8080', '10.244.0.6:8080']],
    ['web', 'default', ['no such host']],
    ['web.', 'shop', ['no such host']],
    ['example.com', 'shop', ['no such host']],
    ['10-244-0-5.shop.pod.cluster.local', 'default', ['10.244.0.5:80']],
    ['10.244.0.6', 'default', ['10.244.0.6:80']],
  ])('%s from %s', (host, namespace, targets) => {
    expect(routes(trial({ web: WEB }, BOTH), host, 80, 20, namespace)).toEqual(targets)
  })

  it('is its cluster IP, of its own ports only', () => {
    const cluster = trial({ web: WEB }, BOTH)
    const ip = cluster.api.get('Service', 'shop', 'web')?.spec?.clusterIP ?? ''
    expect(ip).toMatch(/^10\.96\.\d+\.\d+$/)
    expect(addressesOf(cluster, 'web', 'shop')).toEqual([ip])
    expect(routes(cluster, ip)).toEqual(['10.244.0.5:8080', '10.244.0.6:8080'])
    expect(routes(cluster, ip, 81)).toEqual([`${ip}:81`])
  })

  it.each<[string, Readonly<Record<string, PodTraits>>, readonly string[]]>([
    ['ready pods alone', { a: {}, b: { ready: false } }, ['10.244.0.5:8080']],
    ['no pod that ends, while another is ready', { a: {}, b: { leaving: true } }, ['10.244.0.5:8080']],
    [
      'a pod that ends and still serves, where no other is ready',
      { a: { ready: false }, b: { leaving: true } },
      ['10.244.0.6:8080'],
    ],
    ['nobody', { a: { ready: false } }, ['refused']],
    [
      'nobody, where no pod has the named port',
      { a: { spec: { containers: [{ name: 'a' }] } } },
      ['refused'],
    ],
  ])('leads to %s', (_which, pods, targets) => {
    expect(routes(trial({ web: WEB }, pods), 'web')).toEqual(targets)
  })

  it('is always the same for the same client, if it shall be', () => {
    const cluster = trial({ web: { ...WEB, sessionAffinity: 'ClientIP' } }, BOTH)
    const clients = Array.from({ length: 20 }, (_none, index) => `10.244.1.${index}`)
    const ways = clients.map((from) => routes(cluster, 'web', 80, 5, 'shop', from))
    expect(ways.every((way) => way.length === 1)).toBe(true)
    expect(new Set(ways.flat()).size).toBe(2)
  })

  it('without an address is that of the pods themselves, port and all', () => {
    const named = { hostname: 'a', subdomain: 'web' }
    const cluster = trial(
      { web: { ...WEB, clusterIP: 'None' } },
      { a: { spec: { ...named, containers: [] } }, b: {} },
    )
    expect(routes(cluster, 'web', 8080)).toEqual(['10.244.0.5:8080', '10.244.0.6:8080'])
    expect(routes(cluster, 'a.web', 8080)).toEqual(['10.244.0.5:8080'])
    expect(routes(cluster, 'c.web', 8080)).toEqual(['no such host'])
    expect(addressesOf(cluster, 'web', 'shop')).toEqual(['10.244.0.5', '10.244.0.6'])
  })

  it('is that of another name', () => {
    const cluster = trial(
      {
        web: WEB,
        alias: { type: 'ExternalName', externalName: 'web.shop.svc.cluster.local' },
        circle: { type: 'ExternalName', externalName: 'circle.shop.svc.cluster.local' },
        outside: { type: 'ExternalName', externalName: 'example.com' },
      },
      BOTH,
    )
    expect(routes(cluster, 'alias')).toEqual(routes(cluster, 'web'))
    expect(routes(cluster, 'circle')).toEqual(['no such host'])
    expect(routes(cluster, 'outside')).toEqual(['no such host'])
  })

  it('is a port of the node', () => {
    const cluster = trial(
      { web: { ...WEB, type: 'NodePort' }, public: { ...WEB, type: 'LoadBalancer' } },
      {
        a: {
          spec: { containers: [{ name: 'a', ports: [{ name: 'http', containerPort: 80, hostPort: 8000 }] }] },
        },
      },
    )
    const ports = ['web', 'public'].map(
      (name) => cluster.api.get('Service', 'shop', name)?.spec?.ports?.[0]?.nodePort,
    )
    expect(new Set(ports).size).toBe(2)
    for (const port of ports) {
      expect(port).toBeGreaterThanOrEqual(30_000)
      expect(port).toBeLessThan(32_768)
      expect(routes(cluster, NODE_ADDRESS, port)).toEqual(['10.244.0.5:80'])
    }
    expect(routes(cluster, NODE_ADDRESS, 8000)).toEqual(['10.244.0.5:80'])
    expect(routes(cluster, NODE_ADDRESS, 22)).toEqual([`${NODE_ADDRESS}:22`])
  })
})

describe('addresses of Services', () => {
  it('are the same for the same names, and each its own', () => {
    const names = Array.from({ length: 800 }, (_none, index) => `service-${index}`)
    const make = () => trial(Object.fromEntries(names.map((name) => [name, { ...WEB, type: 'NodePort' }])))
    const read = ({ api }: TrialCluster) =>
      names.map((name) => {
        const { clusterIP, ports } = api.get('Service', 'shop', name)?.spec ?? {}
        return `${clusterIP} ${ports?.[0]?.nodePort}`
      })
    const [first, second] = [read(make()), read(make())]
    expect(first).toEqual(second)
    for (const part of [0, 1]) expect(new Set(first.map((each) => each.split(' ')[part])).size).toBe(800)
  })

  it('are none for a headless Service and for another name', () => {
    const cluster = trial({
      web: { ...WEB, clusterIP: 'None' },
      alias: { type: 'ExternalName', externalName: 'a' },
    })
    expect(cluster.api.get('Service', 'shop', 'web')?.spec?.clusterIP).toBe('None')
    expect(cluster.api.get('Service', 'shop', 'alias')?.spec?.clusterIP).toBeUndefined()
  })
})
