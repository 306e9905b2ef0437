import { dns1123Subdomain } from '../../kubernetes/names'
import type { ServiceAccount } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'

const MOUNTABLE_SECRETS = 'kubernetes.io/enforce-mountable-secrets'

/** Takes a ServiceAccount, and the path of its root; reports what is wrong with it (core ValidateServiceAccount). */
export function validateServiceAccount(account: ServiceAccount, root: FieldPath, report: Report): void {
  validateObjectMeta(account.metadata, dns1123Subdomain, root.child('metadata'), report)
}

/** Takes a ServiceAccount, and the path of its root; warns as the server does (pkg/registry/core/serviceaccount/strategy.go). */
export function warnOfServiceAccount(account: ServiceAccount, root: FieldPath, report: Report): void {
  if (account.metadata?.annotations?.[MOUNTABLE_SECRETS] !== undefined)
    report.warnAt(
      root.child('metadata', 'annotations').key(MOUNTABLE_SECRETS),
      'deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets',
    )
}
