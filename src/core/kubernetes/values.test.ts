import { describe, expect, it } from 'vitest'
import golden from '../../golden/fields.json'
import { fieldPathCheck } from './fieldPaths'
import { configKey, dns1123Label, envName, portName, type Check } from './names'
import { resourceName } from './resources'
import {
  absolutePath,
  count,
  fileMode,
  formatFileMode,
  hostPathPath,
  imageReference,
  itemPath,
  nodePort,
  parseFileMode,
  portNumber,
  relativePath,
  targetPort,
  tokenSeconds,
} from './values'

const CHECKS: Readonly<Record<string, Check>> = {
  absolutePath,
  configKey,
  containerName: dns1123Label,
  containerPort: portNumber,
  containerPortName: portName,
  envFieldPath: fieldPathCheck('env'),
  envName,
  hostPath: hostPathPath,
  itemPath,
  mode: fileMode,
  nodePort,
  replicas: count,
  resource: resourceName,
  serviceName: dns1123Label,
  servicePort: portNumber,
  servicePortName: dns1123Label,
  subPath: relativePath,
  targetPort,
  tokenSeconds,
  volumeFieldPath: fieldPathCheck('volume'),
  volumeName: dns1123Label,
}

describe('checks, against the causes an API server gave', () => {
  it.each(golden)('$field $value', ({ field, value, messages }) => {
    // What is a string in the manifest is a name: typed, "8080" would be written as a number.
    const check = field === 'targetPort' && typeof value === 'string' ? portName : CHECKS[field]
    const text = field === 'mode' && typeof value === 'number' ? formatFileMode(value) : String(value)
    const said = check?.(text)
    expect(said === null ? [] : said?.split('; ').sort()).toEqual(messages)
  })

  it('asks every check', () => {
    expect(new Set(golden.map(({ field }) => field))).toEqual(new Set(Object.keys(CHECKS)))
  })
})

describe('file modes', () => {
  it.each([
    ['0644', 420],
    ['644', 420],
    ['0o644', 420],
    ['0', 0],
    ['0777', 511],
    ['01777', null],
    ['0888', null],
    ['rw-r--r--', null],
    ['', null],
  ])('%s is %s', (text, mode) => {
    expect(parseFileMode(text)).toBe(mode)
    expect(fileMode(text) === null).toBe(mode !== null)
  })

  it.each([
    [420, '0644'],
    [256, '0400'],
    [0, '0000'],
    [511, '0777'],
    [-1, '-1'],
    [0.5, '0.5'],
  ])('%s is written %s', (mode, text) => {
    expect(formatFileMode(mode)).toBe(text)
  })
})

describe('numbers', () => {
  it.each([
    [portNumber, '80', true],
    [portNumber, '1', true],
    [portNumber, '65535', true],
    [portNumber, '80.5', false],
    [portNumber, 'http', false],
    [nodePort, '30000', true],
    [nodePort, '32767', true],
    [nodePort, '32768', false],
    [targetPort, '8080', true],
    [targetPort, 'http', true],
    [tokenSeconds, '600', true],
    [count, '3', true],
    [count, '1e3', false],
    [count, '2147483648', false],
  ] as const)('%#: %s', (check, text, good) => {
    expect(check(text) === null).toBe(good)
  })
})

describe('imageReference', () => {
  it.each([
    'nginx',
    'nginx:1.17',
    'busybox:latest',
    'docker.io/library/nginx:1.17',
    'localhost:5000/a/b-c__d:v1.0_x',
    'ghcr.io/example/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'registry.example.com:443/shop/app:2.0.1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    '[2001:db8::1]:5000/app',
    'MyRegistry.example.com/app',
  ])('takes %s', (image) => {
    expect(imageReference(image)).toBeNull()
  })

  it.each([
    ['nginx ', 'must not have leading or trailing whitespace'],
    ['Nginx', 'invalid reference format: repository name must be lowercase'],
    ['nginx:', 'invalid reference format'],
    ['nginx:a:b', 'invalid reference format'],
    ['https://nginx', 'invalid reference format'],
    ['a b', 'invalid reference format'],
    ['nginx@sha256:123', 'invalid reference format'],
  ])('refuses %s', (image, said) => {
    expect(imageReference(image)).toBe(said)
  })
})
