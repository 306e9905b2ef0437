import { dns1123Subdomain } from '../../kubernetes/names'
import type { HostAlias, PodDNSConfig } from '../../kubernetes/schema/types-1.36'
import { validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateIp } from '../ip/ipRules'
import type { Report } from '../report'

const MOST_NAMESERVERS = 3
const MOST_SEARCHES = 32
const LONGEST_SEARCHES = 2048

const SEARCH = String.raw`_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*`
const IS_SEARCH = new RegExp(`^${SEARCH}$`)

/** A domain that a resolver tries: may begin with an underscore (IsDNS1123SubdomainWithUnderscore). */
function searchDomain(text: string): string | null {
  if (text.length > 253) return 'must be no more than 253 characters'
  if (IS_SEARCH.test(text)) return null
  return (
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must " +
    `start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SEARCH}')`
  )
}

/** Takes how a pod resolves names, its dnsPolicy, and the field; reports what is wrong with it (validatePodDNSConfig). */
export function validateDnsConfig(
  config: PodDNSConfig | undefined,
  policy: string,
  field: FieldPath,
  report: Report,
): void {
  const { nameservers = [], searches = [], options = [] } = config ?? {}
  if (policy === 'None') {
    if (config === undefined)
      return report.required(field, 'must provide `dnsConfig` when `dnsPolicy` is None')
    if (nameservers.length === 0)
      return report.required(
        field.child('nameservers'),
        'must provide at least one DNS nameserver when `dnsPolicy` is None',
      )
  }
  if (nameservers.length > MOST_NAMESERVERS)
    report.invalid(
      field.child('nameservers'),
      [...nameservers],
      `must not have more than ${MOST_NAMESERVERS} nameservers`,
    )
  for (const [i, address] of nameservers.entries())
    validateIp(address, field.child('nameservers').index(i), report)
  validateSearches(searches, field.child('searches'), report)
  for (const [i, { name = '' }] of options.entries())
    if (name === '') report.required(field.child('options').index(i), 'must not be empty')
}

function validateSearches(searches: readonly string[], field: FieldPath, report: Report): void {
  if (searches.length > MOST_SEARCHES)
    report.invalid(field, [...searches], `must not have more than ${MOST_SEARCHES} search paths`)
  if (searches.join(' ').length > LONGEST_SEARCHES)
    report.invalid(
      field,
      [...searches],
      `must not have more than ${LONGEST_SEARCHES} characters (including spaces) in the search list`,
    )
  for (const [i, search] of searches.entries())
    if (search !== '.') validateText(search.replace(/\.$/, ''), searchDomain, field.index(i), report)
}

/** Takes names for addresses that a pod knows by itself, and the field; reports what is wrong with them (ValidateHostAliases). */
export function validateHostAliases(aliases: readonly HostAlias[], field: FieldPath, report: Report): void {
  for (const [i, { ip = '', hostnames = [] }] of aliases.entries()) {
    const at = field.index(i)
    validateIp(ip, at.child('ip'), report)
    for (const [j, hostname] of hostnames.entries())
      validateText(hostname, dns1123Subdomain, at.child('hostnames').index(j), report)
  }
}
