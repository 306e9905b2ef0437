import type { Change } from '../change'
import { containersIn, portsIn } from '../containers'
import type { Json } from '../json'
import { mentionsBelow } from '../mentions'
import type { Path } from '../path'
import { servicesIn } from '../services'
import { field, textOf } from '../shape'
import { workloadAt } from '../workloadKinds'
import { podSpecOf } from './containers'
import { objectAt } from './ensure'
import { followName } from './followName'
import { append, removeItem } from './list'
import { setKey } from './mapping'

/** The fields of a container port a form edits. */
export interface PortFields {
  readonly name?: string
  readonly containerPort?: number
  readonly protocol?: string
  readonly hostPort?: number
}

/** Where applications that are nobody in particular listen. */
const FIRST_PORT = 8080

/** Takes a container's path and what is known; adds a port (by default the first from 8080 on that the pod has not), and selects it. */
export function addPort(containerPath: Path, fields: PortFields = {}): Change {
  return (documents) => {
    if (objectAt(documents, containerPath) === null) return undefined
    const taken = new Set(
      containersIn(documents, podSpecOf(containerPath)).flatMap((container) =>
        container.ports.map((port) => port.containerPort),
      ),
    )
    let containerPort = fields.containerPort ?? FIRST_PORT
    while (fields.containerPort === undefined && taken.has(containerPort)) containerPort++
    const list = [...containerPath, 'ports']
    const path = append(documents, list, { containerPort })
    if (path !== undefined) setPort(path, fields)(documents)
    return path
  }
}

/** Takes a port's path and what to change; undefined leaves a field, '' or NaN removes it. A new name is followed as in renamePort. */
export function setPort(portPath: Path, fields: PortFields): Change {
  return (documents) => {
    if (fields.name !== undefined) renamePort(portPath, fields.name)(documents)
    const port = objectAt(documents, portPath)
    if (port === null) return undefined
    for (const key of ['containerPort', 'hostPort', 'protocol'] as const) {
      const value = fields[key]
      if (value === '' || Number.isNaN(value)) delete port[key]
      else if (value !== undefined) setKey(port, portPath, key, value)
    }
    return undefined
  }
}

/**
 * Takes a container port's path and a name; renames it. The targetPorts of Services that select the pod and the
 * probes and hooks of the container that said the old name follow; when the name goes ('') they get the number.
 * A name another port of the container has is not taken (nothing changes).
 */
export function renamePort(portPath: Path, name: string): Change {
  return (documents) => {
    const port = objectAt(documents, portPath)
    if (port === null) return undefined
    const containerPath = portPath.slice(0, -2)
    const old = textOf(field(port, 'name'))
    const number = field(port, 'containerPort')
    const others = portsIn(documents, containerPath).filter((other) => other.path.at(-1) !== portPath.at(-1))
    if (old === name || (name !== '' && others.some((other) => other.name === name))) return undefined
    if (name === '') delete port['name']
    else setKey(port, portPath, 'name', name)
    const now = name === '' ? number : name
    if (old === '' || now === undefined || others.some((other) => other.name === old)) return undefined
    const own = mentionsBelow(documents, containerPath, { is: 'object', type: 'Container' })
    followName(
      documents,
      own.filter((mention) => mention.symbol === 'container port' && mention.name === old),
      now,
    )
    followServices(documents, portPath, old, now)
    return undefined
  }
}

/** Takes a port's path; removes it, and `ports` with the last one. */
export function removePort(portPath: Path): Change {
  return removeItem(portPath)
}

/** Another container of the pod may have a port of the old name: then the Services may mean that one, and stay. */
function followServices(documents: Json[], portPath: Path, old: string, now: Json): void {
  const workload = workloadAt(documents, portPath)
  if (workload === null) return
  const still = containersIn(documents, workload.podSpec).some((container) =>
    container.ports.some((port) => port.name === old),
  )
  if (still) return
  for (const service of servicesIn(documents)) {
    if (!service.selects.some((path) => path[0] === workload.path[0])) continue
    for (const { path, targetPort } of service.ports) {
      const entry = objectAt(documents, path)
      if (targetPort === old && entry !== null) entry['targetPort'] = now
    }
  }
}
