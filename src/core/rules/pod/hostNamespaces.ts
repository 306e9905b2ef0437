import { dns1123Subdomain } from '../../kubernetes/names'
import type { PodContext } from '../containers/podContext'
import { validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

const LONGEST_HOSTNAME = 64

/**
 * Takes a pod and its field; reports what does not go together with the namespaces it shares with its node
 * (validateHostNetwork, validateHostUsers and validateHostnameOverride of pkg/apis/core/validation).
 */
export function validateHostNamespaces({ spec, isPod }: PodContext, field: FieldPath, report: Report): void {
  const { hostNetwork = false, hostUsers, hostnameOverride } = spec
  if (hostNetwork)
    for (const [i, { ports = [] }] of (spec.containers ?? []).entries())
      for (const [j, { containerPort = 0, hostPort = 0 }] of ports.entries())
        if (hostPort !== containerPort && (isPod || hostPort !== 0))
          report.invalid(
            field.child('containers').index(i).child('ports').index(j).child('hostPort'),
            hostPort,
            'must match `containerPort` when `hostNetwork` is true',
          )
  if (hostUsers === false) {
    const shared = { hostNetwork: 'hostNetwork', hostPID: 'HostPID', hostIPC: 'HostIPC' } as const
    for (const name of ['hostNetwork', 'hostPID', 'hostIPC'] as const)
      if (spec[name] === true)
        report.forbidden(field.printedAs(`.${shared[name]}`, name), 'when `hostUsers` is false')
  }
  if (hostnameOverride === undefined) return
  const at = field.child('hostnameOverride')
  validateText(hostnameOverride, dns1123Subdomain, at, report)
  if (hostnameOverride.length > LONGEST_HOSTNAME) report.tooLong(at, LONGEST_HOSTNAME)
  if (hostNetwork) report.forbidden(at, 'may not be specified when hostNetwork is true')
  if (spec.setHostnameAsFQDN === true)
    report.forbidden(at, 'setHostnameAsFQDN and hostnameOverride cannot be set simultaneously')
}
