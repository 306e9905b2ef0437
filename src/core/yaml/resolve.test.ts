import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isObject } from '../kubernetes/json'
import { valueAt } from '../kubernetes/path'
import { read } from './read'
import { resolveScalar } from './resolve'

describe('scalars, as a Kubernetes 1.36 API server reads them in a ConfigMap', () => {
  const lines = readFileSync('src/golden/scalars.jsonl', 'utf8').trim().split('\n')
  it.each(lines)('%s', (line) => {
    const golden: unknown = JSON.parse(line)
    if (!isObject(golden) || typeof golden['scalar'] !== 'string') throw new Error('each line has a scalar')
    const { documents, problem } = read(`apiVersion: v1\nkind: ConfigMap\ndata:\n  k: ${golden['scalar']}\n`)
    const value = valueAt(documents, [0, 'data', 'k'])
    expect(problem ? 'error' : typeOf(value)).toBe(golden['type'])
    // The server stores a null as an empty string there.
    if (Object.hasOwn(golden, 'value')) expect(value ?? '').toBe(golden['value'])
  })
  it('are 177', () => {
    expect(lines).toHaveLength(177)
  })
})

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'string'
  if (typeof value === 'boolean') return 'bool'
  return Array.isArray(value) ? 'array' : typeof value
}

describe('tags', () => {
  it.each([
    ['2103', true, '!!int', 2103],
    ['1', true, '!!str', '1'],
    ['yes', true, '!!bool', true],
    ['1', true, '!foo', '1'],
    ['5', false, '!', 5],
    ['aGk=', true, '!!binary', 'hi'],
  ])('%s, plain %s, %s', (text, plain, tag, value) => {
    expect(resolveScalar(text, plain, tag)).toEqual({ value })
  })
  it.each([
    ['x', '!!int'],
    ['', '!!bool'],
    ['!', '!!binary'],
  ])('refuses %s as %s', (text, tag) => {
    expect(resolveScalar(text, true, tag)).toHaveProperty('cause')
  })
})
