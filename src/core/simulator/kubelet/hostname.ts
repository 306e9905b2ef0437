import { dns1123Label, dns1123Subdomain } from '../../kubernetes/names'
import type { PodSpec } from '../../kubernetes/schema/types-1.36'
import { quoted } from '../../rules/goText'

/** The longest name Linux gives a machine here (hostnameMaxLen). */
const LONGEST = 63

/** The domain of the cluster. */
const CLUSTER_DOMAIN = 'cluster.local'

/** What a pod is called inside, and its domain ('' where it has none); or why it can't be called so. */
export type PodHostname = { readonly hostname: string; readonly domain: string } | { readonly error: string }

/** Takes a name; gives it cut to 63 characters, without a point or dash at its end then (truncatePodHostnameIfNeeded). */
export function truncatedHostname(name: string): string {
  return name.length <= LONGEST ? name : name.slice(0, LONGEST).replace(/[-.]+$/, '')
}

/** Takes a pod's name, namespace and spec; gives what it is called inside (GeneratePodHostNameAndDomain in pkg/kubelet/kubelet_pods.go): hostnameOverride goes before all, hostname before the pod's name, and subdomain makes the domain. */
export function podHostname(name: string, namespace: string, spec: PodSpec): PodHostname {
  const { hostname = '', subdomain = '', hostnameOverride } = spec
  if (hostnameOverride !== undefined) {
    const fault = dns1123Subdomain(hostnameOverride)
    if (fault === null) return { hostname: hostnameOverride, domain: '' }
    return refused('HostnameOverride', hostnameOverride, 'DNS subdomain', fault)
  }
  const fault = hostname === '' ? null : dns1123Label(hostname)
  if (fault !== null) return refused('Hostname', hostname, 'DNS label', fault)
  const subFault = subdomain === '' ? null : dns1123Label(subdomain)
  if (subFault !== null) return refused('Subdomain', subdomain, 'DNS label', subFault)
  return {
    hostname: truncatedHostname(hostname === '' ? name : hostname),
    domain: subdomain === '' ? '' : `${subdomain}.${namespace}.svc.${CLUSTER_DOMAIN}`,
  }
}

function refused(field: string, value: string, what: string, fault: string): PodHostname {
  return { error: `pod ${field} ${quoted(value)} is not a valid ${what}: [${fault}]` }
}
