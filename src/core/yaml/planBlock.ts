import { type Inside, keptEdits } from './keptEdits'
import type { Planning, Site } from './planning'
import { entryLines, itemLines } from './print'
import { type Inserted, isReordered, type Kept, type Run, runsOf, type Slot } from './slots'
import { applyEdits, editsFrom, type TextEdit } from './source'
import { endOfLine, endOfLineBefore, startOfLine, startOfNextLine } from './spacing'
import { columnOf, type YamlStyle } from './style'
import { type CollectionNode, endOfEntry, type Entry } from './tree'

/** A block collection that is being edited, and what is needed for it. */
interface Block {
  readonly planning: Planning
  readonly node: CollectionNode
  readonly start: number
  readonly column: number
  readonly style: YamlStyle
  readonly inside: Inside
}

/**
 * Takes a block collection with its offset and what becomes of its entries; gives the edits. A removed entry takes
 * its own lines and the comments in them; all other comments stay.
 */
export function planBlock(
  planning: Planning,
  node: CollectionNode,
  start: number,
  slots: readonly Slot[],
  style: YamlStyle,
  inside: Inside,
  site: Site,
): TextEdit[] {
  const column = columnOf(planning.text, start + node.contentAt)
  const block: Block = { planning, node, start, column, style, inside }
  if (slots.every((slot) => slot.kind === 'remove')) return emptied(block, site)
  return isReordered(slots) ? reordered(block, slots) : inOrder(block, slots)
}

function linesOf(block: Block, slot: Inserted): string[] {
  return slot.key === null
    ? itemLines(slot.value, block.column, block.style)
    : entryLines(slot.key, slot.value, block.column, block.style)
}

function inOrder(block: Block, slots: readonly Slot[]): TextEdit[] {
  return runsOf(slots).flatMap((run) => [
    ...runEdits(block, run),
    ...(run.after ? kept(block, run.after) : []),
  ])
}

function runEdits(block: Block, run: Run): TextEdit[] {
  const { text, newline } = block.planning
  const lines = run.inserted.flatMap((slot) => linesOf(block, slot))
  const [first, ...others] = run.removed
  if (first && lines.length > 0) {
    // Something else in its place: the line stays where it is, so what stands around it does too.
    const start = block.start + first.at
    const replaced = {
      start,
      end: endOfLine(text, endOfEntry(block.start, first)),
      insert: lines.join(newline).slice(block.column),
    }
    return [replaced, ...others.map((entry) => removal(block, entry))]
  }
  if (first) return removals(block, run)
  if (lines.length === 0) return []
  if (run.before) {
    const at = endOfLine(text, endOfEntry(block.start, run.before))
    return [{ start: at, end: at, insert: newline + lines.join(newline) }]
  }
  const at = block.start + (run.after?.entry.at ?? 0)
  return [
    {
      start: at,
      end: at,
      insert: lines.join(newline).slice(block.column) + newline + ' '.repeat(block.column),
    },
  ]
}

/** Behind a dash, the entry after the ones that go moves up, unless a comment stands between. */
function removals(block: Block, run: Run): TextEdit[] {
  const { text } = block.planning
  const [first] = run.removed
  if (!first) return []
  const start = block.start + first.at
  const isOnOwnLine = text.slice(startOfLine(text, start), start).trim() === ''
  if (!isOnOwnLine && run.after) {
    const next = [...run.removed.slice(1), run.after.entry].map((entry) => block.start + entry.at)
    const isCommented = run.removed.some(
      (entry, i) => text.slice(endOfEntry(block.start, entry), next[i]).trim() !== '',
    )
    if (!isCommented) return [{ start, end: next.at(-1) ?? start, insert: '' }]
  }
  return run.removed.map((entry) => removal(block, entry))
}

function kept(block: Block, slot: Kept): TextEdit[] {
  return keptEdits(slot, block.node, block.start, block.style, block.inside)
}

