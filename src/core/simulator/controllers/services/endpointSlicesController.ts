import { SERVICE_NAME, type EndpointSlice, type SliceEndpoint } from '../../api/endpointObjects'
import type { ObjectsByKind } from '../../api/objects'
import { isSame } from '../../api/save'
import { endpointGroups, type EndpointGroup } from '../../network/endpoints'
import type { Controller, ControlPlane } from '../controlPlane'
import { generatedName } from '../madeUpNames'
import { controllerReference, isControlledBy, isTerminating } from '../ownership'
import type { ClusterPod } from '../podStates'
import { factsOf, inheritedLabels, selectedPods } from './servedPods'
import { triggerTimes, withTrigger } from './triggerTimes'

type Service = ObjectsByKind['Service']

const MANAGED = { 'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io' }

/** So many endpoints a slice has at most (--max-endpoints-per-slice). */
const MOST_ENDPOINTS = 100

const triggerOf = triggerTimes()

/** Writes the EndpointSlices of each Service (k8s.io/endpointslice/reconciler.go). */
export const endpointSlicesController: Controller = {
  name: 'endpointslice',
  watches: new Set(['Service', 'Pod', 'EndpointSlice']),
  reconcile: (plane) => {
    for (const service of plane.api.list('Service')) if (!isTerminating(service)) write(plane, service)
  },
}

/** What a slice says. */
type Content = Pick<EndpointSlice, 'endpoints' | 'ports'>

function write(plane: ControlPlane, service: Service): void {
  const { api } = plane
  const pods = selectedPods(api, service)
  if (pods === null) return
  const trigger = triggerOf(api, service, pods)
  const left = api
    .list('EndpointSlice', service.metadata?.namespace)
    .filter((slice) => isControlledBy(slice, service))
  const placed = contentsOf(service, pods).map((content) => {
    const at = left.findIndex((slice) => isSame(slice.ports ?? [], content.ports ?? []))
    return { content, slice: at < 0 ? undefined : left.splice(at, 1)[0] }
  })
  // What is new takes the place of what is no longer needed.
  for (const { content, slice } of placed) put(plane, service, content, slice ?? left.shift(), trigger)
  for (const { metadata } of left)
    api.remove('EndpointSlice', metadata?.namespace ?? '', metadata?.name ?? '')
}

/** A slice for the pods that have the same ports, at most a hundred; an empty one where there are none. */
function contentsOf(service: Service, pods: readonly ClusterPod[]): readonly Content[] {
  const contents = endpointGroups(service.spec ?? {}, pods).flatMap(({ ports, endpoints }) =>
    chunks(endpoints).map((chunk) => ({
      ports: ports.length === 0 ? null : ports,
      endpoints: chunk.map((endpoint) => sliceEndpoint(service, pods, endpoint)),
    })),
  )
  return contents.length === 0 ? [{ ports: null, endpoints: null }] : contents
}

function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / MOST_ENDPOINTS)
  return Array.from({ length: count }, (_none, at) =>
    items.slice(at * MOST_ENDPOINTS, (at + 1) * MOST_ENDPOINTS),
  )
}

/** podToEndpoint */
function sliceEndpoint(
  service: Service,
  pods: readonly ClusterPod[],
  { address, pod: name, ready, serving, terminating }: EndpointGroup['endpoints'][number],
): SliceEndpoint {
  const pod = pods.find(({ metadata }) => metadata?.name === name) ?? {}
  return { addresses: [address], conditions: { ready, serving, terminating }, ...factsOf(service, pod) }
}

/** Stores what a slice says, in one that is there or in a new one; those that were in it before come first. */
function put(
  { api, random }: ControlPlane,
  service: Service,
  content: Content,
  before: EndpointSlice | undefined,
  trigger: Readonly<Record<string, string>>,
): void {
  const { namespace = 'default', name: owner = '' } = service.metadata ?? {}
  const labels = { ...inheritedLabels(service), ...MANAGED, [SERVICE_NAME]: owner }
  const endpoints = content.endpoints === null ? null : inOrder(content.endpoints, before?.endpoints ?? [])
  const next = { addressType: 'IPv4', endpoints, ports: content.ports } as const
  const { metadata, ...said } = before ?? {}
  if (isSame(said, next) && isSame(metadata?.labels, labels)) return
  api.put('EndpointSlice', {
    metadata: {
      ...(metadata ?? { name: generatedName(`${owner}-`, random), generateName: `${owner}-`, namespace }),
      labels,
      annotations: withTrigger(metadata?.annotations, trigger),
      ownerReferences: [controllerReference('Service', service)],
    },
    ...next,
  })
}

function inOrder(
  endpoints: readonly SliceEndpoint[],
  before: readonly SliceEndpoint[],
): readonly SliceEndpoint[] {
  const places = new Map(before.map(({ targetRef }, at) => [targetRef?.uid, at]))
  const place = ({ targetRef }: SliceEndpoint) => places.get(targetRef?.uid) ?? before.length
  return endpoints.toSorted((a, b) => place(a) - place(b))
}
