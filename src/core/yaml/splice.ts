import { isObject, type Json } from '../kubernetes/json'
import { adopt } from './adopt'
import { composeText, parse, sourceOf } from './parse'
import { applyEdits, type Source, type TextEdit } from './source'
import { startOfLine } from './spacing'
import {
  type CollectionNode,
  type DocumentTree,
  endOfEntry,
  type Entry,
  type MappingEntry,
  type SequenceEntry,
  type YamlNode,
} from './tree'

/** With more edits than this the whole text is read anew. */
const FEW = 8
/** How many levels up from an edit are tried before the whole text is read anew. */
const TRIES = 3

/**
 * Takes a source and edits of its text, in order; gives the source of the text after them, as `parse` would give it,
 * but reads only the entries that the edits touch. What means the same as before keeps its identity.
 * `known` are the documents to share with where the source can't be read.
 */
export function splice(
  source: Source,
  edits: readonly TextEdit[],
  known: readonly Json[] = source.documents,
): Source {
  if (source.problem === null && edits.length <= FEW) {
    let next: Source | null = source
    for (const edit of edits.toReversed()) next = next && spliceOne(next, edit)
    if (next) return next
  }
  return parse(applyEdits(source.text, edits), known)
}

/** An entry of a block collection on the way from the root to an edit. */
interface Step {
  readonly node: CollectionNode
  readonly start: number
  readonly index: number
  readonly entry: Entry
  /** Where the lines of the entry end. */
  readonly end: number
}

function spliceOne(source: Source, edit: TextEdit): Source | null {
  const index = source.trees.findIndex((tree) => edit.start > tree.at && edit.end <= tree.end)
  const tree = source.trees[index]
  if (!tree || tree.node.anchored || tree.node.aliased || tree.directives) return null
  const steps = stepsTo(source.text, tree, edit)
  const text = applyEdits(source.text, [edit])
  const delta = text.length - source.text.length
  for (let depth = steps.length - 1; depth >= Math.max(0, steps.length - TRIES); depth--) {
    const step = steps[depth]
    const entry = step && readEntry(text, step, delta, depth)
    if (!entry) continue
    const node = withEntry(steps.slice(0, depth + 1), entry, delta)
    const trees = source.trees.map((other, i) =>
      i < index ? other : i > index ? shifted(other, delta) : { ...other, node, end: other.end + delta },
    )
    return sourceOf(text, trees)
  }
  return null
}

/** The entries of block collections that an edit lies in, from the root down. */
function stepsTo(text: string, tree: DocumentTree, edit: TextEdit): Step[] {
  const steps: Step[] = []
  let node: YamlNode = tree.node
  let start = tree.at
  let end = tree.end
  while ((node.kind === 'mapping' || node.kind === 'sequence') && node.style === 'block') {
    const base = start
    const index = node.entries.findLastIndex((candidate) => base + candidate.at < edit.start)
    const entry = node.entries[index]
    const next = node.entries[index + 1]
    if (next) end = startOfLine(text, base + next.at)
    if (!entry || edit.end > end) break
    steps.push({ node, start, index, entry, end })
    start += entry.valueAt
    node = entry.node
  }
  return steps
}

/** Reads the lines of one entry on their own, where they mean the same as in their place; null where they may not. */
function readEntry(text: string, step: Step, delta: number, depth: number): Entry | null {
  const start = step.start + step.entry.at
  const end = step.end + delta
  const lineStart = startOfLine(text, start)
  const lines = text.slice(start, end)
  const isWhole = end === text.length || /[\r\n]$/.test(lines)
  if (!isWhole || text.slice(lineStart, start).includes('\t')) return null
  const column = start - lineStart
  const result = composeText(' '.repeat(column) + lines, depth)
  if ('problem' in result || result.trees.length !== 1) return null
  const tree = result.trees[0]
  if (!tree || tree.at !== column || tree.markerAt >= 0 || tree.directives) return null
  const { node } = tree
  if (
    (node.kind !== 'mapping' && node.kind !== 'sequence') ||
    node.kind !== step.node.kind ||
    node.style !== 'block'
  )
    return null
  if (node.anchored || node.aliased || node.entries.length !== 1) return null
  const entry = node.entries[0]
  if (!entry || entry.at !== 0 || !isFitting(entry, step)) return null
  adopt(entry.node, step.entry.node.value)
  const at = step.entry.at
  const place = { at, indicatorAt: entry.indicatorAt + at, valueAt: entry.valueAt + at }
  return 'keyAt' in entry
    ? { ...entry, ...place, keyAt: entry.keyAt + at }
    : { ...entry, ...place, key: step.index }
}

/** A key must not stand twice, and a `?`, a `<<` or `__proto__` is left to the whole reading. */
function isFitting(entry: Entry, step: Step): boolean {
  if (!('keyAt' in entry)) return true
  if (entry.explicit || entry.merge || entry.key === '__proto__') return false
  return entry.key === step.entry.key || !step.node.entries.some((other) => other.key === entry.key)
}

/** The root with the entry of the last step replaced, and all that follows it moved. */
function withEntry(steps: readonly Step[], entry: Entry, delta: number): YamlNode {
  let node: YamlNode = entry.node
  for (const [i, step] of steps.toReversed().entries())
    node = replaced(step, i === 0 ? entry : { ...step.entry, node }, delta)
  return node
}

function replaced(step: Step, child: Entry, delta: number): CollectionNode {
  const { node, index } = step
  const value = withChild(node.value, step.entry.key, child, index)
  const last = index === node.entries.length - 1
  const length = last ? endOfEntry(0, child) : node.length + delta
  if (node.kind === 'mapping' && 'keyAt' in child)
    return { ...node, entries: moved(node.entries, index, child, delta, moveMapping), value, length }
  if (node.kind === 'sequence' && !('keyAt' in child))
    return { ...node, entries: moved(node.entries, index, child, delta, moveSequence), value, length }
  throw new Error('an entry can’t change its collection')
}

function moved<Item>(
  entries: readonly Item[],
  index: number,
  child: Item,
  delta: number,
  move: (entry: Item, delta: number) => Item,
): Item[] {
  return entries.map((entry, i) => (i < index ? entry : i === index ? child : move(entry, delta)))
}

function moveMapping(entry: MappingEntry, delta: number): MappingEntry {
  if (delta === 0) return entry
  return { ...moveSequenceLike(entry, delta), keyAt: entry.keyAt + delta }
}

function moveSequence(entry: SequenceEntry, delta: number): SequenceEntry {
  return delta === 0 ? entry : moveSequenceLike(entry, delta)
}

function moveSequenceLike<Item extends Entry>(entry: Item, delta: number): Item {
  return {
    ...entry,
    at: entry.at + delta,
    indicatorAt: entry.indicatorAt + delta,
    valueAt: entry.valueAt + delta,
  }
}

function withChild(value: Json, oldKey: string | number, child: Entry, index: number): Json {
  if (Array.isArray(value))
    return value[index] === child.node.value ? value : value.with(index, child.node.value)
  if (!isObject(value)) return value
  if (oldKey === child.key)
    return value[oldKey] === child.node.value ? value : { ...value, [oldKey]: child.node.value }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      key === oldKey ? [child.key, child.node.value] : [key, item],
    ),
  )
}

function shifted(tree: DocumentTree, delta: number): DocumentTree {
  if (delta === 0) return tree
  const markerAt = tree.markerAt < 0 ? -1 : tree.markerAt + delta
  return {
    ...tree,
    start: tree.start + delta,
    markerAt,
    bodyAt: tree.bodyAt + delta,
    at: tree.at + delta,
    end: tree.end + delta,
  }
}
