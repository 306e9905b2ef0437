import type { PodSpec, ServicePort, ServiceSpec } from '../../kubernetes/schema/types-1.36'
import { isSidecar } from '../kubelet/restartPolicy'
import { FINAL_PHASES, conditionOf, type PodStatus } from '../kubelet/status/podStatusTypes'

/** What of a pod a Service looks at. */
export interface ServedPod {
  readonly metadata?: {
    readonly name?: string
    readonly labels?: Readonly<Record<string, string>>
    readonly deletionTimestamp?: string | null
  }
  readonly spec?: PodSpec
  readonly status?: PodStatus
}

/** A pod behind a Service. */
export interface Endpoint {
  readonly address: string
  readonly pod: string
  readonly ready: boolean
  readonly serving: boolean
  readonly terminating: boolean
}

/** A port as the endpoints have it: the number behind targetPort. */
export interface EndpointPort {
  readonly name: string
  readonly port: number
  readonly protocol: string
  readonly appProtocol?: string
}

/** Pods that serve the same ports; none of them where `ports` is empty. */
export interface EndpointGroup {
  readonly ports: readonly EndpointPort[]
  readonly endpoints: readonly Endpoint[]
}

/** Takes a Service's spec and the pods of its namespace; gives the pods it leads to, by the ports they serve (k8s.io/endpointslice: ShouldPodBeInEndpoints, getEndpointPorts, podToEndpoint). A Service without selector has none of its own. */
export function endpointGroups(service: ServiceSpec, pods: readonly ServedPod[]): readonly EndpointGroup[] {
  const selector = Object.entries(service.selector ?? {})
  if (selector.length === 0) return []
  const groups = new Map<string, { ports: readonly EndpointPort[]; endpoints: Endpoint[] }>()
  for (const pod of pods) {
    const { labels = {} } = pod.metadata ?? {}
    const { podIP = '', phase = '' } = pod.status ?? {}
    if (!selector.every(([key, value]) => labels[key] === value)) continue
    if (podIP === '' || FINAL_PHASES.has(phase)) continue
    const ports = (service.ports ?? []).flatMap((port) => endpointPort(port, pod.spec ?? {}))
    const key = JSON.stringify(ports)
    const group = groups.get(key) ?? { ports, endpoints: [] }
    group.endpoints.push(endpoint(service, pod, podIP))
    groups.set(key, group)
  }
  return [...groups.values()]
}

function endpoint(service: ServiceSpec, { metadata, status }: ServedPod, address: string): Endpoint {
  const serving = conditionOf(status?.conditions, 'Ready')?.status === 'True'
  const terminating = (metadata?.deletionTimestamp ?? null) !== null
  const ready = service.publishNotReadyAddresses === true || (serving && !terminating)
  return { address, pod: metadata?.name ?? '', ready, serving, terminating }
}

/** Takes a port of a Service and a pod's spec; gives the port that it leads to, if there is one (FindPort): a number needs no declaration; a name is that of the first main container's port, then of sidecars', with the same protocol. */
export function endpointPort(port: ServicePort, spec: PodSpec): readonly EndpointPort[] {
  const { name = '', protocol = 'TCP', targetPort, appProtocol } = port
  const said = appProtocol === undefined ? {} : { appProtocol }
  if (typeof targetPort !== 'string') {
    const number = targetPort === undefined || targetPort === 0 ? (port.port ?? 0) : targetPort
    return [{ name, port: number, protocol, ...said }]
  }
  const containers = [
    ...(spec.containers ?? []),
    ...(spec.initContainers ?? []).filter((each) => isSidecar(each)),
  ]
  const declared = containers
    .flatMap(({ ports = [] }) => ports)
    .find((each) => each.name === targetPort && (each.protocol ?? 'TCP') === protocol)
  return declared === undefined ? [] : [{ name, port: declared.containerPort ?? 0, protocol, ...said }]
}
