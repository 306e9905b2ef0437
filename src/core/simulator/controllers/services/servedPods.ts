import type { ApiServer } from '../../api/apiServer'
import type { EndpointTarget } from '../../api/endpointObjects'
import type { ObjectsByKind } from '../../api/objects'
import type { ClusterPod } from '../podStates'

type Service = ObjectsByKind['Service']

/** The label of what a Service without an address leads to (core/v1 IsHeadlessService). */
const HEADLESS = 'service.kubernetes.io/headless'

/** Takes the API server and a Service; gives the pods that it selects, null where no controller makes endpoints for it: it selects none, or is another name. */
export function selectedPods(api: ApiServer, { metadata, spec }: Service): readonly ClusterPod[] | null {
  if (spec?.selector === undefined || spec.type === 'ExternalName') return null
  const selector = Object.entries(spec.selector)
  return api
    .list('Pod', metadata?.namespace)
    .filter((pod) => selector.every(([key, value]) => pod.metadata?.labels?.[key] === value))
}

/** Takes a Service; gives the labels that its endpoints have from it. */
export function inheritedLabels({ metadata, spec }: Service): Readonly<Record<string, string>> {
  const { clusterIP = '' } = spec ?? {}
  const isHeadless = clusterIP === 'None' || clusterIP === ''
  const { [HEADLESS]: _own, ...labels } = metadata?.labels ?? {}
  return isHeadless ? { ...labels, [HEADLESS]: '' } : labels
}

/** What is said of a pod beside its address. */
interface PodFacts {
  readonly hostname?: string
  readonly nodeName?: string
  readonly targetRef: EndpointTarget
}

/** Takes a Service and a pod behind it; gives what is said of the pod: its host name where it has a name below the Service's (ShouldSetHostname). */
export function factsOf(service: Service, { metadata, spec }: ClusterPod): PodFacts {
  const { hostname = '', subdomain, nodeName } = spec ?? {}
  const hasName = hostname !== '' && subdomain === service.metadata?.name
  return {
    ...(hasName ? { hostname } : {}),
    ...(nodeName === undefined ? {} : { nodeName }),
    targetRef: {
      kind: 'Pod',
      ...(metadata?.name === undefined ? {} : { name: metadata.name }),
      ...(metadata?.namespace === undefined ? {} : { namespace: metadata.namespace }),
      ...(metadata?.uid === undefined ? {} : { uid: metadata.uid }),
    },
  }
}
