import type { Service } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { warnOfCidr, warnOfIp } from '../ip/ipRules'
import type { Report } from '../report'
import { clusterIPsOf, isHeadless } from './serviceTypes'

const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints'
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode'

/** Takes a Service with its defaults, and the path of its root; warns as the server does (pkg/api/service/warnings.go). */
export function warnOfService(service: Service, root: FieldPath, report: Report): void {
  const { metadata = {}, spec = {} } = service
  const field = root.child('spec')
  const { type = '', externalIPs = [], externalName = '', loadBalancerIP = '', sessionAffinity } = spec
  const isWithout = type === 'ClusterIP' && isHeadless(spec)
  const ignored = (name: string, printed = name): void =>
    report.warn(field.child(name), `spec.${printed} is ignored for headless services`)
  if (Object.hasOwn(metadata.annotations ?? {}, TOPOLOGY_HINTS))
    report.warn(
      root.child('metadata', 'annotations').key(TOPOLOGY_HINTS),
      `annotation ${TOPOLOGY_HINTS} is deprecated, please use ${TOPOLOGY_MODE} instead`,
    )
  if (!isHeadless(spec))
    for (const [i, ip] of clusterIPsOf(spec).entries())
      warnOfIp(ip, field.child('clusterIPs').index(i), report)
  if (isWithout && loadBalancerIP !== '') ignored('loadBalancerIP')
  if (isWithout && externalIPs.length > 0) ignored('externalIPs')
  if (isWithout && sessionAffinity !== 'None') ignored('sessionAffinity', 'SessionAffinity')
  for (const [i, ip] of externalIPs.entries()) warnOfIp(ip, field.child('externalIPs').index(i), report)
  if (externalIPs.length > 0 && !isWithout && type !== 'ExternalName')
    report.warn(
      field.child('externalIPs'),
      'spec.externalIPs is deprecated and may no longer be implemented in some clusters',
    )
  if (loadBalancerIP !== '') warnOfIp(loadBalancerIP, field.child('loadBalancerIP'), report)
  for (const [i, range] of (spec.loadBalancerSourceRanges ?? []).entries())
    warnOfCidr(range, field.child('loadBalancerSourceRanges').index(i), report)
  if (type === 'ExternalName' && externalIPs.length > 0)
    report.warn(field.child('externalIPs'), 'spec.externalIPs is ignored when spec.type is "ExternalName"')
  if (type !== 'ExternalName' && externalName !== '')
    report.warn(
      field.child('externalName'),
      'spec.externalName is ignored when spec.type is not "ExternalName"',
    )
  if (spec.trafficDistribution === 'PreferClose')
    report.warnAt(field.child('trafficDistribution'), '"PreferClose" is deprecated; use "PreferSameZone"')
}
