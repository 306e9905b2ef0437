import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../kubernetes/json'
import { judge } from '../judge'
import { pemFault } from './pemFault'

function secret(type: string, stringData: JsonObject, annotations: JsonObject = {}): JsonObject {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's', annotations }, type, stringData }
}

it.each<[string, JsonObject, readonly string[]]>([
  ['a login', secret('kubernetes.io/dockerconfigjson', { '.dockerconfigjson': '{"auths":{}}' }), []],
  [
    'a login that is no JSON, without showing it',
    secret('kubernetes.io/dockerconfigjson', { '.dockerconfigjson': 'hidden' }),
    [
      'data[.dockerconfigjson]: Invalid value: "<secret contents redacted>": invalid character \'h\' looking for beginning of value',
    ],
  ],
  ['a login that is missing', secret('kubernetes.io/dockercfg', {}), ['data[.dockercfg]: Required value']],
  ['a password alone', secret('kubernetes.io/basic-auth', { password: '' }), []],
  [
    'neither name nor password',
    secret('kubernetes.io/basic-auth', {}),
    ['data[username]: Required value', 'data[password]: Required value'],
  ],
  [
    'an empty key',
    secret('kubernetes.io/ssh-auth', { 'ssh-privatekey': '' }),
    ['data[ssh-privatekey]: Required value'],
  ],
  [
    'a certificate without its key',
    secret('kubernetes.io/tls', { 'tls.crt': '' }),
    ['data[tls.key]: Required value'],
  ],
  [
    'a token of nobody',
    secret('kubernetes.io/service-account-token', {}),
    ['metadata.annotations[kubernetes.io/service-account.name]: Required value'],
  ],
  [
    'a token of somebody',
    secret('kubernetes.io/service-account-token', {}, { 'kubernetes.io/service-account.name': 'a' }),
    [],
  ],
  ['a type of one’s own', secret('example.com/any', {}), []],
  [
    'a key that is no file name',
    secret('Opaque', { '..': '' }),
    ['data[..]: Invalid value: "..": must not be \'..\''],
  ],
  [
    'more than a mebibyte',
    secret('Opaque', { big: 'x'.repeat(1_048_577) }),
    ['data: Too long: may not be more than 1048576 bytes'],
  ],
])('%s', (_, document, said) => {
  expect(judge(document).causes.map(({ field, message }) => `${field}: ${message}`)).toEqual(said)
})

const block = (type: string): string => `-----BEGIN ${type}-----\nTWFu\n-----END ${type}-----\n`

describe('certificates', () => {
  it.each([
    ['', '', 'tls: failed to find any PEM data in certificate input'],
    [
      block('RSA PRIVATE KEY'),
      '',
      'tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched',
    ],
    [
      block('X') + block('Y'),
      '',
      'tls: failed to find "CERTIFICATE" PEM block in certificate input after skipping PEM blocks of the following types: [X Y]',
    ],
    [block('CERTIFICATE'), 'none', 'tls: failed to find any PEM data in key input'],
    [
      block('CERTIFICATE'),
      block('CERTIFICATE'),
      'tls: found a certificate rather than a key in the PEM for the private key',
    ],
    [block('CERTIFICATE'), block('EC PARAMETERS') + block('EC PRIVATE KEY'), null],
  ])('%j with the key %j', (certificate, key, said) => expect(pemFault(certificate, key)).toBe(said))

  it('are warned of', () => {
    expect(judge(secret('kubernetes.io/tls', { 'tls.crt': 'a', 'tls.key': 'b' })).warnings).toEqual([
      'tls: failed to find any PEM data in certificate input',
    ])
  })
})

it.each<[string, JsonObject, readonly string[]]>([
  [
    'the same key twice',
    { data: { a: 'x' }, binaryData: { a: 'eA==' } },
    ['data[a]: Invalid value: "a": duplicate of key present in binaryData'],
  ],
  [
    'more than a mebibyte',
    { data: { a: 'x'.repeat(1_048_576) }, binaryData: { b: 'eA==' } },
    [': Too long: may not be more than 1048576 bytes'],
  ],
])('a ConfigMap with %s', (_, data, said) => {
  const document = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, ...data }
  expect(judge(document).causes.map(({ field, message }) => `${field}: ${message}`)).toEqual(said)
})
