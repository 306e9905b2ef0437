import type { ServicePort } from '../../../kubernetes/schema/types-1.36'
import type { ObjectsByKind } from '../../api/objects'
import { save } from '../../api/save'
import type { Controller, ControlPlane } from '../controlPlane'
import { hash } from '../../hash'

type Service = ObjectsByKind['Service']

/** 10.96.0.0/16, but for its first addresses, which the API server keeps for those that are asked for by number (KEP-3070). */
const FIRST_ADDRESS = 257
const ADDRESSES = 65_536 - 512

const FIRST_NODE_PORT = 30_000
const NODE_PORTS = 2768

/** The status of a Service that no load balancer has come to. */
const UNBALANCED = { loadBalancer: {} }

/** Gives Services their cluster IPs and node ports (pkg/registry/core/service/storage/alloc.go). They follow from the names, so the same design has the same. No load balancer ever comes: EXTERNAL-IP stays `<pending>`. */
export const serviceController: Controller = {
  name: 'service',
  watches: new Set(['Service']),
  reconcile: (plane) => {
    for (const service of plane.api.list('Service')) save(plane.api, 'Service', allocated(plane, service))
  },
}

function allocated(plane: ControlPlane, service: Service): Service {
  const { spec } = service
  if (spec === undefined || spec.type === 'ExternalName') return { ...service, status: UNBALANCED }
  const clusterIP = spec.clusterIP ?? freeAddress(plane, service)
  return {
    ...service,
    status: UNBALANCED,
    spec: { ...spec, clusterIP, clusterIPs: spec.clusterIPs ?? [clusterIP], ...nodePorts(plane, service) },
  }
}

function freeAddress({ api }: ControlPlane, { metadata }: Service): string {
  const taken = new Set(api.list('Service').map(({ spec }) => spec?.clusterIP))
  const start = hash(`${metadata?.namespace}/${metadata?.name}`) % ADDRESSES
  for (let step = 0; step < ADDRESSES; step++) {
    const number = FIRST_ADDRESS + ((start + step) % ADDRESSES)
    const address = `10.96.${Math.floor(number / 256)}.${number % 256}`
    if (!taken.has(address)) return address
  }
  return 'None'
}

function nodePorts({ api }: ControlPlane, service: Service): { readonly ports?: readonly ServicePort[] } {
  const { metadata, spec } = service
  const { type, ports, allocateLoadBalancerNodePorts = true } = spec ?? {}
  const wantsThem = type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts)
  if (ports === undefined || !wantsThem || ports.every(({ nodePort = 0 }) => nodePort > 0)) return {}
  const taken = new Set(
    api.list('Service').flatMap((each) => (each.spec?.ports ?? []).map(({ nodePort }) => nodePort)),
  )
  return {
    ports: ports.map((port) => {
      if ((port.nodePort ?? 0) > 0) return port
      let offset = hash(`${metadata?.namespace}/${metadata?.name}:${port.port}`) % NODE_PORTS
      while (taken.has(FIRST_NODE_PORT + offset) && taken.size < NODE_PORTS)
        offset = (offset + 1) % NODE_PORTS
      taken.add(FIRST_NODE_PORT + offset)
      return { ...port, nodePort: FIRST_NODE_PORT + offset }
    }),
  }
}
