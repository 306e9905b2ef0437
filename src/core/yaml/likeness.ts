import { isObject, type Json } from '../kubernetes/json'
import { sameEntries } from './equal'
import { planNode } from './plan'
import type { Planning } from './planning'
import { applyEdits, editsFrom } from './source'
import { endOfLine } from './spacing'
import { columnOf, type YamlStyle } from './style'
import { endOfEntry, type SequenceEntry, type YamlNode } from './tree'

/** An item of a block sequence, that a new one may be written like. */
interface Model {
  readonly entry: SequenceEntry
  readonly parentStart: number
}

/** So much of an item must be the same, for a new one to be taken for a copy of it, or for it in another place. */
const ALIKE = 0.6

/**
 * Takes a planning, a root node with its offset, and the style around; gives how to write an item that is much like
 * one that stands there: a container that is duplicated, or moved to another list, keeps its comments, its quotes
 * and its layout. Null for an item that is like none.
 */
export function likeness(
  planning: Planning,
  root: YamlNode,
  start: number,
  around: YamlStyle,
): YamlStyle['itemLike'] {
  let models: readonly Model[] | null = null
  return (item, column) => {
    if (!isObject(item)) return null
    models ??= modelsIn(root, start)
    let best: Model | null = null
    let bestShare = ALIKE
    for (const model of models) {
      const share = shareOf(model.entry.node.value, item)
      if (share < bestShare || (best && share === bestShare)) continue
      best = model
      bestShare = share
    }
    return best && linesLike(planning, best, item, column, around)
  }
}

function modelsIn(node: YamlNode, start: number): Model[] {
  if ((node.kind !== 'mapping' && node.kind !== 'sequence') || node.style !== 'block') return []
  return node.entries.flatMap((entry) => {
    const inside = modelsIn(entry.node, start + entry.valueAt)
    const { node: value } = entry
    const isModel = value.kind === 'mapping' && value.style === 'block' && !value.anchored && !value.aliased
    return isModel && !('keyAt' in entry) ? [{ entry, parentStart: start }, ...inside] : inside
  })
}

function shareOf(model: Json, item: Json): number {
  if (!isObject(model) || !isObject(item)) return 0
  const most = Math.max(Object.keys(item).length, Object.keys(model).length, 1)
  return sameEntries(model, item) / most
}

function linesLike(
  planning: Planning,
  model: Model,
  item: Json,
  column: number,
  around: YamlStyle,
): string[] {
  const { text } = planning
  const { entry, parentStart } = model
  const start = parentStart + entry.at
  const valueStart = parentStart + entry.valueAt
  const site = { kind: 'entry', entry, parentStart, inFlow: false } as const
  const edits = planNode(planning, entry.node, valueStart, item, around, site, 0)
  const end = endOfLine(text, endOfEntry(parentStart, entry))
  const [first = '', ...rest] = applyEdits(text.slice(start, end), editsFrom(edits, start)).split(
    /\r\n|\r|\n/,
  )
  const shift = column - columnOf(text, start)
  return [' '.repeat(column) + first, ...rest.map((line) => shifted(line, shift))]
}

function shifted(line: string, shift: number): string {
  if (line.trim() === '') return ''
  if (shift >= 0) return ' '.repeat(shift) + line
  return line.slice(Math.min(-shift, line.search(/[^ ]/)))
}
