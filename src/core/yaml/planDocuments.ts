import type { Json } from '../kubernetes/json'
import { alignItems, type Alignment, isReordering } from './align'
import { equalJson } from './equal'
import { likeness } from './likeness'
import { planNode } from './plan'
import { printDocument } from './print'
import { applyEdits, editsFrom, type Source, type TextEdit } from './source'
import { endOfLine, startOfNextLine } from './spacing'
import { styleOfDocument, type YamlStyle, PLAIN_STYLE } from './style'
import type { DocumentTree } from './tree'

/** How finely a change is written. */
export interface Fineness {
  /** Below this many levels a value that changed is printed anew. */
  readonly depth: number
  /** Whether long strings may become `|` blocks. */
  readonly blocks: boolean
  /** Whether an item that is much like one in the text is written like it. */
  readonly likeness: boolean
}

/**
 * Takes a source without a problem, the documents it shall mean, and how finely to write; gives the edits of its
 * text, in order, or null where this can't be written in place.
 */
export function planDocuments(
  source: Source,
  documents: readonly Json[],
  fineness: Fineness,
): TextEdit[] | null {
  const { text, trees } = source
  const newline = newlineOf(text)
  const alignment = alignItems(source.documents, documents)
  const style = (tree: DocumentTree | undefined): YamlStyle => {
    const model = tree ?? trees[0]
    const found = model ? styleOfDocument(text, model.node, model.at) : PLAIN_STYLE
    return { ...found, blocks: fineness.blocks }
  }
  const inside = (tree: DocumentTree, value: Json): TextEdit[] => {
    if (equalJson(tree.node.value, value)) return []
    const planning = { text, newline, depth: fineness.depth, anchors: new Map() }
    const plain = style(tree)
    const around = fineness.likeness
      ? { ...plain, itemLike: likeness(planning, tree.node, tree.at, plain) }
      : plain
    return planNode(planning, tree.node, tree.at, value, around, { kind: 'root', tree }, 0)
  }
  const printed = (value: Json): string => printDocument(value, style(trees[0]), newline)
  if (trees.length === 0) {
    if (documents.length === 0) return []
    const insert = documents.map(printed).join(`---${newline}`)
    const needsBreak = text !== '' && !/[\r\n\ufeff]$/.test(text)
    return [{ start: text.length, end: text.length, insert: (needsBreak ? newline : '') + insert }]
  }
  const isReordered = isReordering(alignment.filter((match) => match !== null))
  const planning = { source, documents, alignment, inside, printed, newline }
  return isReordered ? reordered(planning) : ordered(planning)
}

interface DocumentPlanning {
  readonly source: Source
  readonly documents: readonly Json[]
  readonly alignment: Alignment
  readonly inside: (tree: DocumentTree, value: Json) => TextEdit[]
  readonly printed: (value: Json) => string
  readonly newline: string
}

function ordered(planning: DocumentPlanning): TextEdit[] | null {
  const { source, documents, alignment, inside, printed, newline } = planning
  const { text, trees } = source
  const edits: TextEdit[] = []
  let next = 0
  const removeUntil = (index: number): void => {
    for (; next < index; next++) {
      const tree = trees[next]
      if (tree) edits.push(...removalsOf(source, tree, next))
    }
  }
  for (const [i, value] of documents.entries()) {
    const match = alignment[i] ?? null
    if (match === null) {
      // Behind the document before it; at the start, before all others.
      const at = next === 0 ? 0 : (trees[next - 1]?.end ?? text.length)
      if (next === 0) edits.push(firstInsertion(source, printed(value), newline))
      else
        edits.push({
          start: at,
          end: at,
          insert: breakBefore(text, at, newline) + `---${newline}` + printed(value),
        })
      continue
    }
    removeUntil(match)
    const tree = trees[match]
    if (tree) edits.push(...inside(tree, value))
    next = match + 1
  }
  removeUntil(trees.length)
  return isInOrder(edits) ? edits : null
}

