import type { Json } from '../kubernetes/json'
import type { Planning } from './planning'
import { blockLines, documentLines, isInline, itemTail, printFlow, valueLines } from './print'
import { canBePlain, literal, type LiteralBlock, quoted } from './quote'
import type { TextEdit } from './source'
import { endOfLine, startOfLine } from './spacing'
import { columnOf, type YamlStyle } from './style'
import type { DocumentTree, Entry, ScalarNode, YamlNode } from './tree'

/** Takes an entry of a collection in brackets and the value it shall have; gives the edits that print that value anew. */
export function replaceInFlow(
  planning: Planning,
  entry: Entry,
  parentStart: number,
  value: Json,
  style: YamlStyle,
): TextEdit[] {
  const { node } = entry
  const start = parentStart + entry.valueAt
  const end = start + node.length
  const text =
    scalarAsBefore(planning.text.slice(start + node.contentAt, end), node, value, true, style) ??
    printFlow(value, style, true)
  if (node.length > 0) return [{ start: start + keptProperties(node), end, insert: text }]
  // A key without a value, `{a}` or `{a:}`, gets one; an empty item can only stand behind a `?` or a comma.
  const isKey = typeof entry.key === 'string'
  const hasColon = isKey && entry.indicatorAt > ('keyAt' in entry ? entry.keyAt + entry.keyLength : 0)
  const at = parentStart + entry.indicatorAt
  return [{ start: at, end: at, insert: (isKey && !hasColon ? ': ' : ' ') + text }]
}

/** Takes a document and the value it shall have; gives the edits that print it anew, between its marks and comments. */
export function replaceRoot(
  planning: Planning,
  tree: DocumentTree,
  value: Json,
  style: YamlStyle,
): TextEdit[] {
  const { text, newline } = planning
  const start = tree.at + keptProperties(tree.node)
  const end = tree.at + tree.node.length
  const inline = isInline(value)
  const body =
    (inline ? scalarAsBefore(text.slice(start, end), tree.node, value, false, style) : null) ??
    documentLines(value, style).join(newline)
  const lineStart = startOfLine(text, start)
  const before = text.slice(lineStart, start)
  if (start === end) {
    // An empty document: the content goes below its mark and the comments there.
    const at = tree.markerAt < 0 ? tree.bodyAt : endOfLine(text, tree.markerAt)
    const needsBreak = at > 0 && !/[\r\n\ufeff]/.test(text[at - 1] ?? '')
    const rest = text.slice(at)
    const insert = (needsBreak ? newline : '') + body + (rest === '' || !/^[\r\n]/.test(rest) ? newline : '')
    return [{ start: at, end: at, insert }]
  }
  if (before.replace('\ufeff', '').trim() === '' && !inline) {
    const rest = text.slice(end, endOfLine(text, end))
    const to = rest.trim() === '' ? end + rest.length : end
    const from = before.startsWith('\ufeff') ? lineStart + 1 : lineStart
    return [{ start: from, end: to, insert: body }]
  }
  return [{ start, end, insert: inline ? body : newline + body }]
}

