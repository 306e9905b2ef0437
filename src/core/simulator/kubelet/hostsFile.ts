import type { HostAlias } from '../../kubernetes/schema/types-1.36'

/*
 * /etc/hosts as the kubelet writes it (managedHostsFileContent, nodeHostsFileContent in pkg/kubelet/kubelet_pods.go).
 */

const BEGIN = [
  '# Kubernetes-managed hosts file.',
  '127.0.0.1\tlocalhost',
  '::1\tlocalhost ip6-localhost ip6-loopback',
  'fe00::0\tip6-localnet',
  'fe00::0\tip6-mcastprefix',
  'fe00::1\tip6-allnodes',
  'fe00::2\tip6-allrouters',
]

/** Takes the pod's addresses, its name inside, its domain and its aliases; gives the file. */
export function managedHostsFile(
  addresses: readonly string[],
  hostname: string,
  domain: string,
  aliases: readonly HostAlias[],
): string {
  const names = domain === '' ? [hostname] : [`${hostname}.${domain}`, hostname]
  const own = addresses.map((address) => [address, ...names].join('\t'))
  return `${[...BEGIN, ...own].join('\n')}\n${aliasLines(aliases)}`
}

/** Takes the file of the node and a pod's aliases; gives the file of a pod that shares the network of its node. */
export function nodeHostsFile(ofNode: string, aliases: readonly HostAlias[]): string {
  return `# Kubernetes-managed hosts file (host network).\n${ofNode}${aliasLines(aliases)}`
}

function aliasLines(aliases: readonly HostAlias[]): string {
  if (aliases.length === 0) return ''
  const lines = aliases.map(({ ip = '', hostnames = [] }) => [ip, ...hostnames].join('\t'))
  return `\n# Entries added by HostAliases.\n${lines.join('\n')}\n`
}
