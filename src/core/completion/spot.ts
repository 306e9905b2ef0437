import { isArray, isObject, type Json, type JsonObject } from '../kubernetes/json'
import { valueAt, type Path } from '../kubernetes/path'
import type { TextRange } from '../yaml/source'
import { outlineOf } from './outline'

/** Stands in for what is being typed. No manifest holds it. */
const MARK = '\uE0C5\uE0C6'

/** The place in a text where somebody types, and what could stand there. */
export interface Spot {
  /** What is there already: the half-typed word, or nothing. */
  readonly range: TextRange
  /**
   * `key`: a key of the mapping at `path`. `value`: the value at `path`, on the line of its key or dash. `first`: the
   * value at `path`, on a line of its own or behind a dash, so it may become the first key of a mapping.
   * `item`: an item of the list at `path` that has no dash yet.
   */
  readonly role: 'key' | 'value' | 'first' | 'item'
  readonly path: Path
  /** The keys that the mapping has besides. */
  readonly taken: readonly string[]
  /** Whether the key has its `:` already. */
  readonly hasColon: boolean
  readonly inFlow: boolean
  /** Whether what is there begins with a quote. */
  readonly quote: '"' | "'" | ''
  readonly column: number
  readonly documents: readonly Json[]
  readonly mapStep: number
  readonly dashStep: number
}

/** Takes a text (with `\n` line ends) and an offset in it; gives the spot there, or null in comments and blocks of text. */
export function spotAt(text: string, offset: number): Spot | null {
  const here = outlineOf(text).tokens.find(({ start, end }) => start <= offset && offset <= end)
  const range = here ? { start: here.start, end: here.end } : { start: offset, end: offset }
  const isKey = here?.role === 'key' && here.hasColon
  const outline = outlineOf(text.slice(0, range.start) + MARK + text.slice(range.end))
  const mark = outline.tokens.find(({ start, end }) => start === range.start && end === start + MARK.length)
  if (mark === undefined) return null
  const quote = here !== undefined && /^["']/.test(text.slice(here.start, here.end)) ? text[here.start] : ''
  const documents = outline.documents.map((document) => withoutMark(document))
  const spot = {
    range,
    hasColon: isKey,
    inFlow: mark.inFlow,
    quote: quote === '"' || quote === "'" ? quote : '',
    column: mark.column,
    documents,
    mapStep: outline.mapStep,
    dashStep: outline.dashStep,
  } as const
  const asKey = (path: Path): Spot => {
    const mapping = valueAt(outline.documents, path)
    const taken = isObject(mapping) ? Object.keys(mapping).filter((key) => key !== MARK) : []
    return { ...spot, role: 'key', path, taken }
  }
  if (mark.role === 'key') return asKey(mark.path.slice(0, -1))
  const there = valueAt(outline.documents, mark.path)
  // Lines below made a key of it after all, or dashes beside it make it an item.
  if (isObject(there)) return asKey(mark.path)
  if (isArray(there)) return { ...spot, role: 'item', path: mark.path, taken: [] }
  if (there === undefined) return { ...spot, role: 'item', path: mark.path.slice(0, -1), taken: [] }
  return { ...spot, role: mark.isFirst ? 'first' : 'value', path: mark.path, taken: [] }
}

function withoutMark(value: Json): Json {
  if (value === MARK) return null
  if (isArray(value)) return value.map((item) => withoutMark(item))
  if (!isObject(value)) return value
  const result: JsonObject = {}
  for (const [key, inner] of Object.entries(value)) if (key !== MARK) result[key] = withoutMark(inner)
  return result
}
