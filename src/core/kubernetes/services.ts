import { isObject, type Json } from './json'
import { sameNamespace } from './objects'
import { valueAt, type Path } from './path'
import { field, itemsOf, labelsOf, numberOf, textOf, type Labels } from './shape'
import { isCoreGroup, workloadsIn, type Workload } from './workloadKinds'

/** How a Service can be reached. `headless` is a ClusterIP Service with `clusterIP: None`. */
export type ServiceTypeId = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'headless' | 'ExternalName'

/** A row of SERVICE_TYPES. */
export interface ServiceType {
  readonly id: ServiceTypeId
  readonly label: string
  readonly help: string
  /** What `spec.type` says; null: it is left out (the server then makes it ClusterIP). */
  readonly type: string | null
  /** What `spec.clusterIP` must say. */
  readonly clusterIP: string | null
  /** Whether its ports may have a nodePort. */
  readonly nodePorts: boolean
  /** Whether it has a selector and ports, or (ExternalName) a DNS name. */
  readonly selects: boolean
  /** Fields of the spec that the server refuses for this type, or that mean nothing in it. */
  readonly forbids: readonly string[]
}

const LOAD_BALANCER_ONLY = [
  'allocateLoadBalancerNodePorts',
  'loadBalancerClass',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'healthCheckNodePort',
]
const INSIDE = [...LOAD_BALANCER_ONLY, 'externalTrafficPolicy', 'externalName']

/** All types of Services, from the inside out. */
export const SERVICE_TYPES: readonly ServiceType[] = [
  {
    id: 'ClusterIP',
    label: 'Cluster IP',
    help: 'One address inside the cluster, shared among the pods.',
    type: null,
    clusterIP: null,
    nodePorts: false,
    selects: true,
    forbids: INSIDE,
  },
  {
    id: 'NodePort',
    label: 'Node port',
    help: 'A cluster IP, and the same port (30000-32767) open on every node.',
    type: 'NodePort',
    clusterIP: null,
    nodePorts: true,
    selects: true,
    forbids: [...LOAD_BALANCER_ONLY, 'externalName'],
  },
  {
    id: 'LoadBalancer',
    label: 'Load balancer',
    help: 'A node port, and a load balancer of the cloud in front of it with an address outside the cluster.',
    type: 'LoadBalancer',
    clusterIP: null,
    nodePorts: true,
    selects: true,
    forbids: ['externalName'],
  },
  {
    id: 'headless',
    label: 'Headless',
    help: 'No address of its own: its DNS name gives the addresses of the pods. What a StatefulSet needs.',
    type: null,
    clusterIP: 'None',
    nodePorts: false,
    selects: true,
    forbids: INSIDE,
  },
  {
    id: 'ExternalName',
    label: 'External name',
    help: 'An alias in DNS for a name outside the cluster. It selects no pods.',
    type: 'ExternalName',
    clusterIP: null,
    nodePorts: false,
    selects: false,
    forbids: [...LOAD_BALANCER_ONLY, 'externalTrafficPolicy', 'ipFamilies', 'ipFamilyPolicy'],
  },
]

/** A port of a Service. */
export interface ServicePort {
  readonly path: Path
  readonly index: number
  readonly name: string
  readonly port: number | null
  /** As written: a number or a container port's name; null where it is left out (the same as `port`). */
  readonly targetPort: number | string | null
  readonly nodePort: number | null
  readonly protocol: string
}

/** A Service of the manifest. */
export interface Service {
  readonly path: Path
  readonly name: string
  readonly namespace: string
  /** Its row of SERVICE_TYPES; null where the text has a type nobody knows. */
  readonly type: ServiceType | null
  readonly ports: readonly ServicePort[]
  readonly selector: Labels
  readonly externalName: string
  /** The workloads (their documents' paths) whose pods it selects. */
  readonly selects: readonly Path[]
}

/** Takes a document; says whether it is a Service of the core group. */
export function isService(document: Json | undefined): boolean {
  return textOf(field(document, 'kind')) === 'Service' && isCoreGroup(textOf(field(document, 'apiVersion')))
}

/** Takes the documents; gives every Service, in document order. */
export function servicesIn(documents: readonly Json[]): readonly Service[] {
  const workloads = workloadsIn(documents)
  return documents.flatMap((document, index) => {
    if (!isService(document)) return []
    const path = [index]
    const spec = field(document, 'spec')
    const namespace = textOf(field(field(document, 'metadata'), 'namespace'))
    const type = serviceTypeOf(spec)
    const selector = labelsOf(field(spec, 'selector'))
    return [
      {
        path,
        name: textOf(field(field(document, 'metadata'), 'name')),
        namespace,
        type,
        ports: servicePortsIn(documents, path),
        selector,
        externalName: textOf(field(spec, 'externalName')),
        selects:
          type?.selects === false
            ? []
            : workloads
                .filter(
                  (workload) => sameNamespace(workload.namespace, namespace) && selects(selector, workload),
                )
                .map((workload) => workload.path),
      },
    ]
  })
}

/** Takes a selector and a workload; says whether it selects the workload's pods. An empty selector selects none. */
function selects(selector: Labels, workload: Workload): boolean {
  const pairs = Object.entries(selector)
  return (
    pairs.length > 0 &&
    pairs.every(([key, value]) => Object.hasOwn(workload.labels, key) && workload.labels[key] === value)
  )
}

/** Takes a Service's spec; gives its row of SERVICE_TYPES. No type means ClusterIP. */
export function serviceTypeOf(spec: Json | undefined): ServiceType | null {
  const written = field(spec, 'type')
  const type = written === undefined || written === null || written === '' ? 'ClusterIP' : written
  const id = type === 'ClusterIP' && field(spec, 'clusterIP') === 'None' ? 'headless' : type
  return SERVICE_TYPES.find((row) => row.id === id) ?? null
}

/** Takes the documents and a Service's path; gives its ports. */
export function servicePortsIn(documents: readonly Json[], service: Path): readonly ServicePort[] {
  const list = [...service, 'spec', 'ports']
  return itemsOf(valueAt(documents, list)).flatMap((port, index) => {
    if (!isObject(port)) return []
    const target = field(port, 'targetPort')
    return [
      {
        path: [...list, index],
        index,
        name: textOf(field(port, 'name')),
        port: numberOf(field(port, 'port')),
        targetPort: typeof target === 'number' || typeof target === 'string' ? target : null,
        nodePort: numberOf(field(port, 'nodePort')),
        protocol: textOf(field(port, 'protocol')) || 'TCP',
      },
    ]
  })
}
