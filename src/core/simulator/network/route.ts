import type { ApiServer } from '../api/apiServer'
import { SERVICE_NAME, type EndpointSlice } from '../api/endpointObjects'
import { hash } from '../hash'
import type { Random } from '../random'
import { endpointGroups, type EndpointGroup } from './endpoints'
import { resolve, type Service } from './names'
import type { NetworkError } from './request'

/** Where a request goes: an address and a port, or why nowhere, and the Service that leads there. */
export type Route = {
  readonly service: { readonly namespace: string; readonly name: string } | null
  readonly address: string
} & ({ readonly port: number } | { readonly error: NetworkError })

/** Who asks for what. */
export interface Asked {
  /** A name or an address. */
  readonly host: string
  readonly port: number
  /** The namespace that asks: short names are names of it. */
  readonly namespace: string
  /** The address that asks. */
  readonly from: string
}

/** The state of a simulated cluster that leads requests. */
export interface Ways {
  readonly api: ApiServer
  readonly random: Random
}

/** So many names may stand for names. */
const ALIASES = 8

const ADDRESS = /^\d+(\.\d+){3}$/

/**
 * Takes the ways of a cluster and who asks for what; gives where the request goes, as cluster DNS and kube-proxy lead it
 * (pkg/proxy/iptables; KUBELET.md A13.5-13.8). On one node traffic policies make no difference. NetworkPolicies hold
 * nothing up: the usual network of a small cluster (kindnet, flannel) does not enforce them.
 */
export function routeTo(ways: Ways, asked: Asked, aliases = ALIASES): Route {
  if (ADDRESS.test(asked.host)) return routeToAddress(ways, asked)
  const named = aliases === 0 ? null : resolve(ways.api, asked.host, asked.namespace)
  if (named === null) return { service: null, address: asked.host, error: 'no such host' }
  switch (named.is) {
    case 'address':
      return routeToAddress(ways, { ...asked, host: named.address })
    case 'service':
      return routeToService(ways, named.service, asked, asked.port)
    case 'alias': {
      const route = routeTo(ways, { ...asked, host: named.host }, aliases - 1)
      return { ...route, service: route.service ?? placeOf(named.service) }
    }
    case 'pods': {
      // Nobody translates the port: the name is that of the pods themselves.
      const address = named.addresses[Math.floor(ways.random() * named.addresses.length)]
      const service = placeOf(named.service)
      return address === undefined
        ? { service, address: asked.host, error: 'no such host' }
        : { service, address, port: asked.port }
    }
  }
}

/** Takes the ways of a cluster, a name and the namespace that asks; gives the addresses that cluster DNS answers. */
export function addressesOf(
  { api }: Pick<Ways, 'api'>,
  host: string,
  namespace: string,
  aliases = ALIASES,
): readonly string[] {
  if (ADDRESS.test(host)) return [host]
  const named = aliases === 0 ? null : resolve(api, host, namespace)
  if (named === null) return []
  switch (named.is) {
    case 'address':
      return [named.address]
    case 'service':
      return [named.service.spec?.clusterIP ?? ''].filter((address) => address !== '')
    case 'alias':
      return addressesOf({ api }, named.host, namespace, aliases - 1)
    case 'pods':
      return named.addresses
  }
}

function placeOf({ metadata }: Service): { readonly namespace: string; readonly name: string } {
  return { namespace: metadata?.namespace ?? 'default', name: metadata?.name ?? '' }
}

function routeToAddress(ways: Ways, asked: Asked): Route {
  const { host, port } = asked
  const services = ways.api.list('Service')
  const service = services.find(
    ({ spec }) => spec?.clusterIP === host || spec?.externalIPs?.includes(host) === true,
  )
  if (service !== undefined) return routeToService(ways, service, asked, port)
  return isNode(ways.api, host) ? routeToNode(ways, asked, services) : { service: null, address: host, port }
}

function isNode(api: ApiServer, address: string): boolean {
  return api
    .list('Node')
    .some(({ status }) =>
      status?.addresses?.some((each) => each.type === 'InternalIP' && each.address === address),
    )
}

/** A node's port is a Service's, a pod's (hostPort), or of who listens there. */
function routeToNode(ways: Ways, asked: Asked, services: readonly Service[]): Route {
  const { host, port } = asked
  for (const service of services) {
    const open = service.spec?.ports?.find(({ nodePort = 0 }) => nodePort === port)
    if (open !== undefined) return routeToService(ways, service, asked, open.port ?? 0)
  }
  for (const { spec, status } of ways.api.list('Pod')) {
    const open = (spec?.containers ?? [])
      .flatMap(({ ports = [] }) => ports)
      .find(({ hostPort = 0 }) => hostPort === port)
    if (open !== undefined && spec?.hostNetwork !== true && status?.podIP !== undefined)
      return { service: null, address: status.podIP, port: open.containerPort ?? 0 }
  }
  return { service: null, address: host, port }
}

/** A place behind a Service. */
interface Target {
  readonly address: string
  readonly port: number
}

function routeToService(ways: Ways, service: Service, { from }: Asked, port: number): Route {
  const place = placeOf(service)
  const address = service.spec?.clusterIP ?? ''
  const wanted = service.spec?.ports?.find((each) => each.port === port && (each.protocol ?? 'TCP') === 'TCP')
  // No rule is about the port: the packet goes nowhere.
  if (wanted === undefined) return { service: place, address, port }
  const targets = targetsOf(ways.api, service, wanted.name ?? '')
  const isSticky = service.spec?.sessionAffinity === 'ClientIP'
  const target = isSticky ? closest(targets, from) : targets[Math.floor(ways.random() * targets.length)]
  return target === undefined ? { service: place, address, error: 'refused' } : { service: place, ...target }
}

/** The ready pods, or where there are none those that still serve while they end (KEP-1669). */
function targetsOf(api: ApiServer, { metadata, spec }: Service, portName: string): readonly Target[] {
  const { namespace = '', name = '' } = metadata ?? {}
  const groups =
    spec?.selector === undefined
      ? api
          .list('EndpointSlice', namespace)
          .filter((slice) => slice.metadata?.labels?.[SERVICE_NAME] === name)
          .map((slice) => groupOf(slice))
      : endpointGroups(spec, api.list('Pod', namespace))
  const all = groups.flatMap(({ ports, endpoints }) =>
    ports
      .filter((each) => each.name === portName)
      .flatMap(({ port }) => endpoints.map((endpoint) => ({ ...endpoint, port }))),
  )
  const ready = all.filter((endpoint) => endpoint.ready)
  const usable = ready.length > 0 ? ready : all.filter(({ serving, terminating }) => serving && terminating)
  return usable.map(({ address, port }) => ({ address, port }))
}

/** An endpoint of which no more is said than that it is ready serves. */
function groupOf({ endpoints, ports }: EndpointSlice): EndpointGroup {
  return {
    ports: (ports ?? []).map(({ name = '', ...port }) => ({ name, ...port })),
    endpoints: (endpoints ?? []).flatMap(({ addresses, targetRef, conditions }) =>
      addresses.map((address) => ({
        address,
        pod: targetRef?.name ?? '',
        serving: conditions.ready,
        terminating: false,
        ...conditions,
      })),
    ),
  }
}

/** The same client comes to the same pod while that one is there; without a memory, unlike kube-proxy's of three hours. */
function closest(targets: readonly Target[], from: string): Target | undefined {
  const distance = ({ address }: Target) => hash(`${from} ${address}`)
  return targets.toSorted((a, b) => distance(a) - distance(b))[0]
}
