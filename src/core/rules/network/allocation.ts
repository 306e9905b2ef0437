import type { ServicePort, ServiceSpec } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { contains, parseCidr, parseIp, type IpAddress } from '../ip/ipAddress'
import type { Report } from '../report'
import { familyOf, validateClusterIPs } from './clusterIPs'
import { clusterIPsOf, isHeadless } from './serviceTypes'

/*
 * Before it looks at a Service, the server gives it what it asks for: addresses, their families, ports of the nodes
 * (pkg/registry/core/service/storage/alloc.go). What can't be had ends the matter: nothing else is said then. The
 * cluster is a bare one with IPv4 only and the ranges that come with it.
 */

const SERVICE_RANGE = '10.96.0.0/16'

/** Ports that a dry run hands out begin here (portallocator/operation.go). */
const FIRST_GIVEN = 32_769

const WITH_ADDRESS = new Set(['ClusterIP', 'NodePort', 'LoadBalancer'])
const WITH_NODE_PORTS = new Set(['NodePort', 'LoadBalancer'])

/**
 * Takes a Service's spec and its field; reports what it can't be given (of several things, the first), and gives its
 * ports with the node ports that they were given.
 */
export function allocate(spec: ServiceSpec, field: FieldPath, report: Report): readonly ServicePort[] {
  const steps = [initFamilies, allocateClusterIPs]
  for (const step of steps) {
    if (report.errors.length > 0) return spec.ports ?? []
    step(spec, field, report)
  }
  return report.errors.length > 0 ? (spec.ports ?? []) : allocateNodePorts(spec, field.child('ports'), report)
}

/** alloc.initIPFamilyFields */
function initFamilies(spec: ServiceSpec, field: FieldPath, report: Report): void {
  if (spec.type === 'ExternalName') return
  validateClusterIPs(spec, field, report)
  if (report.errors.length > 0) return
  const { ipFamilies = [], ipFamilyPolicy = 'SingleStack' } = spec
  const ips = clusterIPsOf(spec)
  const policy = field.child('ipFamilyPolicy')
  if (ipFamilyPolicy === 'SingleStack') {
    const said = (what: string): string =>
      `must be RequireDualStack or PreferDualStack when multiple ${what} are specified`
    if (ips.length === 2) report.invalid(policy, ipFamilyPolicy, said('cluster IPs'))
    if (ipFamilies.length === 2) report.invalid(policy, ipFamilyPolicy, said('IP families'))
  }
  const takesAny = isHeadless(spec) && Object.keys(spec.selector ?? {}).length === 0
  if (report.errors.length > 0 || takesAny) return
  const families = [...ipFamilies, ...ips.slice(ipFamilies.length).map((ip) => familyOf(ip) ?? 'IPv4')]
  for (const [i, family] of families.entries())
    if (family !== 'IPv4')
      report.invalid(field.child('ipFamilies').index(i), family, 'not configured on this cluster')
  if (ipFamilyPolicy === 'RequireDualStack')
    report.invalid(policy, ipFamilyPolicy, 'this cluster is not configured for dual-stack services')
}

/** alloc.allocClusterIPs */
function allocateClusterIPs(spec: ServiceSpec, field: FieldPath, report: Report): void {
  if (!WITH_ADDRESS.has(spec.type ?? '') || isHeadless(spec)) return
  const ips = clusterIPsOf(spec)
  for (const ip of ips) {
    const address = parseIp(ip)
    if (address === null || isGiven(address)) continue
    report.invalid(
      field.child('clusterIPs'),
      [...ips],
      `failed to allocate IP ${ip}: the provided IP (${ip}) is not in the valid range. The range of valid IPs is ${SERVICE_RANGE}`,
    )
    return
  }
}

/** The first and the last address of the range belong to the network. */
function isGiven(address: IpAddress): boolean {
  const range = parseCidr(SERVICE_RANGE)
  if (range === null || !contains(range, address)) return false
  const [, , third, fourth] = address.bytes
  return !(third === 0 && fourth === 0) && !(third === 255 && fourth === 255)
}

/** alloc.allocNodePorts: ports of the same number share a node port. */
function allocateNodePorts(spec: ServiceSpec, field: FieldPath, report: Report): readonly ServicePort[] {
  const ports = spec.ports ?? []
  if (!WITH_NODE_PORTS.has(spec.type ?? '')) return ports
  const givesNew = spec.type === 'NodePort' || spec.allocateLoadBalancerNodePorts !== false
  const taken = new Set<number>()
  const byPort = new Map<number, number>()
  const take = (nodePort: number, i: number): boolean => {
    const isFree = !taken.has(nodePort)
    if (!isFree)
      report.invalid(field.index(i).child('nodePort'), nodePort, 'provided port is already allocated')
    taken.add(nodePort)
    return isFree
  }
  const given: ServicePort[] = []
  for (const [i, port] of ports.entries()) {
    const { port: number = 0, nodePort = 0 } = port
    if (nodePort === 0 && !givesNew) {
      given.push(port)
      continue
    }
    const shared = byPort.get(number)
    if (shared !== undefined) {
      if (nodePort !== 0 && nodePort !== shared && !take(nodePort, i)) return ports
      given.push({ ...port, nodePort: nodePort === 0 ? shared : nodePort })
      continue
    }
    const asked = ports.find((other) => (other.port ?? 0) === number && (other.nodePort ?? 0) !== 0)?.nodePort
    if (asked !== undefined && !take(asked, i)) return ports
    const chosen = asked ?? nextGiven(taken)
    taken.add(chosen)
    byPort.set(number, chosen)
    given.push({ ...port, nodePort: chosen })
  }
  return given
}

function nextGiven(taken: ReadonlySet<number>): number {
  return Math.max(FIRST_GIVEN - 1, ...taken) + 1
}
