import type { ServiceSpec } from '../../kubernetes/schema/types-1.36'
import { validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { parseIp } from '../ip/ipAddress'
import { validateIp } from '../ip/ipRules'
import type { Report } from '../report'
import { clusterIPsOf, isHeadless } from './serviceTypes'

const FAMILIES = ['IPv4', 'IPv6']
const FAMILY_POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack']

/** Takes a text; gives the family of the address it is, or null where it is none. */
export function familyOf(text: string): string | null {
  const address = parseIp(text)
  return address === null ? null : address.bytes.length === 4 ? 'IPv4' : 'IPv6'
}

/** Takes a Service's spec and its field; reports what is wrong with its cluster IPs and their families; those that have an external name have none (core ValidateServiceClusterIPsRelatedFields). */
export function validateClusterIPs(spec: ServiceSpec, field: FieldPath, report: Report): void {
  if (spec.type === 'ExternalName') return
  const ips = clusterIPsOf(spec)
  const at = field.child('clusterIPs')
  const { clusterIP = '', ipFamilies = [], ipFamilyPolicy } = spec
  if (clusterIP === '' && ips.length > 0)
    report.invalid(at, [...ips], 'must be empty when `clusterIP` is not specified')
  if (clusterIP !== '' && ips[0] !== clusterIP)
    report.invalid(at, [...ips], 'first value must match `clusterIP`')
  for (const [i, family] of ipFamilies.entries()) {
    const place = field.child('ipFamilies').index(i)
    validateOneOf(family, FAMILIES, place, report)
    if (ipFamilies.indexOf(family) < i) report.duplicate(place, family)
  }
  if (ipFamilyPolicy !== undefined && !FAMILY_POLICIES.includes(ipFamilyPolicy))
    report.notSupported(field.child('ipFamilyPolicy'), ipFamilyPolicy, FAMILY_POLICIES)
  if (validateAddresses(ips, at, report)) validateFamilies(spec, ips, at, report)
}

/** Gives whether all of them can be read. */
function validateAddresses(ips: readonly string[], field: FieldPath, report: Report): boolean {
  const before = report.errors.length
  let faults = 0
  for (const [i, ip] of ips.entries()) {
    if (i === 0 && ip === 'None') {
      if (ips.length > 1) report.invalid(field, [...ips], "'None' must be the first and only value")
      continue
    }
    const count = report.errors.length
    validateIp(ip, field.index(i), report)
    if (report.errors.length > count) faults += 1
  }
  if (ips.length > 2) report.invalid(field, [...ips], 'may only hold up to 2 values')
  return faults === 0 && (ips.length < 2 || ips[0] !== 'None' || report.errors.length === before)
}

function validateFamilies(spec: ServiceSpec, ips: readonly string[], field: FieldPath, report: Report): void {
  if (ips.length > 1 && new Set(ips.map(familyOf)).size < FAMILIES.length)
    report.invalid(field, [...ips], 'may specify no more than one IP for each IP family')
  if (isHeadless(spec)) return
  for (const [i, family] of (spec.ipFamilies ?? []).entries()) {
    const ip = ips[i]
    if (ip !== undefined && FAMILIES.includes(family) && familyOf(ip) !== family)
      report.invalid(field.index(i), ip, `expected an ${family} value as indicated by \`ipFamilies[${i}]\``)
  }
}
