import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpusTexts, goldenManifests, type GoldenText } from '../../golden/texts'
import { isObject, type Json, type JsonObject } from '../kubernetes/json'
import type { Path } from '../kubernetes/path'
import { locate } from './locate'
import { parse } from './parse'
import { read } from './read'
import { revise } from './revise'
import type { Source, TextRange } from './source'
import { endOfLine, startOfLine } from './spacing'
import type { YamlNode } from './tree'
import { write } from './write'

const MANIFESTS = goldenManifests()
const CORPUS = corpusTexts()

/** A change at a random place; the numbers are taken modulo what is there. */
interface RandomEdit {
  readonly collection: number
  readonly kind: 'set' | 'insert' | 'remove' | 'reorder' | 'rename'
  readonly index: number
  readonly to: number
  readonly key: string
  readonly value: Json
}

const text = fc.oneof(
  fc.constantFrom(
    'x',
    'yes',
    '0644',
    'a: b',
    '',
    ' lead',
    'two\nlines\n',
    'tab\there',
    "it's",
    '"q"',
    '#no',
    'a #b',
    '- x',
    '*a',
    'a\n\n',
    '{{ x }}',
    'x:',
    '  a\nb',
    'echo '.repeat(30),
  ),
  fc.string(),
)
const scalar = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom('name', 'key', 'yes', 'a.b/c'), text), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
}))
const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  collection: fc.nat(),
  kind: fc.constantFrom('set', 'insert', 'remove', 'reorder', 'rename'),
  index: fc.nat(),
  to: fc.nat(),
  key: fc.oneof(fc.constantFrom('new', 'zone', 'on'), text),
  value,
})

function collectionsIn(documents: Json[]): { path: Path; node: Json[] | JsonObject }[] {
  const found: { path: Path; node: Json[] | JsonObject }[] = []
  const visit = (node: Json, path: Path): void => {
    if (Array.isArray(node)) {
      found.push({ path, node })
      for (const [i, item] of node.entries()) visit(item, [...path, i])
    } else if (isObject(node)) {
      found.push({ path, node })
      for (const [key, item] of Object.entries(node)) visit(item, [...path, key])
    }
  }
  visit(documents, [])
  return found
}

/** Does the edit; gives the paths (as they were) of what was taken out or written over. */
function perform(documents: Json[], edit: RandomEdit): Path[] {
  const all = collectionsIn(documents)
  const target = all[edit.collection % Math.max(all.length, 1)]
  if (!target) return []
  const { node, path } = target
  if (Array.isArray(node)) {
    const at = edit.index % Math.max(node.length, 1)
    if (edit.kind === 'insert' || node.length === 0) node.splice(at, 0, edit.value)
    else if (edit.kind === 'remove') node.splice(at, 1)
    else if (edit.kind === 'reorder') node.splice(edit.to % node.length, 0, ...node.splice(at, 1))
    else node[at] = edit.value
    return edit.kind === 'set' || edit.kind === 'rename' || edit.kind === 'remove' ? [[...path, at]] : []
  }
  const entries = Object.entries(node)
  const at = edit.index % Math.max(entries.length, 1)
  const key = entries[at]?.[0] ?? ''
  const gone: Path[] = edit.kind === 'set' || edit.kind === 'remove' ? [[...path, key]] : []
  if (edit.kind === 'insert' || entries.length === 0) entries.splice(at, 0, [edit.key, edit.value])
  else if (edit.kind === 'remove') entries.splice(at, 1)
  else if (edit.kind === 'reorder') entries.splice(edit.to % entries.length, 0, ...entries.splice(at, 1))
  else if (edit.kind === 'rename') entries[at] = [edit.key, entries[at]?.[1] ?? null]
  else entries[at] = [key, edit.value]
  // An insertion or a rename may write over a key of the same name.
  const written = edit.kind === 'insert' || edit.kind === 'rename' ? [[...path, edit.key]] : []
  for (const old of Object.keys(node)) delete node[old]
  for (const [name, item] of entries) if (name !== '__proto__') node[name] = item
  return [...gone, ...written]
}

