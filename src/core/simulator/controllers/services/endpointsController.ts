import type { ObjectsByKind } from '../../api/objects'
import { isSame } from '../../api/save'
import type { Controller, ControlPlane } from '../controlPlane'
import { endpointSubsets } from './endpointSubsets'
import { inheritedLabels, selectedPods } from './servedPods'
import { triggerTimes, withTrigger } from './triggerTimes'

type Service = ObjectsByKind['Service']

/** Says of endpoints that the controller wrote them (KEP-4974). */
const MANAGED = { 'endpoints.kubernetes.io/managed-by': 'endpoint-controller' }

const triggerOf = triggerTimes()

/** Writes the Endpoints of each Service (pkg/controller/endpoint/endpoints_controller.go). */
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

function write({ api }: ControlPlane, service: Service): void {
  const pods = selectedPods(api, service)
  if (pods === null) return
  const trigger = triggerOf(api, service, pods)
  const { namespace = 'default', name = '' } = service.metadata ?? {}
  const before = api.get('Endpoints', namespace, name)
  const labels = { ...inheritedLabels(service), ...MANAGED }
  const subsets = endpointSubsets(service, pods)
  if (isSame(before?.subsets ?? [], subsets) && isSame(before?.metadata?.labels, labels)) return
  const annotations = withTrigger(before?.metadata?.annotations, trigger)
  api.put('Endpoints', {
    metadata: { ...before?.metadata, name, namespace, labels, annotations },
    ...(subsets.length === 0 ? {} : { subsets }),
  })
}
