import { describe, expect, it } from 'vitest'
import { renameKey, setKey } from './edits/mapping'
import type { JsonObject } from './json'
import { keyOrderAt, placeOf } from './keyOrder'
import type { Path } from './path'

describe('keyOrderAt', () => {
  it.each<[Path, string[]]>([
    [[0], ['apiVersion', 'kind']],
    [
      [0, 'metadata'],
      ['name', 'generateName'],
    ],
    [
      [0, 'spec', 'template', 'spec', 'containers', 3],
      ['name', 'image'],
    ],
    [
      [0, 'spec', 'initContainers', 0],
      ['name', 'image'],
    ],
    [
      [0, 'spec', 'containers', 0, 'env', 0],
      ['name', 'value'],
    ],
    [[0, 'metadata', 'labels'], []],
    [[0, 'spec', 'toString'], []],
    [[], []],
  ])('%j', (path, start) => {
    expect(keyOrderAt(path).slice(0, 2)).toEqual(start)
  })
})

describe('placeOf', () => {
  const order = ['a', 'b', 'c', 'd']
  it.each<[string[], string, number]>([
    [['a', 'c'], 'b', 1],
    [['c', 'a'], 'b', 2],
    [['c', 'd'], 'a', 0],
    [['x', 'd'], 'b', 1],
    [['x', 'y'], 'b', 2],
    [['a', 'b'], 'x', 2],
    [[], 'a', 0],
  ])('into %j goes %s at %i', (keys, key, index) => {
    expect(placeOf(keys, key, order)).toBe(index)
  })
})

const CONTAINER: Path = [0, 'spec', 'containers', 0]

describe('setKey', () => {
  it.each<[JsonObject, string, string[]]>([
    [{ name: 'a', image: 'b', volumeMounts: [] }, 'env', ['name', 'image', 'env', 'volumeMounts']],
    [{ image: 'b', name: 'a' }, 'command', ['image', 'command', 'name']],
    [{ image: 'b', name: 'a' }, 'image', ['image', 'name']],
    [{ volumeMounts: [], custom: 1 }, 'name', ['name', 'volumeMounts', 'custom']],
    [{ name: 'a', custom: 1 }, 'other', ['name', 'custom', 'other']],
    [{ name: 'a' }, '__proto__', ['name']],
  ])('%j gets %s', (mapping, key, keys) => {
    const before = { ...mapping }
    setKey(mapping, CONTAINER, key, 'new')
    expect(Object.keys(mapping)).toEqual(keys)
    expect(mapping).toEqual(key === '__proto__' ? before : { ...before, [key]: 'new' })
  })
})

describe('renameKey', () => {
  it.each<[JsonObject, string, string, string[], boolean]>([
    [{ a: 1, b: 2, c: 3 }, 'b', 'x', ['a', 'x', 'c'], true],
    [{ a: 1, b: 2 }, 'a', 'b', ['a', 'b'], false],
    [{ a: 1 }, 'x', 'y', ['a'], false],
    [{ a: 1 }, 'a', 'a', ['a'], false],
    [{ a: 1 }, 'a', '__proto__', ['a'], false],
    // Keys that look like whole numbers come first in every JavaScript object.
    [{ a: 1, b: 2 }, 'b', '1', ['1', 'a'], true],
  ])('%j: %s to %s', (mapping, from, to, keys, renamed) => {
    const values = new Set(Object.values(mapping))
    expect(renameKey(mapping, from, to)).toBe(renamed)
    expect(Object.keys(mapping)).toEqual(keys)
    expect(new Set(Object.values(mapping))).toEqual(values)
  })

  it('keeps what an own key called __proto__ holds', () => {
    const mapping: JsonObject = JSON.parse('{"a": 1, "__proto__": 2, "c": 3}')
    expect(renameKey(mapping, 'a', 'x')).toBe(true)
    expect(Object.keys(mapping).sort()).toEqual(['__proto__', 'c', 'x'])
  })
})
