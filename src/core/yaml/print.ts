import { isObject, type Json, type JsonObject } from '../kubernetes/json'
import { blockScalar, type LiteralBlock, printKey, printScalar } from './quote'
import type { YamlStyle } from './style'

/*
 * Prints new values in the style of their neighbourhood. Lines come without their line break, indented to their
 * column; the caller puts the first one behind a dash or a colon where it stands there.
 */

/** Items longer than this do not stand in brackets, even where their neighbours do. */
const WIDE = 100

/** Takes a value; says whether it is printed on the line of its key, whatever the style. */
export function isInline(value: Json): boolean {
  if (Array.isArray(value)) return value.length === 0
  return isObject(value) ? Object.keys(value).length === 0 : true
}

/** Takes a mapping and the column of its keys; gives its lines. */
function mappingLines(value: JsonObject, column: number, style: YamlStyle): string[] {
  return Object.entries(value).flatMap(([key, entry]) => entryLines(key, entry, column, style))
}

/** Takes a key, its value, and the column of the key; gives their lines. */
export function entryLines(key: string, value: Json, column: number, style: YamlStyle): string[] {
  const [head = '', ...rest] = valueLines(value, column, style)
  return [`${' '.repeat(column)}${printKey(key, style)}:${head}`, ...rest]
}

/**
 * Takes the value of a key and the column of that key; gives what stands behind the colon (with its space, or
 * nothing), and the lines below.
 */
export function valueLines(value: Json, column: number, style: YamlStyle): string[] {
  if (isInline(value)) return scalarLines(value, column, column + style.mapStep, style)
  if (Array.isArray(value)) return ['', ...sequenceLines(value, column + style.seqStep, style)]
  return isObject(value) ? ['', ...mappingLines(value, column + style.mapStep, style)] : ['']
}

/** Takes a sequence and the column of its dashes; gives its lines. */
function sequenceLines(value: readonly Json[], column: number, style: YamlStyle): string[] {
  return value.flatMap((item) => itemLines(item, column, style))
}

/** Takes an item and the column of its dash; gives its lines. */
export function itemLines(item: Json, column: number, style: YamlStyle): string[] {
  const like = style.itemLike(item, column)
  if (like) return like
  const [head = '', ...rest] = itemTail(item, column, style)
  return [`${' '.repeat(column)}-${head}`, ...rest]
}

/** Takes an item and the column of its dash; gives what stands behind the dash, and the lines below. */
export function itemTail(item: Json, column: number, style: YamlStyle): string[] {
  const gap = ' '.repeat(style.dashGap)
  if (isInline(item)) {
    const [head = '', ...rest] = scalarLines(item, column, column + Math.max(2, style.mapStep), style)
    return [gap + head.slice(1), ...rest]
  }
  const flow = style.flowItems ? printFlow(item, style, true) : ''
  if (flow !== '' && flow.length <= WIDE) return [gap + flow]
  const content = column + (style.dashAlone ? style.mapStep : 1 + style.dashGap)
  const lines = Array.isArray(item)
    ? sequenceLines(item, content, style)
    : isObject(item)
      ? mappingLines(item, content, style)
      : []
  if (style.dashAlone) return ['', ...lines]
  return [gap + (lines[0] ?? '').slice(content), ...lines.slice(1)]
}

function scalarLines(value: Json, parent: number, column: number, style: YamlStyle): string[] {
  if (typeof value === 'string' && style.blocks) {
    const block = blockScalar(value, column - parent)
    if (block) return blockLines(block, column)
  }
  return [` ${printFlow(value, style)}`]
}

/** Takes a literal block and the column of its lines; gives its header, with a space before it, and its lines. */
export function blockLines(block: LiteralBlock, column: number): string[] {
  const indent = ' '.repeat(column)
  return [` ${block.header}`, ...block.lines.map((line) => (line === '' ? '' : indent + line))]
}

/** Takes any value; gives it on one line, collections in brackets. */
export function printFlow(value: Json, style: YamlStyle, inFlow = false): string {
  const pad = style.flowPad ? ' ' : ''
  if (Array.isArray(value))
    return value.length === 0
      ? '[]'
      : `[${pad}${value.map((item) => printFlow(item, style, true)).join(', ')}${pad}]`
  if (isObject(value)) {
    const entries = Object.entries(value).map((entry) => flowEntry(...entry, style))
    return entries.length === 0 ? '{}' : `{${pad}${entries.join(', ')}${pad}}`
  }
  return printScalar(value, style, inFlow)
}

/** Takes a key and its value; gives them as they stand in braces. */
export function flowEntry(key: string, value: Json, style: YamlStyle): string {
  return `${printKey(key, style, true)}: ${printFlow(value, style, true)}`
}

/** Takes a document's value and the line break; gives the document as a text. */
export function printDocument(value: Json, style: YamlStyle, newline: string): string {
  return documentLines(value, style).join(newline) + newline
}

/** Takes a document's value; gives its lines, from the first column. */
export function documentLines(value: Json, style: YamlStyle): string[] {
  if (isInline(value)) return [printFlow(value, style)]
  return Array.isArray(value)
    ? sequenceLines(value, 0, style)
    : isObject(value)
      ? mappingLines(value, 0, style)
      : []
}