/** The edit that removes an entry with its lines; where something stands before it on its line, only the entry. */
function removal(block: Block, entry: Entry): TextEdit {
  const { text } = block.planning
  const start = block.start + entry.at
  const end = endOfEntry(block.start, entry)
  const lineStart = startOfLine(text, start)
  if (text.slice(lineStart, start).trim() !== '') return { start, end, insert: '' }
  const lineEnd = endOfLine(text, end)
  const before = endOfLineBefore(text, lineStart)
  return before === lineStart
    ? { start: lineStart, end: startOfNextLine(text, lineEnd), insert: '' }
    : { start: before, end: lineEnd, insert: '' }
}

/** All entries go: what is left is an empty collection in brackets, and the comments that stood between them. */
function emptied(block: Block, site: Site): TextEdit[] {
  const { node } = block
  const { text } = block.planning
  const brackets = node.kind === 'sequence' ? '[]' : '{}'
  const contentStart = block.start + node.contentAt
  const onOwnLine = text.slice(startOfLine(text, contentStart), contentStart).trim() === ''
  const [first, ...others] = node.entries
  if (!first) return []
  if (site.kind === 'root' || !onOwnLine)
    return [
      { start: contentStart, end: endOfEntry(block.start, first), insert: brackets },
      ...others.map((entry) => removal(block, entry)),
    ]
  const behind =
    node.contentAt === 0
      ? site.parentStart + site.entry.indicatorAt
      : endOfProperties(text, block.start, contentStart)
  const removed = node.entries.map((entry) => removal(block, entry))
  return [{ start: behind, end: behind, insert: ` ${brackets}` }, ...removed]
}

function endOfProperties(text: string, start: number, contentStart: number): number {
  return start + (text.slice(start, contentStart).split(/[\r\n]|\s#/, 1)[0] ?? '').trimEnd().length
}

/** An entry's lines as they move: with the comments right above it, and what follows on its last line. */
interface Chunk {
  readonly start: number
  readonly end: number
}

function chunkOf(block: Block, entry: Entry): Chunk {
  const { text } = block.planning
  const entryStart = block.start + entry.at
  const lineStart = startOfLine(text, entryStart)
  let start = entryStart
  if (text.slice(lineStart, entryStart).trim() === '')
    for (let line = lineStart; line > 0;) {
      const above = startOfLine(text, endOfLineBefore(text, line))
      const comment = text.slice(above, line)
      const indent = comment.length - comment.trimStart().length
      if (!comment.trimStart().startsWith('#') || indent !== entryStart - lineStart) break
      start = above + indent
      line = above
    }
  return { start, end: endOfLine(text, endOfEntry(block.start, entry)) }
}

function reordered(block: Block, slots: readonly Slot[]): TextEdit[] {
  const { text, newline } = block.planning
  const old = block.node.entries.map((entry) => ({ entry, chunk: chunkOf(block, entry) }))
  const first = old[0]?.chunk
  const last = old.at(-1)?.chunk
  if (!first || !last) return []
  const gaps = old.slice(1).map(({ chunk }, i) => text.slice(old[i]?.chunk.end ?? 0, chunk.start))
  const moved = slots.flatMap((slot) => {
    if (slot.kind === 'remove') return []
    if (slot.kind === 'insert') return [linesOf(block, slot).join(newline).slice(block.column)]
    const chunk = old.find(({ entry }) => entry === slot.entry)?.chunk ?? first
    const edits = editsFrom(kept(block, slot), chunk.start)
    return [applyEdits(text.slice(chunk.start, chunk.end), edits)]
  })
  const plainGap = newline + ' '.repeat(block.column)
  const insert = moved.map((chunk, i) => (i === 0 ? chunk : (gaps[i - 1] ?? plainGap) + chunk)).join('')
  // What stood in gaps that are no longer there (comments, blank lines) follows the last entry.
  const rest = gaps.slice(Math.max(moved.length - 1, 0)).map((gap) => gap.trimEnd())
  return [{ start: first.start, end: last.end, insert: insert + rest.join('') }]
}
