import type { Json } from '../kubernetes/json'
import { resolvePlain } from '../yaml/resolve'

/*
 * The small pieces of YAML, found by looking at characters. Offsets are of the whole text; a piece ends with its line
 * where nothing else ends it.
 */

/** Takes a text and an offset; says whether a dash that begins an item stands there. */
export function isDash(text: string, at: number): boolean {
  const next = text[at + 1]
  return text[at] === '-' && (next === undefined || next === ' ' || next === '\n')
}

/** Takes a text and an offset; gives where the spaces, anchors and tags there end. */
export function skipProperties(text: string, at: number): number {
  const match = /^(?: |[&!][^\s,[\]{}]*(?=\s|$))*/.exec(lineFrom(text, at))
  return at + (match?.[0].length ?? 0)
}

/** Takes a text and where a key may begin; gives where it ends and where its colon is, or null where there is no key. */
export function keyEnd(text: string, at: number): { readonly end: number; readonly colon: number } | null {
  const line = lineFrom(text, at)
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?= *:(?:\s|$))/.exec(line)
  if (quoted === null && /^["'{[|>#*?]/.test(line)) return null
  const end =
    quoted?.[0].length ?? /^(?:[^\s:]|:(?=\S)| (?! *(?:#|:(?:\s|$))))*(?= *:(?:\s|$))/.exec(line)?.[0].length
  return end === undefined || end === 0 ? null : { end: at + end, colon: at + line.indexOf(':', end) }
}

/** Takes a text and where a plain scalar begins; gives where it ends: before a comment, spaces, or the line's end. */
export function plainEnd(text: string, at: number): number {
  const line = lineFrom(text, at)
  const comment = line.search(/(?:^|\s)#/)
  return at + (comment < 0 ? line : line.slice(0, comment)).trimEnd().length
}

/** Takes a text, where a quoted scalar begins and how far it may go; gives where it ends, or null where it is not closed. */
export function quotedEnd(text: string, at: number, limit: number): number | null {
  const quoted = /^(?:"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*')/.exec(text.slice(at, limit))
  return quoted === null ? null : at + quoted[0].length
}

/** Takes a scalar as written; gives what it means, as nearly as is needed to know names by. */
export function scalarValue(written: string): Json {
  const quoted = unquoted(written)
  if (quoted !== null) return quoted
  const scalar = resolvePlain(written)
  return 'cause' in scalar ? written : scalar.value
}

/** Takes a key as written; gives the key. */
export function keyText(written: string): string {
  return unquoted(written) ?? written
}

function unquoted(written: string): string | null {
  if (/^'.*'$/s.test(written)) return written.slice(1, -1).replaceAll("''", "'")
  if (/^".*"$/s.test(written)) return written.slice(1, -1).replaceAll(/\\(["\\/])/g, '$1')
  return null
}

function lineFrom(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(at, end < 0 ? text.length : end)
}
