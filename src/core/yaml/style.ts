import type { Json } from '../kubernetes/json'
import { startOfLine } from './spacing'
import type { CollectionNode, ScalarStyle, YamlNode } from './tree'

export type Quote = 'single' | 'double'

/** How a neighbourhood is written. */
export interface YamlStyle {
  /** Columns from a key to the keys of its value. */
  readonly mapStep: number
  /** Columns from a key to the dashes of its value. */
  readonly seqStep: number
  /** Spaces behind a dash. */
  readonly dashGap: number
  /** Whether a dash stands on a line of its own, with its mapping below. */
  readonly dashAlone: boolean
  /** Whether the mappings in this list stand in brackets, one a line. */
  readonly flowItems: boolean
  /** Spaces inside brackets. */
  readonly flowPad: boolean
  /** The quotes used where quotes are needed, if there are any to follow. */
  readonly quote: Quote | null
  /** Whether every string is quoted. */
  readonly quoteAll: boolean
  readonly keyQuote: Quote | null
  /** Whether strings of several lines, or long ones, may stand as `|` blocks. */
  readonly blocks: boolean
  /** The lines of an item that is much like one in the text, given the column of its dash; null where it is like none. */
  readonly itemLike: (item: Json, column: number) => string[] | null
}

/** What we write where there is nothing to follow. */
export const PLAIN_STYLE: YamlStyle = {
  mapStep: 2,
  seqStep: 2,
  dashGap: 1,
  dashAlone: false,
  flowItems: false,
  flowPad: false,
  quote: null,
  quoteAll: false,
  keyQuote: null,
  blocks: true,
  itemLike: () => null,
}

/** How far into a document the style is looked for. */
const LOOK_AT = 400

/** Takes a text and a root node with its offset; gives the style of the first things in it. */
export function styleOfDocument(text: string, node: YamlNode, start: number): YamlStyle {
  let style = PLAIN_STYLE
  const seen = { steps: 0, mapStep: false, seqStep: false, quote: false }
  const visit = (at: YamlNode, offset: number): void => {
    if (seen.steps++ > LOOK_AT || (at.kind !== 'mapping' && at.kind !== 'sequence')) return
    const local = styleOfCollection(text, at, offset, style)
    style = {
      ...style,
      mapStep: seen.mapStep ? style.mapStep : local.mapStep,
      seqStep: seen.seqStep ? style.seqStep : local.seqStep,
      quote: style.quote ?? local.quote,
      dashAlone: style.dashAlone || local.dashAlone,
      dashGap: style.dashGap === 1 ? local.dashGap : style.dashGap,
    }
    const steps = stepsOf(text, at, offset)
    seen.mapStep ||= steps.mapStep !== null
    seen.seqStep ||= steps.seqStep !== null
    for (const entry of at.entries) visit(entry.node, offset + entry.valueAt)
  }
  visit(node, start)
  return style
}

/**
 * Takes a text, a collection with its offset, and the style around it; gives the style in it: what its own entries
 * show, and the style around for the rest.
 */
export function styleOfCollection(
  text: string,
  node: CollectionNode,
  start: number,
  around: YamlStyle,
): YamlStyle {
  const steps = stepsOf(text, node, start)
  const quotes = quotesOf(node)
  const dash = dashOf(text, node, start)
  return {
    mapStep: steps.mapStep ?? around.mapStep,
    seqStep: steps.seqStep ?? around.seqStep,
    dashGap: dash.gap ?? around.dashGap,
    dashAlone: dash.alone ?? around.dashAlone,
    flowItems: hasFlowItems(node),
    flowPad:
      node.style === 'flow' && node.entries.length > 0
        ? /[ ]/.test(text[start + node.contentAt + 1] ?? '')
        : around.flowPad,
    quote: quotes.quote ?? around.quote,
    quoteAll: quotes.all ?? (node.style === 'block' ? false : around.quoteAll),
    blocks: around.blocks,
    itemLike: around.itemLike,
    keyQuote:
      keyQuoteOf(node) ?? (node.style === 'block' || node.entries.length > 0 ? null : around.keyQuote),
  }
}

/** Takes a text and an offset; gives its column, from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - startOfLine(text, offset)
}

function stepsOf(
  text: string,
  node: CollectionNode,
  start: number,
): { mapStep: number | null; seqStep: number | null } {
  let mapStep: number | null = null
  let seqStep: number | null = null
  if (node.kind !== 'mapping' || node.style !== 'block') return { mapStep, seqStep }
  for (const entry of node.entries) {
    const { node: value } = entry
    if ((value.kind !== 'mapping' && value.kind !== 'sequence') || value.style !== 'block') continue
    const column = columnOf(text, start + entry.at)
    const step = columnOf(text, start + entry.valueAt + value.contentAt) - column
    if (value.kind === 'mapping' && step > 0) mapStep ??= step
    if (value.kind === 'sequence' && step >= 0) seqStep ??= step
  }
  return { mapStep, seqStep }
}

function dashOf(
  text: string,
  node: CollectionNode,
  start: number,
): { gap: number | null; alone: boolean | null } {
  if (node.kind !== 'sequence' || node.style !== 'block') return { gap: null, alone: null }
  for (const entry of node.entries) {
    // An anchor or a tag behind the dash sends any mapping to the next line.
    if (entry.node.kind !== 'mapping' || entry.node.style !== 'block' || entry.node.contentAt > 0) continue
    const between = text.slice(start + entry.indicatorAt, start + entry.valueAt + entry.node.contentAt)
    if (/[\r\n]/.test(between)) return { gap: null, alone: true }
    return { gap: /^ +$/.test(between) ? between.length : null, alone: false }
  }
  const first = node.entries[0]
  const between = first ? text.slice(start + first.indicatorAt, start + first.valueAt) : ''
  return { gap: /^ +$/.test(between) ? between.length : null, alone: null }
}

function hasFlowItems(node: CollectionNode): boolean {
  if (node.kind !== 'sequence' || node.style !== 'block') return false
  const mappings = node.entries.flatMap(({ node: item }) => (item.kind === 'mapping' ? [item] : []))
  return mappings.length > 0 && mappings.every(({ style, entries }) => style === 'flow' && entries.length > 0)
}

function quotesOf(node: CollectionNode): { quote: Quote | null; all: boolean | null } {
  const count: Record<ScalarStyle, number> = {
    plain: 0,
    single: 0,
    double: 0,
    literal: 0,
    folded: 0,
    empty: 0,
  }
  for (const { node: value } of node.entries)
    if (value.kind === 'scalar' && typeof value.value === 'string') count[value.style] += 1
  const all = count.single + count.double
  return {
    quote: all === 0 ? null : count.single > count.double ? 'single' : 'double',
    all: all + count.plain === 0 ? null : count.plain === 0 && (node.style !== 'block' || all > 1),
  }
}

function keyQuoteOf(node: CollectionNode): Quote | null {
  if (node.kind !== 'mapping' || node.entries.length === 0) return null
  const styles = new Set(node.entries.map((entry) => entry.keyStyle))
  if (styles.size !== 1) return null
  return styles.has('single') ? 'single' : styles.has('double') ? 'double' : null
}
