import type { Json } from '../../kubernetes/json'
import { field, itemsOf, numberOf, stringsOf, textOf } from '../../kubernetes/shape'
import { atMostThree, inside, labelCell, nameOf, objectAge, selectorCell, type Columns } from './cells'

/*
 * The rows of what pods are reached by, as kubectl prints them (pkg/printers/internalversion/printers.go).
 */

/** loadBalancerWidth: so long a list of addresses may be. */
const ADDRESSES_WIDTH = 16

function externalIP(service: Json, wide: boolean): string {
  const external = stringsOf(inside(service, 'spec', 'externalIPs'))
  const type = textOf(inside(service, 'spec', 'type'))
  if (type === 'ExternalName') return textOf(inside(service, 'spec', 'externalName'))
  if (type !== 'LoadBalancer') return external.length === 0 ? '<none>' : external.join(',')
  const balanced = loadBalancerAddresses(service, wide)
  const all = balanced === '' ? external : [balanced, ...external]
  return all.length === 0 ? '<pending>' : all.join(',')
}

function loadBalancerAddresses(service: Json, wide: boolean): string {
  const addresses = itemsOf(inside(service, 'status', 'loadBalancer', 'ingress')).flatMap((ingress) => {
    const address = textOf(field(ingress, 'ip')) || textOf(field(ingress, 'hostname'))
    return address === '' ? [] : [address]
  })
  const text = [...new Set(addresses)].toSorted((a, b) => (a < b ? -1 : 1)).join(',')
  return wide || text.length <= ADDRESSES_WIDTH ? text : `${text.slice(0, ADDRESSES_WIDTH - 3)}...`
}

function servicePorts(service: Json): string {
  const ports = itemsOf(inside(service, 'spec', 'ports')).map((port) => {
    const node = numberOf(field(port, 'nodePort')) ?? 0
    const number = numberOf(field(port, 'port')) ?? 0
    return `${number}${node > 0 ? `:${node}` : ''}/${textOf(field(port, 'protocol'))}`
  })
  return ports.length === 0 ? '<none>' : ports.join(',')
}

function serviceCells(service: Json, now: number, wide: boolean): readonly string[] {
  const type = textOf(inside(service, 'spec', 'type'))
  return [
    nameOf(service),
    type,
    textOf(inside(service, 'spec', 'clusterIP')) || '<none>',
    externalIP(service, wide),
    servicePorts(service),
    objectAge(service, now),
  ]
}

function endpointAddresses(endpoints: Json): readonly string[] {
  return itemsOf(field(endpoints, 'subsets')).flatMap((subset) => {
    const addresses = itemsOf(field(subset, 'addresses')).map((address) => textOf(field(address, 'ip')))
    const ports = itemsOf(field(subset, 'ports'))
    if (ports.length === 0) return addresses
    return ports.flatMap((port) =>
      addresses.map((ip) => {
        const host = ip.includes(':') ? `[${ip}]` : ip
        return `${host}:${numberOf(field(port, 'port')) ?? 0}`
      }),
    )
  })
}

/** A row a kind; `-o wide` writes out a Service's addresses. */
export const NETWORK_COLUMNS: Readonly<Record<string, Columns>> = {
  Service: {
    names: ['NAME', 'TYPE', 'CLUSTER-IP', 'EXTERNAL-IP', 'PORT(S)', 'AGE'],
    wideNames: ['SELECTOR'],
    cells: (object, now) => serviceCells(object, now, false),
    wideCells: (object) => [labelCell(inside(object, 'spec', 'selector'))],
    allCells: (object, now) => [
      ...serviceCells(object, now, true),
      labelCell(inside(object, 'spec', 'selector')),
    ],
  },
  Endpoints: {
    names: ['NAME', 'ENDPOINTS', 'AGE'],
    wideNames: [],
    cells: (object, now) => [
      nameOf(object),
      atMostThree(endpointAddresses(object), itemsOf(field(object, 'subsets')).length === 0 ? '<none>' : ''),
      objectAge(object, now),
    ],
    wideCells: () => [],
  },
  Ingress: {
    names: ['NAME', 'CLASS', 'HOSTS', 'ADDRESS', 'PORTS', 'AGE'],
    wideNames: [],
    cells: (object, now) => {
      const hosts = itemsOf(inside(object, 'spec', 'rules')).map((rule) => textOf(field(rule, 'host')))
      const hasTls = itemsOf(inside(object, 'spec', 'tls')).length > 0
      return [
        nameOf(object),
        textOf(inside(object, 'spec', 'ingressClassName')) || '<none>',
        atMostThree(
          hosts.filter((host) => host !== ''),
          '*',
        ),
        loadBalancerAddresses(object, false),
        hasTls ? '80, 443' : '80',
        objectAge(object, now),
      ]
    },
    wideCells: () => [],
  },
  NetworkPolicy: {
    names: ['NAME', 'POD-SELECTOR', 'AGE'],
    wideNames: [],
    cells: (object, now) => [
      nameOf(object),
      selectorCell(inside(object, 'spec', 'podSelector')),
      objectAge(object, now),
    ],
    wideCells: () => [],
  },
  EndpointSlice: {
    names: ['NAME', 'ADDRESSTYPE', 'PORTS', 'ENDPOINTS', 'AGE'],
    wideNames: [],
    cells: (object, now) => {
      const ports = itemsOf(field(object, 'ports')).map((port) =>
        String(numberOf(field(port, 'port')) ?? '*'),
      )
      const addresses = itemsOf(field(object, 'endpoints')).flatMap((endpoint) =>
        stringsOf(field(endpoint, 'addresses')),
      )
      return [
        nameOf(object),
        textOf(field(object, 'addressType')),
        atMostThree(ports, '<unset>'),
        atMostThree(addresses, '<unset>'),
        objectAge(object, now),
      ]
    },
    wideCells: () => [],
  },
}