/** Takes an entry of a block collection and the value it shall have; gives the edits that print that value anew. */
export function replaceValue(
  planning: Planning,
  entry: Entry,
  parentStart: number,
  value: Json,
  style: YamlStyle,
): TextEdit[] {
  const { text, newline } = planning
  const { node } = entry
  const start = parentStart + entry.valueAt
  const end = start + node.length
  const indicator = parentStart + entry.indicatorAt
  const column = columnOf(text, parentStart + entry.at)
  const inline = scalarAsBefore(text.slice(start + node.contentAt, end), node, value, false, style)
  if (inline !== null && node.length > 0)
    return [{ start: start + keptProperties(node), end, insert: inline }]
  const isItem = typeof entry.key === 'number'
  const block = blockAsBefore(node, value, style)
  const wanted = block
    ? blockLines(block, column + stepOf(style, isItem))
    : isItem
      ? itemTail(value, column, style)
      : valueLines(value, column, style)
  // On the line of its indicator there may be a comment; where the value begins on a later line, comments between.
  const sameLine = !/[\r\n]/.test(text.slice(indicator, start + node.contentAt))
  const isBlockScalar = /^ [|>]/.test(wanted[0] ?? '')
  const follows = text.slice(end, endOfLine(text, end))
  const isCommented = follows.includes('#') || (!sameLine && text.slice(indicator, start).includes('#'))
  const lines =
    isBlockScalar && isCommented && !isOneLine(text, indicator, end)
      ? [` ${printFlow(value, style)}`]
      : wanted
  const [head = '', ...rest] = lines
  const below = rest.map((line) => newline + line).join('')
  const keep = keptProperties(node)
  if (keep > 0) {
    // The anchor stays, for those that point to it.
    const from = start + keep
    return [{ start: from, end, insert: head.trimStart() + below }]
  }
  // White space behind the last line of a block scalar would be part of it.
  const last = isBlockScalar && follows.trim() === '' ? endOfLine(text, end) : end
  if (sameLine) {
    if (below === '' || follows.trim() === '') return [{ start: indicator, end: last, insert: head + below }]
    const lineEnd = endOfLine(text, end)
    return [
      { start: indicator, end, insert: head },
      { start: lineEnd, end: lineEnd, insert: below },
    ]
  }
  const lineStart = startOfLine(text, start)
  if (head === '') return [{ start: lineStart, end, insert: rest.join(newline) }]
  const breakStart = text.slice(0, lineStart).endsWith('\r\n') ? lineStart - 2 : lineStart - 1
  return [
    { start: indicator, end: indicator, insert: head },
    { start: breakStart, end: last, insert: below },
  ]
}

function stepOf(style: YamlStyle, isItem: boolean): number {
  return isItem ? Math.max(2, style.mapStep) : style.mapStep
}

function isOneLine(text: string, start: number, end: number): boolean {
  return !/[\r\n]/.test(text.slice(start, end))
}

/** How much of a node's start stays when its content is replaced: its anchor, unless a tag says what its content was. */
function keptProperties(node: YamlNode): number {
  return node.anchor !== null && !node.tagged && node.contentAt < node.length ? node.contentAt : 0
}

/** A scalar in the quotes, or the notation, of the one it replaces; null where that can't be, or where it had none to follow. */
function scalarAsBefore(
  raw: string,
  node: YamlNode,
  value: Json,
  inFlow: boolean,
  style: YamlStyle,
): string | null {
  if (node.kind !== 'scalar' || typeof value === 'object') return null
  if (typeof value === 'number' && isOctal(raw) && Number.isInteger(value) && value >= 0)
    return `0${value.toString(8)}`
  if (typeof value !== 'string') return printFlow(value, style)
  if (node.style === 'single' || node.style === 'double') {
    if (isTypedOn(node.value, value) && !style.quoteAll && canBePlain(value, inFlow)) return value
    return value.includes('\n') && !inFlow ? null : quoted(value, node.style)
  }
  if (node.style === 'plain' && typeof node.value === 'string' && canBePlain(value, inFlow)) return value
  if (value.includes('\n') && !inFlow) return null
  if (node.style === 'plain') return printFlow(value, { ...style, quoteAll: false }, inFlow)
  return null
}

/** `0644`: to the API server's reader an octal number, as file modes are written. */
function isOctal(raw: string): boolean {
  return /^0[0-7]+$/.test(raw)
}

/** Somebody types on behind a beginning (`n`, `1`, nothing) that needed its quotes: those were no style of theirs. */
function isTypedOn(old: Json, value: string): boolean {
  return typeof old === 'string' && value.startsWith(old) && !canBePlain(old)
}

/** A block scalar stays one, whatever its new length. */
function blockAsBefore(node: YamlNode, value: Json, style: YamlStyle): LiteralBlock | null {
  if (node.kind !== 'scalar' || typeof value !== 'string' || !isBlock(node) || !style.blocks) return null
  return literal(value, style.mapStep)
}

function isBlock(node: ScalarNode): boolean {
  return node.style === 'literal' || node.style === 'folded'
}
