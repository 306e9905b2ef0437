import type { ApiServer } from '../api/apiServer'
import type { ObjectsByKind } from '../api/objects'
import { endpointGroups, type Endpoint } from './endpoints'

/** A Service of the simulated cluster. */
export type Service = ObjectsByKind['Service']

/** What a name stands for: a Service with an address, pods behind one without, another name, or a pod by itself. */
export type Named =
  | { readonly is: 'service'; readonly service: Service }
  | { readonly is: 'pods'; readonly service: Service; readonly addresses: readonly string[] }
  | { readonly is: 'alias'; readonly service: Service; readonly host: string }
  | { readonly is: 'address'; readonly address: string }

const DOMAIN = '.cluster.local'

/**
 * Takes the API server, a name and the namespace of who asks; gives what it stands for, or null where nobody has it. The
 * resolver tries the search list of the pod first, as the name has fewer than five dots (the specification of DNS-based
 * service discovery of Kubernetes; dnsPolicy ClusterFirst).
 */
export function resolve(api: ApiServer, host: string, namespace: string): Named | null {
  const name = host.toLowerCase()
  if (name.endsWith('.')) return lookUp(api, name.slice(0, -1))
  for (const suffix of [`.${namespace}.svc${DOMAIN}`, `.svc${DOMAIN}`, DOMAIN, '']) {
    const found = lookUp(api, `${name}${suffix}`)
    if (found !== null) return found
  }
  return null
}

/** Takes the whole name: `[hostname.]service.namespace.svc.cluster.local`, or an address with dashes `.namespace.pod…`. */
function lookUp(api: ApiServer, name: string): Named | null {
  if (!name.endsWith(DOMAIN)) return null
  const [kind, namespace = '', first = '', hostname, ...more] = name
    .slice(0, -DOMAIN.length)
    .split('.')
    .toReversed()
  if (more.length > 0) return null
  if (kind === 'pod') return hostname === undefined ? podNamed(first) : null
  const service = kind === 'svc' ? api.get('Service', namespace, first) : undefined
  if (service === undefined) return null
  if (hostname !== undefined) return hostNamed(api, service, hostname)
  if (service.spec?.type === 'ExternalName')
    return { is: 'alias', service, host: service.spec.externalName ?? '' }
  if (service.spec?.clusterIP !== 'None') return { is: 'service', service }
  return { is: 'pods', service, addresses: addressesOf(readyOf(endpointsOf(api, service))) }
}

/** `10-244-0-5.default.pod.cluster.local` is the address, whether or not a pod has it. */
function podNamed(dashed: string): Named | null {
  return /^\d+(-\d+){3}$/.test(dashed) ? { is: 'address', address: dashed.replaceAll('-', '.') } : null
}

/** A pod has a name of its own where its subdomain is the headless Service's name. */
function hostNamed(api: ApiServer, service: Service, hostname: string): Named | null {
  const { name = '', namespace = '' } = service.metadata ?? {}
  const addresses = addressesOf(
    readyOf(endpointsOf(api, service)).filter((endpoint) => {
      const { metadata, spec } = api.get('Pod', namespace, endpoint.pod) ?? {}
      return spec?.subdomain === name && (spec.hostname ?? metadata?.name) === hostname
    }),
  )
  return addresses.length === 0 ? null : { is: 'pods', service, addresses }
}

/** Takes the API server and a Service; gives the pods behind it, whatever their ports. */
function endpointsOf(api: ApiServer, { metadata, spec }: Service): readonly Endpoint[] {
  const pods = api.list('Pod', metadata?.namespace)
  return endpointGroups(spec ?? {}, pods).flatMap(({ endpoints }) => endpoints)
}

function readyOf(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  return endpoints.filter(({ ready }) => ready)
}

function addressesOf(endpoints: readonly Endpoint[]): readonly string[] {
  return endpoints.map(({ address }) => address)
}
