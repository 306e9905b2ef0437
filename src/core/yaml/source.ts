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

/** Takes a text and edits that do not overlap, in order of their offsets; gives the text after them. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let from = 0
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.insert
    from = edit.end
  }
  return result + text.slice(from)
}
