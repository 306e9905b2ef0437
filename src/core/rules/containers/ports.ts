import { portName, saidOf } from '../../kubernetes/names'
import type { Container, ContainerPort } from '../../kubernetes/schema/types-1.36'
import { validatePortNumber, validateRequiredOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

const PROTOCOLS = ['SCTP', 'TCP', 'UDP']

/** Takes a container's ports and their field; reports what is wrong with them (validateContainerPorts). */
export function validatePorts(ports: readonly ContainerPort[], field: FieldPath, report: Report): void {
  const names = new Set<string>()
  for (const [i, { name = '', containerPort = 0, hostPort = 0, protocol = '' }] of ports.entries()) {
    const at = field.index(i)
    if (name !== '') {
      const said = saidOf(portName, name)
      for (const message of said) report.invalid(at.child('name'), name, message)
      if (said.length === 0 && names.has(name)) report.duplicate(at.child('name'), name)
      if (said.length === 0) names.add(name)
    }
    if (containerPort === 0) report.required(at.child('containerPort'))
    else validatePortNumber(containerPort, at.child('containerPort'), report)
    if (hostPort !== 0) validatePortNumber(hostPort, at.child('hostPort'), report)
    validateRequiredOneOf(protocol, PROTOCOLS, at.child('protocol'), report)
  }
}

/**
 * Takes containers that run at the same time and their field; reports ports of the node that several of them ask for
 * (checkHostPortConflicts).
 */
export function validateHostPortConflicts(
  containers: readonly Container[],
  field: FieldPath,
  report: Report,
): void {
  const taken = new Set<string>()
  for (const [i, { ports = [] }] of containers.entries())
    for (const [j, { protocol = '', hostIP = '', hostPort = 0 }] of ports.entries()) {
      if (hostPort === 0) continue
      const asked = `${protocol}/${hostIP}/${hostPort}`
      if (taken.has(asked)) report.duplicate(field.index(i).child('ports').index(j).child('hostPort'), asked)
      taken.add(asked)
    }
}
