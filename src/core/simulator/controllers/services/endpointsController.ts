import type { ObjectsByKind } from '../../api/objects'
import { save } from '../../api/save'
import { endpointGroups, type EndpointGroup } from '../../network/endpoints'
import type { Controller, ControlPlane } from '../controlPlane'

type Service = ObjectsByKind['Service']

/** Says of endpoints that the controller wrote them. */
const MANAGED = { 'endpoints.kubernetes.io/managed-by': 'endpoint-controller' }

/** Where the API server listens. */
const API_PORT = { name: 'https', port: 6443, protocol: 'TCP' }

/** Writes which pods each Service leads to (pkg/controller/endpoint, endpointslice). */
export const endpointsController: Controller = {
  name: 'endpoints',
  watches: new Set(['Service', 'Pod', 'Endpoints']),
  reconcile: (plane) => {
    for (const service of plane.api.list('Service')) write(plane, service)
    for (const { metadata } of plane.api.list('Endpoints')) {
      const { namespace = '', name = '', labels = {} } = metadata ?? {}
      const isOwn = Object.entries(MANAGED).every(([key, value]) => labels[key] === value)
      if (isOwn && plane.api.get('Service', namespace, name) === undefined)
        plane.api.remove('Endpoints', namespace, name)
    }
  },
}

function write(plane: ControlPlane, service: Service): void {
  const groups = groupsOf(plane, service)
  if (groups === null) return
  const { namespace = 'default', name = '', labels } = service.metadata ?? {}
  const before = plane.api.get('Endpoints', namespace, name)
  const metadata = { ...before?.metadata, name, namespace, labels: { ...labels, ...MANAGED } }
  save(plane.api, 'Endpoints', { metadata, groups })
}

/** Null: they are none of the controller's. */
function groupsOf({ api }: ControlPlane, { metadata, spec }: Service): readonly EndpointGroup[] | null {
  if (metadata?.name === 'kubernetes' && metadata.namespace === 'default') return apiServers(api)
  if (spec?.selector === undefined || spec.type === 'ExternalName') return null
  return endpointGroups(spec, api.list('Pod', metadata?.namespace))
}

function apiServers(api: ControlPlane['api']): readonly EndpointGroup[] {
  const addresses = api
    .list('Node')
    .flatMap(({ status }) =>
      (status?.addresses ?? []).flatMap(({ type, address }) => (type === 'InternalIP' ? [address] : [])),
    )
  const state = { pod: '', ready: true, serving: true, terminating: false }
  return [{ ports: [API_PORT], endpoints: addresses.map((address) => ({ address, ...state })) }]
}
