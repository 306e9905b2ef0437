import type { Change } from '../change'
import type { Json } from '../json'
import { freshName } from '../names'
import { FIRST_PORT, newService } from '../newService'
import { objectsIn, sameNamespace } from '../objects'
import { type Path } from '../path'
import { servicePortsIn, SERVICE_TYPES, serviceTypeOf, type ServiceTypeId } from '../services'
import { field } from '../shape'
import { workloadAt } from '../workloadKinds'
import { ensureObject, objectAt } from './ensure'
import { append, removeItem } from './list'
import { setKey } from './mapping'
import { setNamespace } from './objects'

/** What a new Service starts with; what is left out is proposed from the workload. */
export interface NewService {
  readonly name?: string
  readonly type?: ServiceTypeId
  readonly port?: number
}

/**
 * Takes a workload's path and what is known; adds a Service right behind the workload, and selects it. It is called
 * after the workload (as `kubectl expose` does), selects by the workload's matchLabels or the pod's labels, carries
 * them as its own labels, and listens on the pod's first port. The namespace `default` goes without saying.
 */
export function addService(workloadPath: Path, { name, type = 'ClusterIP', port }: NewService = {}): Change {
  return (documents) => {
    const workload = workloadAt(documents, workloadPath)
    const index = workloadPath[0]
    if (workload === null || typeof index !== 'number') return undefined
    const taken = objectsIn(documents)
      .filter((object) => object.kind === 'Service' && sameNamespace(object.namespace, workload.namespace))
      .map((object) => object.name)
    const service = newService(
      documents,
      workload,
      name ?? freshName(workload.name || 'service', taken),
      port,
    )
    documents.splice(index + 1, 0, service)
    if (!sameNamespace(workload.namespace, '')) setNamespace([index + 1], workload.namespace)(documents)
    setServiceType([index + 1], type)(documents)
    return [index + 1]
  }
}

/** Takes a Service's path; makes it a ClusterIP Service whose type is not written. */
export function leaveServiceType(path: Path): Change {
  return (documents) => {
    setServiceType(path, 'ClusterIP')(documents)
    const spec = objectAt(documents, [...path.slice(0, 1), 'spec'])
    if (spec !== null) delete spec['type']
    return undefined
  }
}

/**
 * Takes a Service's path and a row of SERVICE_TYPES by id; makes it that type, and removes what the server forbids
 * for it: nodePorts and external policies inside the cluster, an address for ExternalName.
 */
export function setServiceType(path: Path, typeId: ServiceTypeId): Change {
  return (documents) => {
    const row = SERVICE_TYPES.find((type) => type.id === typeId)
    const specPath = [...path.slice(0, 1), 'spec']
    if (row === undefined || objectAt(documents, path.slice(0, 1)) === null) return undefined
    const spec = ensureObject(documents, specPath)
    if (spec === null || serviceTypeOf(spec)?.id === row.id) return undefined
    // A type that is written stays written: ClusterIP is left out only where nothing was said before.
    if (row.type !== null || field(spec, 'type') !== undefined)
      setKey(spec, specPath, 'type', row.type ?? 'ClusterIP')
    if (row.clusterIP !== null) {
      delete spec['clusterIPs']
      setKey(spec, specPath, 'clusterIP', row.clusterIP)
    } else if (field(spec, 'clusterIP') === 'None' || !row.selects) {
      delete spec['clusterIP']
      delete spec['clusterIPs']
    }
    for (const key of row.forbids) delete spec[key]
    if (!row.selects && field(spec, 'externalName') === undefined) setKey(spec, specPath, 'externalName', '')
    if (!row.nodePorts) {
      for (const port of servicePortsIn(documents, path.slice(0, 1))) {
        const entry = objectAt(documents, port.path)
        if (entry !== null) delete entry['nodePort']
      }
    }
    return undefined
  }
}

/** The fields of a Service's port a form edits. */
export interface ServicePortFields {
  readonly name?: string
  readonly port?: number
  readonly targetPort?: number | string
  readonly nodePort?: number
  readonly protocol?: string
}

/**
 * Takes a Service's path and what is known; adds a port, and selects it. A Service with several ports needs a name on
 * each (the server says "Required value"), so the new one gets one, and the first as well.
 */
export function addServicePort(path: Path, fields: ServicePortFields = {}): Change {
  return (documents) => {
    const service = path.slice(0, 1)
    if (objectAt(documents, service) === null) return undefined
    const ports = servicePortsIn(documents, service)
    const taken = new Set(ports.map((port) => port.port))
    let port = fields.port ?? (ports.length === 0 ? FIRST_PORT : 8080)
    while (fields.port === undefined && taken.has(port)) port++
    const added = append(documents, [...service, 'spec', 'ports'], { port })
    if (added === undefined) return undefined
    setServicePort(added, fields)(documents)
    if (ports.length > 0) nameAll(documents, service)
    return added
  }
}

/** Takes a Service port's path and what to change; undefined leaves a field, '' or NaN removes it. */
export function setServicePort(path: Path, fields: ServicePortFields): Change {
  return (documents) => {
    const entry = objectAt(documents, path)
    if (entry === null) return undefined
    for (const key of ['name', 'port', 'targetPort', 'nodePort', 'protocol'] as const) {
      const value = fields[key]
      if (value === '' || Number.isNaN(value)) delete entry[key]
      else if (value !== undefined) setKey(entry, path, key, value)
    }
    return undefined
  }
}

/** Takes a Service port's path; removes it, and `ports` with the last one. */
export function removeServicePort(path: Path): Change {
  return removeItem(path)
}

/** Names people know for the ports they know. */
const WELL_KNOWN: Readonly<Record<number, string>> = { 53: 'dns', 80: 'http', 443: 'https' }

function nameAll(documents: Json[], service: Path): void {
  const ports = servicePortsIn(documents, service)
  const taken = new Set(ports.map((port) => port.name))
  for (const port of ports) {
    const entry = objectAt(documents, port.path)
    if (port.name !== '' || entry === null) continue
    const name = freshName(WELL_KNOWN[port.port ?? 0] ?? `port-${String(port.port ?? port.index)}`, taken)
    taken.add(name)
    setKey(entry, port.path, 'name', name)
  }
}
