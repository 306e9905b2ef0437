import { describe, expect, test } from 'vitest'
import { FieldPath } from '../fieldPath'
import { Report } from '../report'
import { contains, parseCidr, parseIp } from './ipAddress'
import { validateCidr, validateIp, warnOfCidr, warnOfIp } from './ipRules'

const field = FieldPath.root(0).child('ip')

function errors(check: typeof validateIp | typeof validateCidr, text: string): string[] {
  const report = new Report()
  check(text, field, report)
  return report.errors.map(({ message }) => message.slice(message.lastIndexOf(': ') + 2))
}

function warnings(check: typeof warnOfIp, text: string): string[] {
  const report = new Report()
  check(text, field, report)
  return report.warnings.map(({ message }) => message)
}

describe('addresses', () => {
  test.each([
    ['10.9.8.7', []],
    ['::', []],
    ['2001:db8::ffff', []],
    ['64:ff9b::10.0.0.1', []],
    ['10.0.0', ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)']],
    ['10.0.0.256', ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)']],
    ['1::2::3', ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)']],
    ['1:2:3:4:5:6:7:8:9', ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)']],
    ['fe80::1%eth0', ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)']],
    ['', ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)']],
    ['010.0.0.1', ['must not have leading 0s']],
    ['::ffff:1.2.3.4', ['must not be an IPv4-mapped IPv6 address']],
  ])('%s', (text, expected) => expect(errors(validateIp, text)).toEqual(expected))

  test.each([
    ['10.9.8.7', []],
    ['2001:db8::2', []],
    ['words', []],
    ['192.012.2.2', ['ip: non-standard IP address "192.012.2.2" is invalid: use "192.12.2.2"']],
    ['::ffff:1.2.3.4', ['ip: non-standard IP address "::ffff:1.2.3.4" is invalid: use "1.2.3.4"']],
    [
      '2001:db8:0:0::2',
      ['ip: IPv6 address "2001:db8:0:0::2" should be in RFC 5952 canonical format ("2001:db8::2")'],
    ],
  ])('%s is warned of', (text, expected) => expect(warnings(warnOfIp, text)).toEqual(expected))
})

describe('ranges', () => {
  test.each([
    ['10.0.0.0/8', []],
    ['2001:db8::/64', []],
    ['10.0.0.0', ['must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)']],
    ['10.0.0.0/33', ['must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)']],
    ['10.0.0.0/08', ['must not have leading 0s in IP or prefix length']],
    ['10.0.0.1/8', ['must not have bits set beyond the prefix length']],
  ])('%s', (text, expected) => expect(errors(validateCidr, text)).toEqual(expected))

  test.each([
    ['10.0.0.0/8', []],
    ['10.012.2.0/24', ['ip: non-standard CIDR value "10.012.2.0/24" is invalid: use "10.12.2.0/24"']],
    [
      '2001:db8:1:0::/64',
      ['ip: IPv6 CIDR value "2001:db8:1:0::/64" should be in RFC 5952 canonical format ("2001:db8:1::/64")'],
    ],
    [
      '10.0.0.1/8',
      ['ip: CIDR value "10.0.0.1/8" is ambiguous in this context (should be "10.0.0.0/8" or "10.0.0.1/32"?)'],
    ],
  ])('%s is warned of', (text, expected) => expect(warnings(warnOfCidr, text)).toEqual(expected))

  test.each([
    ['10.96.0.0/16', '10.96.3.4', true],
    ['10.96.0.0/16', '10.97.0.0', false],
    ['10.96.0.0/12', '10.111.0.1', true],
    ['2001:db8::/33', '2001:db8:7fff::', true],
    ['2001:db8::/33', '2001:db8:8000::', false],
    ['10.96.0.0/16', '::', false],
  ])('%s holds %s: %s', (cidr, ip, expected) => {
    const range = parseCidr(cidr)
    const address = parseIp(ip)
    expect(range !== null && address !== null && contains(range, address)).toBe(expected)
  })
})
