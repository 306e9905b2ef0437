import { dns1123Label, dns1123Subdomain, labelKey } from '../../kubernetes/names'
import type { Service, ServicePort, ServiceSpec } from '../../kubernetes/schema/types-1.36'
import { validateText, validatePortNumber, validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { contains, parseCidr, type IpAddress } from '../ip/ipAddress'
import { validateCidr, validateIp } from '../ip/ipRules'
import { validateLabels } from '../metadata/labels'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'
import { allocate } from './allocation'
import { validateClusterIPs } from './clusterIPs'
import { validateNodePorts, validatePortNumbers, validateServicePorts } from './servicePorts'
import { clusterIPsOf, isExternallyAccessible, isHeadless, needsHealthCheck } from './serviceTypes'
import { validateSessionAffinity } from './sessionAffinity'

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort']
const INTERNAL_TYPES = new Set(['ClusterIP', 'LoadBalancer', 'NodePort'])
const TRAFFIC_POLICIES = ['Cluster', 'Local']
const DISTRIBUTIONS = ['PreferClose', 'PreferSameZone', 'PreferSameNode']
const FOR_LOAD_BALANCERS = "may only be used when `type` is 'LoadBalancer'"
const NOT_FOR_EXTERNAL_NAMES = 'may not be set for ExternalName services'
const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges'
const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints'
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode'

/** Takes a Service with its defaults, and the path of its root; reports what the cluster can't give it, or else what is wrong with it. */
export function validateService(service: Service, root: FieldPath, report: Report): void {
  const { spec = {} } = service
  const field = root.child('spec')
  const ports = allocate(spec, field, report)
  if (report.errors.length > 0) return
  validateAllocated({ ...service, spec: { ...spec, ports } }, root, report)
  if (report.errors.length === 0) validateNodePorts(spec.ports ?? [], field.child('ports'), report)
}

/** Takes a Service that has been given its node ports, and the path of its root; reports what is wrong with it (core ValidateServiceCreate). */
export function validateAllocated(service: Service, root: FieldPath, report: Report): void {
  const { spec = {} } = service
  const { ports = [] } = spec
  const field = root.child('spec')
  validateObjectMeta(service.metadata, dns1123Label, root.child('metadata'), report)
  validateTopology(service, root, report)
  validateForType(spec, field, report)
  validateServicePorts(spec, ports, field.child('ports'), report)
  validateLabels(spec.selector, field.child('selector'), report)
  validateSessionAffinity(spec, field, report)
  validateClusterIPs(spec, field, report)
  validateExternalIPs(spec.externalIPs ?? [], field.child('externalIPs'), report)
  validateType(spec, ports, field, report)
  validatePortNumbers(ports, field.child('ports'), report)
  validateSourceRanges(service, root, report)
  validateLoadBalancer(spec, field, report)
  validateTrafficPolicies(spec, field, report)
}

function validateTopology({ metadata }: Service, root: FieldPath, report: Report): void {
  const hints = metadata?.annotations?.[TOPOLOGY_HINTS]
  const mode = metadata?.annotations?.[TOPOLOGY_MODE]
  if (hints !== undefined && mode !== undefined && hints !== mode)
    report.invalid(
      root.child('metadata', 'annotations').key(TOPOLOGY_MODE),
      mode,
      `must match annotations[${TOPOLOGY_HINTS}] when both are specified`,
    )
}

function validateForType(spec: ServiceSpec, field: FieldPath, report: Report): void {
  const { type = '' } = spec
  if ((type === 'LoadBalancer' || type === 'NodePort') && isHeadless(spec))
    report.invalid(
      field.child('clusterIPs').index(0),
      'None',
      `may not be set to 'None' for ${type} services`,
    )
  if (type === 'ExternalName') validateExternalName(spec, field, report)
}

function validateExternalName(spec: ServiceSpec, field: FieldPath, report: Report): void {
  if (clusterIPsOf(spec).length > 0) report.forbidden(field.child('clusterIPs'), NOT_FOR_EXTERNAL_NAMES)
  if ((spec.ipFamilies ?? []).length > 0) report.forbidden(field.child('ipFamilies'), NOT_FOR_EXTERNAL_NAMES)
  if (spec.ipFamilyPolicy !== undefined)
    report.forbidden(field.child('ipFamilyPolicy'), NOT_FOR_EXTERNAL_NAMES)
  const name = (spec.externalName ?? '').replace(/\.$/, '')
  const at = field.child('externalName')
  if (name === '') report.required(at)
  else validateText(name, dns1123Subdomain, at, report)
}

function validateExternalIPs(ips: readonly string[], field: FieldPath, report: Report): void {
  for (const [i, ip] of ips.entries()) {
    const count = report.errors.length
    const address = validateIp(ip, field.index(i), report)
    if (address === null || report.errors.length > count) continue
    const said = specialSaid(ip, address)
    if (said !== null) report.invalid(field.index(i), ip, said)
  }
}

/** Addresses that stand for no machine elsewhere (core ValidateNonSpecialIP). */
const SPECIAL = [
  { ranges: ['127.0.0.0/8', '::1/128'], said: 'may not be in the loopback range (127.0.0.0/8, ::1/128)' },
  {
    ranges: ['169.254.0.0/16', 'fe80::/10'],
    said: 'may not be in the link-local range (169.254.0.0/16, fe80::/10)',
  },
  {
    ranges: ['224.0.0.0/24', 'ff02::/16'],
    said: 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)',
  },
].map(({ ranges, said }) => ({
  ranges: ranges.map(parseCidr).filter((range) => range !== null),
  said,
}))