function firstInsertion(source: Source, body: string, newline: string): TextEdit {
  const first = source.trees[0]
  const hasMarker = first !== undefined && first.markerAt >= 0 && !first.directives
  const at = hasMarker ? first.markerAt : startOfText(source.text)
  // A directive may stand only behind the explicit end of a document.
  const mark = hasMarker ? '' : `${first?.directives ? '...' : '---'}${newline}`
  return { start: at, end: at, insert: body + mark }
}

function breakBefore(text: string, at: number, newline: string): string {
  return at === 0 || /[\r\n]/.test(text[at - 1] ?? '') ? '' : newline
}

/** A document goes with its mark; the comments above the first one, and those behind the last line of any, stay. */
function removalsOf(source: Source, tree: DocumentTree, index: number): TextEdit[] {
  const { text, trees } = source
  const next = trees[index + 1]
  const lineEnd = startOfNextLine(text, endOfLine(text, tree.at + tree.node.length))
  const upTo = index === 0 && next && next.markerAt >= 0 && !next.directives ? next.markerAt : tree.end
  const end = /^\s*(?:\.\.\.)?\s*$/.test(text.slice(lineEnd, upTo)) ? upTo : lineEnd
  if (index > 0) return [{ start: tree.start, end, insert: '' }]
  if (tree.markerAt < 0) return [{ start: tree.bodyAt, end, insert: '' }]
  const markStart = tree.directives ? startOfText(text) : tree.markerAt
  const markEnd = startOfNextLine(text, endOfLine(text, tree.markerAt))
  if (tree.at < markEnd) return [{ start: markStart, end, insert: '' }]
  return [
    { start: markStart, end: markEnd, insert: '' },
    { start: tree.at, end, insert: '' },
  ]
}

function startOfText(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0
}

function isInOrder(edits: readonly TextEdit[]): boolean {
  return edits.every(
    (edit, i) => edit.start <= edit.end && (i === 0 || edit.start >= (edits[i - 1]?.end ?? 0)),
  )
}

function reordered(planning: DocumentPlanning): TextEdit[] | null {
  const { source, documents, alignment, inside, printed, newline } = planning
  const { text, trees } = source
  if (trees.some((tree) => tree.directives)) return null
  const first = trees[0]
  const last = trees.at(-1)
  if (!first || !last) return null
  const bodyOf = (tree: DocumentTree): { start: number; end: number } => ({
    start: tree.markerAt < 0 ? tree.start : tree.markerAt + 3,
    end: tree.end,
  })
  // What stands above the first mark (a licence, say) belongs to the text and stays there.
  const head = first.markerAt < 0 ? '' : text.slice(0, first.markerAt + 3)
  const bodies = documents.map((value, i) => {
    const match = alignment[i] ?? null
    const tree = match === null ? undefined : trees[match]
    if (!tree) return newline + printed(value)
    const { start, end } = bodyOf(tree)
    const edits = editsFrom(inside(tree, value), start)
    const body = applyEdits(text.slice(start, end), edits)
    const ended = /[\r\n]$/.test(body) ? body : body + newline
    return tree.markerAt < 0 ? newline + ended.replace(/^\ufeff/, '') : ended
  })
  const start = head === '' ? startOfText(text) : first.markerAt + 3
  const [top = '', ...rest] = bodies
  // An empty document is there only by its mark.
  const marked = head === '' && documents[0] === null ? `---${top}` : top
  const begun = head === '' ? marked.replace(/^(?:\r\n|\r|\n)/, '') : marked
  const insert = begun + rest.map((body) => `---${body}`).join('')
  return [{ start, end: last.end, insert }]
}

/** Takes a text; gives the line break it uses most, `\n` where it has none. */
export function newlineOf(text: string): string {
  if (!text.includes('\r')) return '\n'
  const windows = text.split('\r\n').length - 1
  const unix = text.split('\n').length - 1 - windows
  const old = text.split('\r').length - 1 - windows
  if (windows > unix && windows >= old) return '\r\n'
  return old > unix ? '\r' : '\n'
}
