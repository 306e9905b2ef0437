import type { ContainerPort, PodSpec } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { quoted } from '../goText'
import type { Report } from '../report'
import { containersWithFields } from './containerWarnings'

/** A port of a container, and its field. */
interface PlacedPort {
  readonly port: ContainerPort
  readonly at: FieldPath
}

/** Takes a pod spec and its field; warns of container ports that are the same, or may be (pkg/api/pod/warnings.go). */
export function warnOfPorts(spec: PodSpec, field: FieldPath, report: Report): void {
  const placed = new Map<string, PlacedPort[]>()
  for (const { container, at: owner } of containersWithFields(spec, field))
    for (const [i, port] of (container.ports ?? []).entries()) {
      const at = owner.child('ports').index(i)
      if ((port.hostIP ?? '') !== '' && (port.hostPort ?? 0) === 0)
        report.warnAt(at, `hostIP set without hostPort: ${printedPort(port)}`)
      const key = `${port.containerPort ?? 0}/${port.protocol ?? ''}`
      const others = placed.get(key) ?? []
      for (const other of others) {
        const said = likenessOf(port, other.port)
        if (said !== null) report.warnAt(at, `${said} port definition with ${String(other.at)}`)
      }
      placed.set(key, [...others, { port, at }])
    }
}

function likenessOf(port: ContainerPort, other: ContainerPort): string | null {
  const { hostIP = '', hostPort = 0 } = port
  const { hostIP: otherIp = '', hostPort: otherPort = 0 } = other
  if (hostIP === otherIp && hostPort === otherPort) return 'duplicate'
  if (hostPort === 0 || otherPort === 0) return 'overlapping'
  return hostPort === otherPort && (hostIP === '') !== (otherIp === '') ? 'dangerously ambiguous' : null
}

/** As Go prints a struct with `%+v`. */
function printedPort({
  name = '',
  hostPort = 0,
  containerPort = 0,
  protocol = '',
  hostIP = '',
}: ContainerPort): string {
  return `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`
}

/** Takes a pod spec and its field; warns of names that two ports have: who looks one up finds the first. */
export function warnOfPortNames(spec: PodSpec, field: FieldPath, report: Report): void {
  const placed = new Map<string, FieldPath>()
  for (const { container, at: owner, isInit } of containersWithFields(spec, field)) {
    if (isInit && container.restartPolicy !== 'Always') continue
    for (const [i, { name = '' }] of (container.ports ?? []).entries()) {
      if (name === '') continue
      const at = owner.child('ports').index(i)
      const first = placed.get(name)
      if (first === undefined) placed.set(name, at)
      else
        report.warnAt(
          at,
          `duplicate port name ${quoted(name)} with ${String(first)}, services and probes that select ports by name will use ${String(first)}`,
        )
    }
  }
}