function specialSaid(text: string, address: IpAddress): string | null {
  if (address.bytes.every((byte) => byte === 0)) return `may not be unspecified (${text})`
  return SPECIAL.find(({ ranges }) => ranges.some((range) => contains(range, address)))?.said ?? null
}

function validateType(
  spec: ServiceSpec,
  ports: readonly ServicePort[],
  field: FieldPath,
  report: Report,
): void {
  const { type = '' } = spec
  if (type === '') report.required(field.child('type'))
  else validateOneOf(type, TYPES, field.child('type'), report)
  if (type !== 'ClusterIP') return
  for (const [i, { nodePort = 0 }] of ports.entries())
    if (nodePort !== 0)
      report.forbidden(
        field.child('ports').index(i).child('nodePort'),
        "may not be used when `type` is 'ClusterIP'",
      )
}

/** The field, or else the old annotation. */
function validateSourceRanges({ metadata, spec = {} }: Service, root: FieldPath, report: Report): void {
  const ranges = spec.loadBalancerSourceRanges ?? []
  const annotation = metadata?.annotations?.[SOURCE_RANGES]
  if (ranges.length === 0 && annotation === undefined) return
  const at =
    ranges.length > 0
      ? root.child('spec').printedAs('.LoadBalancerSourceRanges', 'loadBalancerSourceRanges')
      : root.child('metadata', 'annotations').key(SOURCE_RANGES)
  if (spec.type !== 'LoadBalancer') report.forbidden(at, FOR_LOAD_BALANCERS)
  else if (ranges.length > 0)
    for (const [i, range] of ranges.entries()) validateCidr(range.trim(), at.index(i), report)
  else if (annotation !== undefined && annotation.trim() !== '')
    for (const range of annotation.trim().split(',')) validateCidr(range.trim(), at, report)
}

function validateLoadBalancer(spec: ServiceSpec, field: FieldPath, report: Report): void {
  const { type, loadBalancerClass, allocateLoadBalancerNodePorts } = spec
  if (type !== 'LoadBalancer') {
    if (allocateLoadBalancerNodePorts !== undefined)
      report.forbidden(field.child('allocateLoadBalancerNodePorts'), FOR_LOAD_BALANCERS)
    if (loadBalancerClass !== undefined)
      report.forbidden(field.child('loadBalancerClass'), FOR_LOAD_BALANCERS)
    return
  }
  if (loadBalancerClass === undefined) return
  validateText(loadBalancerClass, labelKey, field.child('loadBalancerClass'), report)
}

function validateTrafficPolicies(spec: ServiceSpec, field: FieldPath, report: Report): void {
  const { type = '', externalTrafficPolicy = '', internalTrafficPolicy, trafficDistribution } = spec
  const external = field.child('externalTrafficPolicy')
  if (isExternallyAccessible(spec)) {
    if (externalTrafficPolicy === '') report.required(external)
    else validateOneOf(externalTrafficPolicy, TRAFFIC_POLICIES, external, report)
  } else if (externalTrafficPolicy !== '')
    report.invalid(external, externalTrafficPolicy, 'may only be set for externally-accessible services')
  validateHealthCheck(spec, field.child('healthCheckNodePort'), report)
  const internal = field.child('internalTrafficPolicy')
  if (internalTrafficPolicy === undefined) {
    if (INTERNAL_TYPES.has(type)) report.required(internal)
  } else validateOneOf(internalTrafficPolicy, TRAFFIC_POLICIES, internal, report)
  if (trafficDistribution !== undefined && !DISTRIBUTIONS.includes(trafficDistribution))
    report.notSupported(field.child('trafficDistribution'), trafficDistribution, DISTRIBUTIONS)
}

/** Where none is asked for, the server has chosen one. */
function validateHealthCheck(spec: ServiceSpec, field: FieldPath, report: Report): void {
  const { healthCheckNodePort = 0 } = spec
  if (healthCheckNodePort === 0) return
  if (!needsHealthCheck(spec))
    report.invalid(
      field,
      healthCheckNodePort,
      "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
    )
  else validatePortNumber(healthCheckNodePort, field, report)
}
