import type { Json } from '../kubernetes/json'
import type { Problem } from './problem'
import type { DocumentTree } from './tree'

/** A replacement in a text: offsets in the text before the edit, in UTF-16 code units. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/** A stretch of a text, in UTF-16 code units. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** A text and what it means. While there is a problem, `documents` and `trees` are empty. */
export interface Source {
  readonly text: string
  readonly documents: readonly Json[]
  readonly problem: Problem | null
  /** Where each document's parts stand in the text; for `locate`, `revise` and `splice`. */
  readonly trees: readonly DocumentTree[]
}

/** Takes a text and edits of it that do not overlap, in any order; gives the text with all of them done. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let from = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(from, edit.start) + edit.insert
    from = edit.end
  }
  return result + text.slice(from)
}

/** Takes edits and an offset; gives them as edits of the text from that offset on. */
export function editsFrom(edits: readonly TextEdit[], offset: number): TextEdit[] {
  return edits.map(({ start, end, insert }) => ({ start: start - offset, end: end - offset, insert }))
}

/** Takes a text and an edit of it; gives the edit without what it leaves the same at its ends, or nothing if that is all. */
export function trimmed(text: string, edit: TextEdit): TextEdit[] {
  let { start, end, insert } = edit
  let same = 0
  while (start + same < end && same < insert.length && text[start + same] === insert[same]) same++
  same = withoutSplit(text, start + same) - start
  start += same
  insert = insert.slice(same)
  same = 0
  while (
    end - same > start &&
    same < insert.length &&
    text[end - same - 1] === insert[insert.length - same - 1]
  )
    same++
  if (isSplit(text, end - same)) same -= 1
  end -= same
  insert = insert.slice(0, insert.length - same)
  return start === end && insert === '' ? [] : [{ start, end, insert }]
}

function withoutSplit(text: string, offset: number): number {
  return isSplit(text, offset) ? offset - 1 : offset
}

/** Between the two halves of a line break or of a character. */
function isSplit(text: string, offset: number): boolean {
  return (
    text.slice(offset - 1, offset + 1) === '\r\n' ||
    /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(offset - 1, offset + 1))
  )
}
