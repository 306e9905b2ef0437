import { dns1123Label, labelKey, portName } from '../../kubernetes/names'
import type { ServicePort, ServiceSpec } from '../../kubernetes/schema/types-1.36'
import { validateText, validatePortNumber, validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import { isHeadless } from './serviceTypes'

const PROTOCOLS = ['SCTP', 'TCP', 'UDP']

/** Takes a Service's spec, its ports and their field; reports what is wrong with each port (core validateServicePort). */
export function validateServicePorts(
  spec: ServiceSpec,
  ports: readonly ServicePort[],
  field: FieldPath,
  report: Report,
): void {
  if (ports.length === 0 && !isHeadless(spec) && spec.type !== 'ExternalName') report.required(field)
  const names = new Set<string>()
  for (const [i, port] of ports.entries()) {
    const { name = '' } = port
    const at = field.index(i)
    if (name !== '') {
      validateText(name, dns1123Label, at.child('name'), report)
      if (names.has(name)) report.duplicate(at.child('name'), name)
      names.add(name)
    } else if (ports.length > 1) report.required(at.child('name'))
    validatePort(port, at, report)
  }
}

function validatePort(servicePort: ServicePort, field: FieldPath, report: Report): void {
  const { port = 0, protocol = '', targetPort = 0, appProtocol } = servicePort
  validatePortNumber(port, field.child('port'), report)
  if (protocol === '') report.required(field.child('protocol'))
  else validateOneOf(protocol, PROTOCOLS, field.child('protocol'), report)
  const target = field.child('targetPort')
  if (typeof targetPort === 'string') validateText(targetPort, portName, target, report)
  else validatePortNumber(targetPort, target, report)
  if (appProtocol !== undefined) validateText(appProtocol, labelKey, field.child('appProtocol'), report)
}

/** Takes the ports of a Service and their field; reports numbers that two of them have (core ValidateService). */
export function validatePortNumbers(ports: readonly ServicePort[], field: FieldPath, report: Report): void {
  const nodePorts = new Set<string>()
  for (const [i, { protocol = '', nodePort = 0 }] of ports.entries()) {
    if (nodePort === 0) continue
    const key = `${protocol} ${nodePort}`
    if (nodePorts.has(key)) report.duplicate(field.index(i).child('nodePort'), nodePort)
    nodePorts.add(key)
  }
  const numbers = new Set<string>()
  for (const [i, { protocol = '', port = 0 }] of ports.entries()) {
    const key = `${protocol} ${port}`
    if (numbers.has(key))
      report.duplicate(field.index(i), {
        Name: '',
        Protocol: protocol,
        AppProtocol: null,
        Port: port,
        TargetPort: 0,
        NodePort: 0,
      })
    numbers.add(key)
  }
}

/** The ports that every node of a bare cluster keeps for Services. */
const NODE_PORTS = { first: 30_000, last: 32_767 }

/** Takes the ports of a Service and their field; reports the first that asks for a node port that can't be had (portallocator ErrNotInRange). */
export function validateNodePorts(ports: readonly ServicePort[], field: FieldPath, report: Report): void {
  const { first, last } = NODE_PORTS
  const isOutside = ({ nodePort = 0 }: ServicePort): boolean =>
    nodePort !== 0 && (nodePort < first || nodePort > last)
  const index = ports.findIndex(isOutside)
  if (index >= 0)
    report.invalid(
      field.index(index).child('nodePort'),
      ports[index]?.nodePort,
      `provided port is not in the valid range. The range of valid ports is ${first}-${last}`,
    )
}
