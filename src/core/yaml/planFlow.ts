import { type Inside, keptEdits } from './keptEdits'
import type { Planning } from './planning'
import { flowEntry, printFlow } from './print'
import { type Inserted, isReordered, type Kept, type Run, runsOf, type Slot } from './slots'
import { applyEdits, editsFrom, type TextEdit, type TextRange } from './source'
import { columnOf, type YamlStyle } from './style'
import { type CollectionNode, endOfEntry, type Entry } from './tree'

/** A collection in brackets that is being edited, and what is needed for it. */
interface Flow {
  readonly planning: Planning
  readonly node: CollectionNode
  readonly start: number
  readonly style: YamlStyle
  readonly inside: Inside
}

/** Takes a collection in brackets with its offset and what becomes of its entries; gives the edits. It stays in brackets. */
export function planFlow(
  planning: Planning,
  node: CollectionNode,
  start: number,
  slots: readonly Slot[],
  style: YamlStyle,
  inside: Inside,
): TextEdit[] {
  const flow: Flow = { planning, node, start, style, inside }
  if (node.entries.length === 0) return filled(flow, slots)
  if (slots.every((slot) => slot.kind === 'remove')) return emptied(flow)
  return isReordered(slots) ? reordered(flow, slots) : inOrder(flow, slots)
}

function startOf(flow: Flow, entry: Entry): number {
  return flow.start + entry.at
}

function endOf(flow: Flow, entry: Entry): number {
  return endOfEntry(flow.start, entry)
}

function printed(flow: Flow, slot: Inserted): string {
  return slot.key === null
    ? printFlow(slot.value, flow.style, true)
    : flowEntry(slot.key, slot.value, flow.style)
}

function brackets(flow: Flow): TextRange {
  return { start: flow.start + flow.node.contentAt + 1, end: flow.start + flow.node.length - 1 }
}

/** Empty brackets get their first entries. */
function filled(flow: Flow, slots: readonly Slot[]): TextEdit[] {
  const entries = slots.flatMap((slot) => (slot.kind === 'insert' ? [printed(flow, slot)] : []))
  const pad = flow.style.flowPad ? ' ' : ''
  return [{ ...brackets(flow), insert: pad + entries.join(', ') + pad }]
}

/** All entries go; comments between the brackets stay. */
function emptied(flow: Flow): TextEdit[] {
  const inside = brackets(flow)
  if (!flow.planning.text.slice(inside.start, inside.end).includes('#')) return [{ ...inside, insert: '' }]
  return flow.node.entries.map((entry) => withComma(flow, entry))
}

/** The edit that removes an entry and the comma behind it. */
function withComma(flow: Flow, entry: Entry): TextEdit {
  const { text } = flow.planning
  const end = endOf(flow, entry)
  const comma = /^\s*,/.exec(text.slice(end, flow.start + flow.node.length))
  return { start: startOf(flow, entry), end: end + (comma?.[0].length ?? 0), insert: '' }
}

function inOrder(flow: Flow, slots: readonly Slot[]): TextEdit[] {
  return runsOf(slots).flatMap((run) => [...runEdits(flow, run), ...(run.after ? kept(flow, run.after) : [])])
}

function runEdits(flow: Flow, run: Run): TextEdit[] {
  const separator = separatorOf(flow)
  const inserts = run.inserted.map((slot) => printed(flow, slot))
  const [first, ...others] = run.removed
  if (first && inserts.length > 0) {
    const replaced = { start: startOf(flow, first), end: endOf(flow, first), insert: inserts.join(separator) }
    return [replaced, ...others.map((entry, i) => withCommaBefore(flow, run.removed[i] ?? first, entry))]
  }
  if (first) return removals(flow, run)
  if (inserts.length === 0) return []
  if (run.before) {
    const at = endOf(flow, run.before)
    return [{ start: at, end: at, insert: inserts.map((entry) => separator + entry).join('') }]
  }
  const at = run.after ? startOf(flow, run.after.entry) : brackets(flow).start
  return [{ start: at, end: at, insert: inserts.map((entry) => entry + separator).join('') }]
}

function kept(flow: Flow, slot: Kept): TextEdit[] {
  return keptEdits(slot, flow.node, flow.start, flow.style, flow.inside)
}

/** What stands between two entries, for a new one. */
function separatorOf(flow: Flow): string {
  const { text } = flow.planning
  const [first, second] = flow.node.entries
  if (first && second) {
    const gap = text.slice(endOf(flow, first), startOf(flow, second))
    if (/^\s*,\s*$/.test(gap)) return gap
  }
  const isOnOwnLine =
    first !== undefined && /[\r\n]/.test(text.slice(brackets(flow).start, startOf(flow, first)))
  return isOnOwnLine ? `,${flow.planning.newline}${' '.repeat(columnOf(text, startOf(flow, first)))}` : ', '
}

/** With the comma behind them, or at the end with the one before them; where comments stand between, those stay. */
function removals(flow: Flow, run: Run): TextEdit[] {
  const { text } = flow.planning
  const [first] = run.removed
  const last = run.removed.at(-1)
  if (!first || !last) return []
  const around = [run.before, ...run.removed, run.after?.entry ?? null].filter((entry) => entry !== null)
  const gaps = around
    .slice(1)
    .map((entry, i) => text.slice(endOf(flow, around[i] ?? entry), startOf(flow, entry)))
  if (gaps.some((gap) => gap.includes('#'))) return run.removed.map((entry) => withComma(flow, entry))
  if (run.after) return [{ start: startOf(flow, first), end: startOf(flow, run.after.entry), insert: '' }]
  const start = run.before ? endOf(flow, run.before) : startOf(flow, first)
  return [{ start, end: endOf(flow, last), insert: '' }]
}

function withCommaBefore(flow: Flow, before: Entry, entry: Entry): TextEdit {
  const start = endOf(flow, before)
  if (flow.planning.text.slice(start, startOf(flow, entry)).includes('#')) return withComma(flow, entry)
  return { start, end: endOf(flow, entry), insert: '' }
}

function reordered(flow: Flow, slots: readonly Slot[]): TextEdit[] {
  const { text } = flow.planning
  const { entries } = flow.node
  const first = entries[0]
  const last = entries.at(-1)
  if (!first || !last) return []
  const gaps = entries
    .slice(1)
    .map((entry, i) => text.slice(endOf(flow, entries[i] ?? entry), startOf(flow, entry)))
  const moved = slots.flatMap((slot) => {
    if (slot.kind === 'remove') return []
    if (slot.kind === 'insert') return [printed(flow, slot)]
    const from = startOf(flow, slot.entry)
    const edits = editsFrom(kept(flow, slot), from)
    return [applyEdits(text.slice(from, endOf(flow, slot.entry)), edits)]
  })
  const insert = moved
    .map((entry, i) => (i === 0 ? entry : (gaps[i - 1] ?? separatorOf(flow)) + entry))
    .join('')
  const comments = gaps.slice(Math.max(moved.length - 1, 0)).filter((gap) => gap.includes('#'))
  const rest = comments.map((gap) => gap.replace(/^\s*,/, '')).join('')
  return [{ start: startOf(flow, first), end: endOf(flow, last), insert: insert + rest }]
}
