import { isObject, type Json } from '../../../kubernetes/json'
import { field, itemsOf, labelsOf, numberOf, stringsOf, textOf, wordOf } from '../../../kubernetes/shape'
import { SERVICE_NAME } from '../../api/endpointObjects'
import { atMostThree, countAt, inside, labelCell, nameOf } from '../cells'
import type { Around, Describe } from './around'
import { Description } from './description'
import { describeEvents } from './events'
import { describeAnnotations, describeLabels, describeMarks, describeName } from './metadata'

/*
 * How `kubectl describe` tells of what pods are reached by (describeService, describeEndpoints, describeIngressV1).
 */

/** The ready addresses behind a port of a Service, at most three; slices without ports show theirs for each (formatEndpointSlices). */
function endpointsOf(service: string, portName: string, { endpointSlices }: Around): string {
  const slices = endpointSlices.filter(
    (slice) => labelsOf(inside(slice, 'metadata', 'labels'))[SERVICE_NAME] === service,
  )
  const addresses = slices.flatMap((slice) => {
    const ports = itemsOf(field(slice, 'ports'))
    const numbers = ports
      .filter((port) => textOf(field(port, 'name')) === portName)
      .map((port) => `:${numberOf(field(port, 'port')) ?? 0}`)
    return (ports.length === 0 ? [''] : numbers).flatMap((number) =>
      itemsOf(field(slice, 'endpoints'))
        .filter((endpoint) => inside(endpoint, 'conditions', 'ready') !== false)
        .map((endpoint) => `${stringsOf(field(endpoint, 'addresses'))[0] ?? ''}${number}`),
    )
  })
  return atMostThree(addresses, slices.length === 0 ? '<none>' : '')
}

/** The lines of a Service before its ports, and after them: those that are not said are left out. */
const BEFORE_PORTS = [
  ['External IPs', 'externalIPs'],
  ['Desired LoadBalancer IP', 'loadBalancerIP'],
  ['External Name', 'externalName'],
] as const
const AFTER_PORTS = [
  ['External Traffic Policy', 'externalTrafficPolicy'],
  ['Internal Traffic Policy', 'internalTrafficPolicy'],
  ['HealthCheck NodePort', 'healthCheckNodePort'],
  ['LoadBalancer Source Ranges', 'loadBalancerSourceRanges'],
  ['Traffic Distribution', 'trafficDistribution'],
] as const

function describeSaid(
  to: Description,
  spec: Json | undefined,
  lines: readonly (readonly [string, string])[],
): void {
  for (const [title, key] of lines) {
    const value = field(spec, key)
    const text = stringsOf(value).join(',') || wordOf(value)
    if (text !== '' && text !== '0') to.line(0, `${title}:\t${text}`)
  }
}

const describeService: Describe = (object, around) => {
  const to = new Description()
  const spec = field(object, 'spec')
  const listed = (key: string) => stringsOf(field(spec, key)).join(',') || '<none>'
  describeName(to, object)
  describeMarks(to, object)
  to.line(0, `Selector:\t${labelCell(field(spec, 'selector'))}`)
  to.line(0, `Type:\t${textOf(field(spec, 'type'))}`)
  const policy = textOf(field(spec, 'ipFamilyPolicy'))
  if (policy !== '') to.line(0, `IP Family Policy:\t${policy}`)
  to.line(0, `IP Families:\t${listed('ipFamilies')}`)
  to.line(0, `IP:\t${textOf(field(spec, 'clusterIP'))}`)
  to.line(0, `IPs:\t${listed('clusterIPs')}`)
  describeSaid(to, spec, BEFORE_PORTS)
  for (const port of itemsOf(field(spec, 'ports'))) {
    const name = textOf(field(port, 'name'))
    const protocol = textOf(field(port, 'protocol'))
    const target = wordOf(field(port, 'targetPort')) || wordOf(field(port, 'port'))
    const nodePort = countAt(port, 'nodePort')
    to.line(0, `Port:\t${name || '<unset>'}\t${countAt(port, 'port')}/${protocol}`)
    to.line(0, `TargetPort:\t${target}/${protocol}`)
    if (nodePort !== 0) to.line(0, `NodePort:\t${name || '<unset>'}\t${nodePort}/${protocol}`)
    to.line(0, `Endpoints:\t${endpointsOf(nameOf(object), name, around)}`)
  }
  to.line(0, `Session Affinity:\t${textOf(field(spec, 'sessionAffinity'))}`)
  describeSaid(to, spec, AFTER_PORTS)
  describeEvents(to, around.events, around.now)
  return to.written()
}

const describeEndpoints: Describe = (object, { events, now }) => {
  const to = new Description()
  describeName(to, object)
  describeMarks(to, object)
  to.line(0, 'Subsets:')
  for (const subset of itemsOf(field(object, 'subsets'))) {
    const addresses = (key: string) =>
      itemsOf(field(subset, key))
        .map((address) => textOf(field(address, 'ip')))
        .join(',') || '<none>'
    to.line(1, `Addresses:\t${addresses('addresses')}`)
    to.line(1, `NotReadyAddresses:\t${addresses('notReadyAddresses')}`)
    const ports = itemsOf(field(subset, 'ports'))
    if (ports.length > 0) {
      to.line(1, 'Ports:')
      to.line(2, 'Name\tPort\tProtocol')
      to.line(2, '----\t----\t--------')
    }
    for (const port of ports) {
      const [name, protocol] = [textOf(field(port, 'name')), textOf(field(port, 'protocol'))]
      to.line(2, `${name || '<unset>'}\t${countAt(port, 'port')}\t${protocol}`)
    }
    to.line(0, '')
  }
  describeEvents(to, events, now)
  return to.written()
}

