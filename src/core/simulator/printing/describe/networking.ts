import { isObject, type Json } from '../../../kubernetes/json'
import { field, itemsOf, numberOf, stringsOf, textOf, wordOf } from '../../../kubernetes/shape'
import { atMostThree, countAt, inside, labelCell, nameOf } from '../cells'
import type { Around, Describe } from './around'
import { Description } from './description'
import { describeEvents } from './events'
import { describeAnnotations, describeLabels, describeMarks, describeName } from './metadata'

/*
 * How `kubectl describe` tells of what pods are reached by (describeService, describeEndpoints, describeIngressV1).
 */

/** The addresses behind a port of a Service (formatEndpointSlices): the ready ones, at most three. */
function endpointsOf(service: string, portName: string, { endpoints }: Around): string {
  const found = endpoints.find((each) => nameOf(each) === service)
  const all = itemsOf(field(found, 'subsets')).flatMap((subset) => {
    const port = itemsOf(field(subset, 'ports')).find((each) => textOf(field(each, 'name')) === portName)
    if (port === undefined) return []
    const number = numberOf(field(port, 'port')) ?? 0
    return itemsOf(field(subset, 'addresses')).map((address) => `${textOf(field(address, 'ip'))}:${number}`)
  })
  return atMostThree(all, '')
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

function backendText(backend: Json | undefined, around: Around): string {
  const service = field(backend, 'service')
  const name = textOf(field(service, 'name'))
  const port = wordOf(inside(service, 'port', 'name')) || wordOf(inside(service, 'port', 'number'))
  if (!isObject(service)) return ''
  const found = around.endpoints.find((each) => nameOf(each) === name)
  if (found === undefined) return `${name}:${port} (<error: services "${name}" not found>)`
  return `${name}:${port} (${atMostThree(readyAddresses(found), '')})`
}

function readyAddresses(endpoints: Json): readonly string[] {
  return itemsOf(field(endpoints, 'subsets')).flatMap((subset) =>
    itemsOf(field(subset, 'ports')).flatMap((port) =>
      itemsOf(field(subset, 'addresses')).map(
        (address) => `${textOf(field(address, 'ip'))}:${countAt(port, 'port')}`,
      ),
    ),
  )
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
  Ingress: describeIngress,
}
