import { dns1123Label, dns1123Subdomain } from '../../kubernetes/names'
import type { PodResourceClaim } from '../../kubernetes/schema/types-1.36'
import { validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

/** Takes the devices a pod claims, and the field; reports what is wrong with them (validatePodResourceClaims). */
export function validateResourceClaims(
  claims: readonly PodResourceClaim[],
  field: FieldPath,
  report: Report,
): void {
  const names = new Set<string>()
  for (const [i, claim] of claims.entries()) {
    const { name = '', resourceClaimName, resourceClaimTemplateName } = claim
    const at = field.index(i)
    if (name === '') report.required(at.child('name'))
    else if (names.has(name)) report.duplicate(at.child('name'), name)
    else validateText(name, dns1123Label, at.child('name'), report)
    names.add(name)
    const printed = {
      Name: name,
      ResourceClaimName: resourceClaimName ?? null,
      ResourceClaimTemplateName: resourceClaimTemplateName ?? null,
    }
    if (resourceClaimName !== undefined && resourceClaimTemplateName !== undefined)
      report.invalid(
        at,
        printed,
        'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified',
      )
    if (resourceClaimName === undefined && resourceClaimTemplateName === undefined)
      report.invalid(at, printed, 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`')
    for (const source of ['resourceClaimName', 'resourceClaimTemplateName'] as const) {
      const other = claim[source]
      if (other !== undefined) validateText(other, dns1123Subdomain, at.child(source), report)
    }
  }
}
