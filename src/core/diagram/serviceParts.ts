import type { Path } from '../kubernetes/path'
import type { Service, ServicePort } from '../kubernetes/services'
import { pathKey, shownName, type DiagramEdge, type NodePart, type ServiceNode } from './node'
import type { PodParts } from './podParts'

/** A Service with the lines into the pods it selects. */
export interface ServiceParts {
  readonly node: ServiceNode
  readonly edges: readonly DiagramEdge[]
}

/** Takes a Service's path; gives its node's id. */
function serviceId(path: Path): string {
  return `service:${pathKey(path)}`
}

/** Takes a Service and the workloads' parts; gives its node and its lines. */
export function serviceParts(service: Service, workloads: readonly PodParts[]): ServiceParts {
  const id = serviceId(service.path)
  const name = shownName(service.name)
  const selected = workloads.filter((parts) =>
    service.selects.some((path) => path[0] === parts.workload.path[0]),
  )
  const selectors = selected.map((parts): DiagramEdge => ({
    id: `selector:${id}>${parts.pod.id}`,
    kind: 'selector',
    concept: 'service',
    source: id,
    target: parts.pod.id,
    paths: [[...service.path, 'spec', 'selector']],
    label: '',
    readOnly: false,
    title: `Service ${name} selects the pods of ${shownName(parts.workload.name)} by ${selectorText(service)}`,
  }))
  const found = service.ports.map((port) => ({ port, targets: targetsOf(port, selected) }))
  const ports = found.map(({ port, targets }) => portChip(port, targets.length > 0, selected.length > 0))
  const { selects, lost } = selection(service, selected)
  const word = service.type?.label ?? 'unknown type'
  return {
    node: {
      kind: 'service',
      id,
      concept: 'service',
      path: service.path,
      label: service.name,
      word,
      details: [],
      title: [
        `Service ${name}`,
        word,
        ...ports.map((port) => `port ${port.label}${port.problem === null ? '' : `, ${port.problem}`}`),
        selects,
      ].join(', '),
      ports,
      selects,
      lost,
      selecting: service.type?.selects !== false,
    },
    edges: [
      ...selectors,
      ...found.flatMap(({ port, targets }) => targets.map((target) => portEdge(id, name, port, target))),
    ],
  }
}

function selectorText(service: Service): string {
  return Object.entries(service.selector)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ')
}

function selection(service: Service, selected: readonly PodParts[]): { selects: string; lost: boolean } {
  if (service.type?.selects === false) {
    return {
      selects: service.externalName === '' ? 'alias of nothing yet' : `alias of ${service.externalName}`,
      lost: false,
    }
  }
  if (selected.length > 0) {
    return {
      selects: `selects ${selected.map((parts) => shownName(parts.workload.name)).join(', ')}`,
      lost: false,
    }
  }
  // Without a selector a Service is fed by hand-made endpoints: unusual, but no mistake.
  if (Object.keys(service.selector).length === 0) return { selects: 'no selector', lost: true }
  return { selects: 'selects nothing', lost: true }
}

interface Target {
  readonly container: string
  readonly name: string
  readonly port: number | null
}

/**
 * The container ports a Service port leads to: targetPort by name or number, the same as `port` where it is left out
 * (ServicePort.targetPort). Init containers that are no sidecars are gone before traffic comes.
 */
function targetsOf(port: ServicePort, selected: readonly PodParts[]): readonly Target[] {
  const wanted = port.targetPort ?? port.port
  if (wanted === null) return []
  return selected.flatMap((parts) =>
    parts.containers.flatMap(({ container, node }) => {
      const found = container.ports.find(
        (candidate) =>
          candidate.protocol === port.protocol &&
          (typeof wanted === 'number' ? candidate.containerPort === wanted : candidate.name === wanted),
      )
      return found === undefined || container.role === 'init'
        ? []
        : [{ container: node.id, name: container.name, port: found.containerPort }]
    }),
  )
}

function portChip(port: ServicePort, reached: boolean, selects: boolean): NodePart {
  const number = port.port === null ? '?' : String(port.port)
  const protocol = port.protocol === 'TCP' ? '' : `/${port.protocol}`
  const target = port.targetPort === null || port.targetPort === port.port ? '' : ` → ${port.targetPort}`
  // As kubectl lists them: the port, and behind the colon the node's.
  const node = port.nodePort === null ? '' : `:${port.nodePort}`
  const nameless = typeof port.targetPort === 'string' && !reached && selects
  return {
    path: port.path,
    word: 'Port',
    label: `${number}${node}${protocol}${target}`,
    problem: nameless ? `no port named ${port.targetPort}` : null,
  }
}

function portEdge(service: string, name: string, port: ServicePort, target: Target): DiagramEdge {
  const id = target.container
  return {
    id: `port:${pathKey(port.path)}>${id}`,
    kind: 'port',
    concept: 'service',
    source: service,
    target: id,
    paths: [port.path],
    label: port.port === null ? '' : `:${port.port}`,
    readOnly: false,
    title: `Service ${name} port ${port.port ?? '?'} leads to port ${target.port ?? '?'} of container ${shownName(target.name)}`,
  }
}
