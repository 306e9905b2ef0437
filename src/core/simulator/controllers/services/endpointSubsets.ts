import type { EndpointAddress, EndpointSubset, ServedPort } from '../../api/endpointObjects'
import type { ObjectsByKind } from '../../api/objects'
import { endpointPort } from '../../network/endpoints'
import { isTerminating } from '../ownership'
import { isFinal, isReady, type ClusterPod } from '../podStates'
import { factsOf } from './servedPods'

type Service = ObjectsByKind['Service']

/** A port, and who has it. */
interface Offer {
  readonly port: ServedPort | null
  readonly ready: EndpointAddress[]
  readonly unready: EndpointAddress[]
}

/**
 * Takes a Service and the pods it selects; gives its Endpoints' subsets: of each pod the ports that it has, ready or not,
 * and the ports that the same addresses have together (syncService in pkg/controller/endpoint/endpoints_controller.go,
 * RepackSubsets in pkg/api/v1/endpoints). A pod that has none of the ports is not there, nor is one that ends.
 */
export function endpointSubsets(service: Service, pods: readonly ClusterPod[]): readonly EndpointSubset[] {
  const isPublished = service.spec?.publishNotReadyAddresses === true
  const offers = new Map<string, Offer>()
  for (const pod of pods) {
    const { podIP = '' } = pod.status ?? {}
    if (podIP === '' || isFinal(pod) || (isTerminating(pod) && !isPublished)) continue
    for (const port of portsOf(service, pod)) {
      const key = JSON.stringify(port)
      const offer = offers.get(key) ?? { port, ready: [], unready: [] }
      offers.set(key, offer)
      const list = isPublished || isReady(pod) ? offer.ready : offer.unready
      list.push({ ip: podIP, ...factsOf(service, pod) })
    }
  }
  return together([...offers.values()])
}

/** A headless Service may have no ports: then its pods have none, and are there all the same. */
function portsOf({ spec }: Service, pod: ClusterPod): readonly (ServedPort | null)[] {
  const { ports = [], clusterIP } = spec ?? {}
  if (ports.length === 0) return clusterIP === 'None' ? [null] : []
  return ports
    .flatMap((port) => endpointPort(port, pod.spec ?? {}))
    .map(({ name, ...port }) => (name === '' ? port : { name, ...port }))
}

function together(offers: readonly Offer[]): readonly EndpointSubset[] {
  const subsets = new Map<string, { readonly offer: Offer; readonly ports: ServedPort[] }>()
  for (const offer of offers) {
    const key = JSON.stringify([offer.ready, offer.unready])
    const subset = subsets.get(key) ?? { offer, ports: [] }
    subsets.set(key, subset)
    if (offer.port !== null) subset.ports.push(offer.port)
  }
  return [...subsets.values()].map(({ offer: { ready, unready }, ports }) => ({
    ...(ready.length === 0 ? {} : { addresses: ready.toSorted(byAddress) }),
    ...(unready.length === 0 ? {} : { notReadyAddresses: unready.toSorted(byAddress) }),
    ...(ports.length === 0 ? {} : { ports }),
  }))
}

function byAddress(a: EndpointAddress, b: EndpointAddress): number {
  return a.ip < b.ip ? -1 : 1
}