/** The comments outside of the given ranges: each `#` behind white space that stands in no scalar. */
function commentsOf(source: Source, outside: readonly TextRange[]): string[] {
  const holes = [...outside, ...source.trees.flatMap((tree) => scalarsIn(tree.node, tree.at))]
  return [...source.text.matchAll(/(?<=^|[ \t])#[^\r\n]*/gm)]
    .filter(({ index }) => holes.every((range) => index < range.start || index >= range.end))
    .map(([comment]) => comment.trimEnd())
}

function scalarsIn(node: YamlNode, start: number): TextRange[] {
  if (node.kind === 'scalar') return [{ start: start + node.contentAt, end: start + node.length }]
  if (node.kind === 'alias') return []
  return node.entries.flatMap((entry) => scalarsIn(entry.node, start + entry.valueAt))
}

/** The lines of what is taken out, which take the comments in them along. */
function linesAt(source: Source, path: Path): TextRange[] {
  const [index, ...steps] = path
  const tree = typeof index === 'number' ? source.trees[index] : undefined
  // A document behind another one takes along all from its mark on.
  if (tree && index !== 0 && steps.length === 0)
    return [{ start: tree.start, end: tree.at + tree.node.length }]
  const range = locate(source, path)
  if (!range) return []
  // An item begins at its dash, which may stand on a line above.
  const start = typeof path.at(-1) === 'number' ? source.text.lastIndexOf('-', range.start) : range.start
  return [{ start: startOfLine(source.text, Math.max(start, 0)), end: endOfLine(source.text, range.end) }]
}

function checkEdit({ text: before }: GoldenText, edit: RandomEdit, comments: boolean): void {
  const source = parse(before)
  const { documents } = read(before)
  const gone = perform(documents, edit)
  const revision = revise(source, documents)
  const after = revision.source.text
  expect(read(after)).toEqual({ documents, problem: null })
  expect(Number.isFinite(revision.depth) ? 'printed a part anew' : 'touched only what changed').toBe(
    'touched only what changed',
  )
  expect(after.startsWith('\ufeff')).toBe(before.startsWith('\ufeff'))
  if (/\r\n/.test(before) && !/[^\r]\n|\r[^\n]/.test(before)) expect(after).not.toMatch(/[^\r]\n/)
  if (!comments) return
  const kept = commentsOf(
    source,
    gone.flatMap((path) => linesAt(source, path)),
  )
  for (const comment of kept) expect(after).toContain(comment)
}

describe('what is written changes only what must', () => {
  it('where nothing changes, not one byte changes', () => {
    const changed = [...MANIFESTS, ...CORPUS].filter(
      ({ text: before }) => write(before, read(before).documents) !== before,
    )
    expect(changed.map(({ file }) => file)).toEqual([])
  })

  it('an edit of a manifest reads back, keeps its comments, its line breaks and its mark', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MANIFESTS), randomEdit, (manifest, edit) =>
        checkEdit(manifest, edit, true),
      ),
      { numRuns: 800 },
    )
  })

  it.skipIf(CORPUS.length === 0)('an edit of other people’s manifests too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CORPUS), randomEdit, (manifest, edit) =>
        checkEdit(manifest, edit, true),
      ),
      { numRuns: 1500 },
    )
  })

  it('edits one after another read back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MANIFESTS),
        fc.array(randomEdit, { maxLength: 8 }),
        (manifest, edits) => {
          let source = parse(manifest.text)
          for (const edit of edits) {
            const { documents } = read(source.text)
            perform(documents, edit)
            source = revise(source, documents).source
            expect(parse(source.text)).toEqual(source)
            expect(source.documents).toEqual(documents)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('a flow collection stays one', () => {
    const flow = '{ a: 1, b: [x, {c: d}], e: "f" }'
    fc.assert(
      fc.property(fc.array(randomEdit, { minLength: 1, maxLength: 4 }), (edits) => {
        let after = flow
        for (const edit of edits) {
          const { documents } = read(after)
          const root = documents[0]
          if (!isObject(root) || Object.keys(root).length < 2) return
          perform(documents, edit)
          if (documents.length !== 1 || !isObject(documents[0])) return
          after = write(after, documents)
          expect(after).toMatch(/^\{[\s\S]*\}$/)
        }
      }),
      { numRuns: 500 },
    )
  })
})
