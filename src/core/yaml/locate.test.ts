import { describe, expect, it } from 'vitest'
import { goldenManifests } from '../../golden/texts'
import { isObject, type Json } from '../kubernetes/json'
import type { Path } from '../kubernetes/path'
import { locate, locateValue, pathAt } from './locate'
import { parse } from './parse'

const text = `# head
a:
  b: 1 # b
  "c": [x, {k: v}]
---
list:
- name: one
  args:
    - |
      echo
- d
o: &x {b: 1}
e: *x
f: {<<: *x, g: 2}
`
const source = parse(text)
const at = (range: { start: number; end: number } | null): string | null =>
  range && text.slice(range.start, range.end)

describe('a path’s place in the text', () => {
  it.each<[Path, string | null, string | null]>([
    [[0, 'a', 'b'], 'b: 1', '1'],
    [[0, 'a', 'c'], '"c": [x, {k: v}]', '[x, {k: v}]'],
    [[0, 'a', 'c', 1, 'k'], 'k: v', 'v'],
    [[1, 'list', 0], 'name: one\n  args:\n    - |\n      echo', 'name: one\n  args:\n    - |\n      echo'],
    [[1, 'list', 0, 'args', 0], '|\n      echo', '|\n      echo'],
    [[1, 'e', 'b'], 'e: *x', '*x'],
    [[1, 'f', 'b'], '<<: *x', '*x'],
    [[1, 'nothing'], null, null],
    [[2], null, null],
  ])('%j', (path, entry, value) => {
    expect(at(locate(source, path))).toBe(entry)
    expect(at(locateValue(source, path))).toBe(value)
  })
})

describe('the path at a place in the text', () => {
  it.each<[string, number, Path]>([
    ['b: 1', 0, [0, 'a', 'b']],
    ['b: 1', 4, [0, 'a', 'b']],
    ['{k: v}', 1, [0, 'a', 'c', 1, 'k']],
    ['- name', 0, [1, 'list', 0]],
    ['name: one', 0, [1, 'list', 0, 'name']],
    ['  args', 0, [1, 'list', 0, 'args']],
    ['echo', 2, [1, 'list', 0, 'args', 0]],
    ['- d', 1, [1, 'list', 1]],
    ['# head', 1, [0]],
  ])('%s +%i', (needle, offset, path) => {
    expect(pathAt(source, text.indexOf(needle) + offset)).toEqual(path)
  })
  it('in an empty text is no path', () => {
    expect(pathAt(parse(''), 0)).toEqual([])
  })
})

describe('there and back', () => {
  it.each(goldenManifests())('$file', (manifest) => {
    const page = parse(manifest.text)
    const visit = (value: Json, path: Path): void => {
      const range = locateValue(page, path)
      expect(range).not.toBeNull()
      if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...path, i])
      else if (isObject(value)) for (const [key, item] of Object.entries(value)) visit(item, [...path, key])
      else if (range && path.length > 1) expect(pathAt(page, range.start)).toEqual(path)
    }
    for (const [i, document] of page.documents.entries()) visit(document, [i])
  })
})
