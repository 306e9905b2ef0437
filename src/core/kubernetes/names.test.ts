import { describe, expect, it } from 'vitest'
import golden from '../../golden/kubelet/generated_names.json'
import {
  configKey,
  dns1035Label,
  dns1123Label,
  dns1123Subdomain,
  envName,
  freshName,
  labelKey,
  labelValue,
  portName,
  requiredOr,
  type Check,
} from './names'

const CHECKS = {
  dns1123Label,
  dns1123Subdomain,
  dns1035Label,
  portName,
  labelValue,
  qualifiedName: labelKey,
  relaxedEnvVarName: envName,
  configMapKey: configKey,
} as const satisfies Record<string, Check>

describe('names, against what the real code says', () => {
  const rules = Object.entries(CHECKS)
  it.each(golden.cases)('$value', (row) => {
    const asked = new Map<string, unknown>(Object.entries(row))
    for (const [rule, check] of rules) {
      const expected = asked.get(rule)
      const words = Array.isArray(expected) ? expected.map(String).sort() : []
      expect([rule, wordsOf(check(row.value))]).toEqual([rule, words])
    }
  })
})

function wordsOf(said: string | null): string[] {
  return said === null ? [] : said.split('; ').sort()
}

describe('labelKey', () => {
  it.each([
    ['app', null],
    ['app.kubernetes.io/name', null],
    ['/name', 'prefix part must be non-empty'],
    ['a/b/c', 'a valid label key name part must consist'],
    ['Example.com/App', 'prefix part a lowercase RFC 1123 subdomain must consist'],
    ['example.com/', 'name part must be non-empty'],
  ])('%s', (key, words) => {
    const said = labelKey(key)
    if (words === null) expect(said).toBeNull()
    // A key with two slashes has no parts; the server says what a whole key is.
    else expect(said).toContain(words.replace('a valid label key name part', 'a valid label key'))
  })
})

describe('requiredOr', () => {
  it.each([
    ['', dns1123Label, 'Required value'],
    ['web', dns1123Label, null],
    ['a.b', dns1123Label, 'must not contain dots'],
    ['anything', null, null],
  ] as const)('%s', (text, check, said) => {
    expect(requiredOr(text, check)).toBe(said)
  })
})

describe('freshName', () => {
  it.each([
    ['nginx', [], 'nginx'],
    ['nginx', ['nginx'], 'nginx-2'],
    ['nginx', ['nginx', 'nginx-2', 'nginx-4'], 'nginx-3'],
    ['n'.repeat(63), ['n'.repeat(63)], `${'n'.repeat(61)}-2`],
  ])('%s beside %j is %s', (base, taken, name) => {
    expect(freshName(base, taken)).toBe(name)
    expect(name.length).toBeLessThanOrEqual(63)
  })
})
