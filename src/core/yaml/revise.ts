import type { Json } from '../kubernetes/json'
import { type Fineness, newlineOf, planDocuments } from './planDocuments'
import { equalJson } from './equal'
import { parse } from './parse'
import { printDocument } from './print'
import { type Source, type TextEdit, trimmed } from './source'
import { splice } from './splice'
import { PLAIN_STYLE } from './style'

export interface Revision {
  readonly source: Source
  /** In the old text, in order, none overlapping another. */
  readonly edits: readonly TextEdit[]
  /** Below this many levels what changed was printed anew; most often `Infinity`: nothing had to be. */
  readonly depth: number
}

/** As finely as can be at first; what can't be written so is written more coarsely, at last a whole document anew. */
const FINENESS: readonly Fineness[] = [
  { depth: Number.POSITIVE_INFINITY, blocks: true, likeness: true },
  { depth: Number.POSITIVE_INFINITY, blocks: true, likeness: false },
  { depth: Number.POSITIVE_INFINITY, blocks: false, likeness: false },
  ...[10, 8, 6, 5, 4, 3, 2, 1, 0].map((depth) => ({ depth, blocks: false, likeness: false })),
]

/**
 * Takes a source and the documents it shall mean; gives the source that means them and the edits that lead there,
 * touching only what must change. The result is read again: where it would mean something else, the change is
 * written more coarsely, at last all of it anew. A wrong text is never given.
 */
export function revise(source: Source, documents: readonly Json[]): Revision {
  if (source.problem === null)
    for (const fineness of FINENESS) {
      const edits = planDocuments(source, documents, fineness)?.flatMap((edit) => trimmed(source.text, edit))
      if (!edits) continue
      const next = edits.length === 0 ? source : splice(source, edits)
      if (means(next, documents)) return { source: next, edits, depth: fineness.depth }
    }
  const text = printAnew(source.text, documents)
  return { source: parse(text), edits: [{ start: 0, end: source.text.length, insert: text }], depth: -1 }
}

function means(source: Source, documents: readonly Json[]): boolean {
  return (
    source.problem === null &&
    source.documents.length === documents.length &&
    source.documents.every((document, i) => equalJson(document, documents[i]))
  )
}

/** All documents in our own style, with the line breaks and the byte order mark that the text had. */
function printAnew(text: string, documents: readonly Json[]): string {
  const newline = newlineOf(text)
  const printed = documents.map((document) => printDocument(document, PLAIN_STYLE, newline))
  return (text.startsWith('\ufeff') ? '\ufeff' : '') + printed.join(`---${newline}`)
}
