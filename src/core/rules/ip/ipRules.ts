import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import {
  formatCidr,
  formatIp,
  networkOf,
  parseCidr,
  parseIp,
  sameIp,
  type IpAddress,
  type IpRange,
} from './ipAddress'

/*
 * What the server says of addresses and ranges: k8s.io/apimachinery/pkg/util/validation/ip.go, with the gate
 * StrictIPCIDRValidation on, as it is by default in 1.36.
 */

/** Takes an address as written and its field; reports what is wrong with it; gives the address where it can be read (IsValidIP). */
export function validateIp(text: string, field: FieldPath, report: Report): IpAddress | null {
  const address = parseIp(text)
  if (address === null)
    report.invalid(field, text, 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)')
  else if (address.fault === 'leading-zeros') report.invalid(field, text, 'must not have leading 0s')
  else if (address.fault === 'mapped') report.invalid(field, text, 'must not be an IPv4-mapped IPv6 address')
  return address
}

/** Takes a range as written and its field; reports what is wrong with it; gives the range where it can be read (IsValidCIDR). */
export function validateCidr(text: string, field: FieldPath, report: Report): IpRange | null {
  const range = parseCidr(text)
  if (range === null)
    report.invalid(field, text, 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)')
  else if (range.fault === 'leading-zeros')
    report.invalid(field, text, 'must not have leading 0s in IP or prefix length')
  else if (range.fault === 'mapped') report.invalid(field, text, 'must not have an IPv4-mapped IPv6 address')
  else if (!sameIp(networkOf(range), range.address))
    report.invalid(field, text, 'must not have bits set beyond the prefix length')
  return range
}

/** Takes an address as written and its field; warns where it should be written otherwise (GetWarningsForIP). */
export function warnOfIp(text: string, field: FieldPath, report: Report): void {
  const address = parseIp(text)
  if (address === null) return
  const form = formatIp(address)
  if (address.fault !== null)
    report.warnAt(field, `non-standard IP address "${text}" is invalid: use "${form}"`)
  else if (address.bytes.length === 16 && form !== text)
    report.warnAt(field, `IPv6 address "${text}" should be in RFC 5952 canonical format ("${form}")`)
}

/** Takes a range as written and its field; warns where it should be written otherwise (GetWarningsForCIDR). */
export function warnOfCidr(text: string, field: FieldPath, report: Report): void {
  const range = parseCidr(text)
  if (range === null) return
  const network = formatCidr(range)
  if (!sameIp(networkOf(range), range.address)) {
    const single = `${formatIp(range.address)}/${range.address.bytes.length * 8}`
    report.warnAt(
      field,
      `CIDR value "${text}" is ambiguous in this context (should be "${network}" or "${single}"?)`,
    )
  }
  if (range.fault !== null)
    report.warnAt(field, `non-standard CIDR value "${text}" is invalid: use "${network}"`)
  else if (range.address.bytes.length === 16 && `${formatIp(range.address)}/${range.prefix}` !== text)
    report.warnAt(field, `IPv6 CIDR value "${text}" should be in RFC 5952 canonical format ("${network}")`)
}
