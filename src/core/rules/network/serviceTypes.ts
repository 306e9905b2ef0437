import type { ServiceSpec } from '../../kubernetes/schema/types-1.36'

/** Takes a Service's spec; gives its cluster IPs with the old single field put in front (normalizeClusterIPs of pkg/registry/core/service). */
export function clusterIPsOf({ clusterIP = '', clusterIPs = [] }: ServiceSpec): readonly string[] {
  return clusterIP !== '' && clusterIPs.length === 0 ? [clusterIP] : clusterIPs
}

/** Takes a Service's spec; says whether it has no address of its own. */
export function isHeadless(spec: ServiceSpec): boolean {
  const ips = clusterIPsOf(spec)
  return ips.length === 1 && ips[0] === 'None'
}

/** Takes a Service's spec; says whether it can be reached from outside the cluster (pkg/api/service ExternallyAccessible). */
export function isExternallyAccessible({ type = '', externalIPs = [] }: ServiceSpec): boolean {
  return type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && externalIPs.length > 0)
}

/** Takes a Service's spec; says whether nodes answer for its health (pkg/api/service NeedsHealthCheck). */
export function needsHealthCheck({ type, externalTrafficPolicy }: ServiceSpec): boolean {
  return type === 'LoadBalancer' && externalTrafficPolicy === 'Local'
}