/** describeEndpointSliceV1 */
const describeEndpointSlice: Describe = (object, { events, now }) => {
  const to = new Description()
  describeName(to, object)
  describeMarks(to, object)
  to.line(0, `AddressType:\t${textOf(field(object, 'addressType'))}`)
  const ports = itemsOf(field(object, 'ports'))
  to.line(0, ports.length === 0 ? 'Ports: <unset>' : 'Ports:\n  Name\tPort\tProtocol')
  if (ports.length > 0) to.line(1, '----\t----\t--------')
  for (const port of ports) {
    const [name, number] = [textOf(field(port, 'name')), wordOf(field(port, 'port'))]
    to.line(1, `${name || '<unset>'}\t${number || '<unset>'}\t${textOf(field(port, 'protocol'))}`)
  }
  const endpoints = itemsOf(field(object, 'endpoints'))
  to.line(0, endpoints.length === 0 ? 'Endpoints: <none>' : 'Endpoints:')
  for (const endpoint of endpoints) {
    const said = (key: string) => wordOf(field(endpoint, key)) || '<unset>'
    const target = field(endpoint, 'targetRef')
    to.line(1, `- Addresses:\t${stringsOf(field(endpoint, 'addresses')).join(', ') || '<none>'}`)
    to.line(2, 'Conditions:')
    to.line(3, `Ready:\t${wordOf(inside(endpoint, 'conditions', 'ready')) || '<unset>'}`)
    to.line(2, `Hostname:\t${said('hostname')}`)
    if (isObject(target))
      to.line(2, `TargetRef:\t${textOf(field(target, 'kind'))}/${textOf(field(target, 'name'))}`)
    to.line(2, `NodeName:\t${said('nodeName')}`)
    to.line(2, `Zone:\t${said('zone')}`)
  }
  describeEvents(to, events, now)
  return to.written()
}

/** describeBackendV1 */
function backendText(backend: Json | undefined, around: Around): string {
  const service = field(backend, 'service')
  if (!isObject(service)) return ''
  const name = textOf(field(service, 'name'))
  const port = wordOf(inside(service, 'port', 'name')) || wordOf(inside(service, 'port', 'number'))
  const found = around.services.find((each) => nameOf(each) === name)
  if (found === undefined) return `${name}:${port} (<error: services "${name}" not found>)`
  const named = itemsOf(inside(found, 'spec', 'ports')).findLast(
    (each) => wordOf(field(each, 'port')) === port || textOf(field(each, 'name')) === port,
  )
  return `${name}:${port} (${endpointsOf(name, textOf(field(named, 'name')), around)})`
}

const describeIngress: Describe = (object, around) => {
  const to = new Description()
  const spec = field(object, 'spec')
  to.line(0, `Name:\t${nameOf(object)}`)
  describeLabels(to, 'Labels', inside(object, 'metadata', 'labels'))
  to.line(0, `Namespace:\t${textOf(inside(object, 'metadata', 'namespace'))}`)
  to.line(0, 'Address:\t')
  to.line(0, `Ingress Class:\t${textOf(field(spec, 'ingressClassName')) || '<none>'}`)
  const fallback = field(spec, 'defaultBackend')
  const fallbackText = fallback === undefined ? '<default>' : backendText(fallback, around)
  to.line(0, `Default backend:\t${fallbackText}`)
  const tls = itemsOf(field(spec, 'tls'))
  if (tls.length > 0) to.line(0, 'TLS:')
  for (const each of tls) {
    const [secret, hosts] = [textOf(field(each, 'secretName')), stringsOf(field(each, 'hosts')).join(',')]
    to.line(1, secret === '' ? `SNI routes ${hosts}` : `${secret} terminates ${hosts}`)
  }
  to.line(0, 'Rules:\n  Host\tPath\tBackends')
  to.line(1, '----\t----\t--------')
  const rules = itemsOf(field(spec, 'rules')).filter((rule) => isObject(field(rule, 'http')))
  for (const rule of rules) {
    to.line(1, `${textOf(field(rule, 'host')) || '*'}\t`)
    for (const path of itemsOf(inside(rule, 'http', 'paths')))
      to.line(2, `\t${textOf(field(path, 'path'))} \t${backendText(field(path, 'backend'), around)}`)
  }
  if (rules.length === 0) to.line(1, `*\t*\t${fallbackText}`)
  describeAnnotations(to, 'Annotations', inside(object, 'metadata', 'annotations'))
  describeEvents(to, around.events, around.now)
  return to.written()
}

/** A row a kind. */
export const NETWORKING_DESCRIPTIONS: Readonly<Record<string, Describe>> = {
  Service: describeService,
  Endpoints: describeEndpoints,
  EndpointSlice: describeEndpointSlice,
  Ingress: describeIngress,
}
