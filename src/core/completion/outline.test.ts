import { describe, expect, it } from 'vitest'
import { corpusTexts, goldenManifests } from '../../golden/texts'
import type { Json } from '../kubernetes/json'
import { formatPath, valueAt, type Path } from '../kubernetes/path'
import { toEditorText } from '../yaml/lineEndings'
import { parse } from '../yaml/parse'
import type { Source } from '../yaml/source'
import type { YamlNode } from '../yaml/tree'
import { outlineOf } from './outline'

/** Where each key of a source begins, by its path; what stands behind an alias or a merge key is somewhere else. */
function keysOf(source: Source): Map<number, Path> {
  const keys = new Map<number, Path>()
  const visit = (node: YamlNode, start: number, path: Path): void => {
    if (node.kind !== 'mapping' && node.kind !== 'sequence') return
    for (const entry of node.entries) {
      if (typeof entry.key === 'string' && 'keyAt' in entry && !entry.merge)
        keys.set(start + entry.keyAt, [...path, entry.key])
      visit(entry.node, start + entry.valueAt, [...path, entry.key])
    }
  }
  source.trees.forEach((tree, index) => visit(tree.node, tree.at, [index]))
  return keys
}

const shown = (keys: Map<number, Path>): string[] =>
  [...keys].map(([at, path]) => `${at} [${path[0]}] ${formatPath(path)}`)

function agrees(text: string): void {
  const source = parse(text)
  const outline = outlineOf(text)
  const keys = new Map(
    outline.tokens.filter((token) => token.role === 'key').map((token) => [token.start, token.path]),
  )
  expect(shown(keys)).toEqual(shown(keysOf(source)))
}

describe('texts that can be read', () => {
  it.each(goldenManifests())('$file: every key is where the reader finds it, and every name', ({ text }) => {
    agrees(text)
    const { documents } = parse(text)
    const outline = outlineOf(text)
    for (const { path, role } of outline.tokens) {
      const value = valueAt(documents, path)
      if (role === 'value' && typeof value !== 'string')
        expect([path, valueAt(outline.documents, path)]).toEqual([path, value])
    }
  })

  const readable = corpusTexts().flatMap(({ file, text: raw }) => {
    const text = toEditorText(raw)
    const source = parse(text)
    // Anchors, aliases and keys with `?` are a reader's business.
    const isPlain = source.trees.every((tree) => !tree.node.aliased && !tree.directives)
    return source.problem === null && isPlain && !/^[\s-]*\?\s/m.test(text) ? [{ file, text }] : []
  })
  it.skipIf(readable.length === 0)('other people’s manifests', () => {
    const differ = readable.filter(({ text }) => {
      try {
        agrees(text)
        return false
      } catch {
        return true
      }
    })
    expect(differ.map(({ file }) => file)).toEqual([])
    console.info(`${readable.length} texts of other people outlined`)
  })
})

describe('texts in the middle of typing', () => {
  it.each<[string, string, readonly Json[]]>([
    ['a word between entries', 'a:\n  con\n  b: 1\n', [{ a: { con: null, b: 1 } }]],
    ['a word below entries', 'a:\n  b: 1\n  con', [{ a: { b: 1, con: null } }]],
    ['a word that has lines below it', 'a:\n  con\n    - x: 1\n', [{ a: { con: [{ x: 1 }] } }]],
    ['a word beside dashes', 'a:\n  con\n  - x: 1\n', [{ a: [{ x: 1 }] }]],
    ['a word at the root', 'a: 1\nki', [{ a: 1, ki: null }]],
    ['a quote that is not closed', "a: 'x\nb: 1\n", [{ a: "'x", b: 1 }]],
    ['a bracket that is not closed', 'a: [x, {y: 1\nb: 1\n', [{ a: ['x', { y: 1 }], b: 1 }]],
    ['a brace below', 'a: {\n  b: 1,\n}\nc: 2\n', [{ a: { b: 1 }, c: 2 }]],
    ['an item without its mapping', 'a:\n  - \n  - b: 1\n', [{ a: [null, { b: 1 }] }]],
    ['a key too deep', 'a: 1\n    b: 2\nc: 3\n', [{ a: 1, c: 3 }]],
    ['a key too shallow', 'a:\n    b: 1\n  c: 2\n', [{ a: { b: 1, c: 2 } }]],
    [
      'dashes in line with their key',
      'a:\n- b: 1\n  c: 2\n- d\ne: 3\n',
      [{ a: [{ b: 1, c: 2 }, 'd'], e: 3 }],
    ],
    ['documents', '# x\n---\na: 1\n---\n---\nb: 2\n', [{ a: 1 }, null, { b: 2 }]],
    ['a block', 'a: |\n  b: 1\n\n  - c\nd: 1\n', [{ a: '', d: 1 }]],
    ['nothing', '', []],
  ])('%s', (_what, text, documents) => {
    expect(outlineOf(text).documents).toEqual(documents)
  })
})
