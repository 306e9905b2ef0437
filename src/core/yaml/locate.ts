import type { Path } from '../kubernetes/path'
import type { Source, TextRange } from './source'
import { afterSpace, endOfLine, startOfLine } from './spacing'
import type { Entry, YamlNode } from './tree'

interface Place {
  /** Where the entry begins: its key, or for a list item its value. */
  readonly entryStart: number
  readonly start: number
  readonly node: YamlNode
}

function placeOf(source: Source, path: Path): Place | null {
  const [index, ...steps] = path
  const tree = typeof index === 'number' ? source.trees[index] : undefined
  if (!tree) return null
  let place: Place = { entryStart: tree.at, start: tree.at, node: tree.node }
  for (const step of steps) {
    // What an alias or a merge brings in stands elsewhere: the alias is its place here.
    if (place.node.kind === 'alias') return place
    const entry = entryAt(place.node, step)
    if (!entry) return null
    const start = place.start + entry.valueAt
    const isItem = typeof entry.key === 'number'
    place = { entryStart: isItem ? start : place.start + entry.at, start, node: entry.node }
  }
  return place
}

function entryAt(node: YamlNode, step: string | number): Entry | undefined {
  if (node.kind === 'sequence') return typeof step === 'number' ? node.entries[step] : undefined
  if (node.kind !== 'mapping') return undefined
  const own = node.entries.find((entry) => entry.key === step && !entry.merge)
  if (own || !(typeof step === 'string' && typeof node.value === 'object' && node.value !== null)) return own
  return Object.hasOwn(node.value, step) ? node.entries.find((entry) => entry.merge) : undefined
}

/** Takes a source and a path; gives the range of the whole entry (key and value; a list item without its dash), or null. */
export function locate(source: Source, path: Path): TextRange | null {
  const place = placeOf(source, path)
  return place && { start: place.entryStart, end: place.start + place.node.length }
}

/** Takes a source and a path; gives the range of the value alone, or null. */
export function locateValue(source: Source, path: Path): TextRange | null {
  const place = placeOf(source, path)
  return place && { start: place.start, end: place.start + place.node.length }
}

/**
 * Takes a source and an offset; gives the path of the innermost entry that stands there: `[document]` at least,
 * `[]` in a text without documents. White space before an entry, and its dash, belong to it.
 */
export function pathAt(source: Source, offset: number): Path {
  const index = source.trees.findLastIndex((tree) => tree.start <= offset)
  const tree = source.trees[Math.max(index, 0)]
  if (!tree) return []
  const path: (string | number)[] = [Math.max(index, 0)]
  const lineStart = startOfLine(source.text, offset)
  const firstOnLine = afterSpace(source.text, lineStart)
  const at = firstOnLine <= endOfLine(source.text, offset) ? Math.max(offset, firstOnLine) : offset
  let { node, at: start } = tree
  while (node.kind === 'mapping' || node.kind === 'sequence') {
    const base: number = start
    const entry: Entry | undefined = node.entries.toReversed().find((candidate) => base + candidate.at <= at)
    if (!entry || (node.style !== 'block' && at > base + entry.valueAt + entry.node.length)) break
    if (typeof entry.key === 'string' && 'merge' in entry && entry.merge) break
    path.push(entry.key)
    start += entry.valueAt
    node = entry.node
  }
  return path
}
