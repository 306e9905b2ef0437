import type { TextEdit } from './source'

/*
 * An editor shows lines; it wants `\n` between them and no byte order mark. A file may have CRLF, lone CR, a mix,
 * and a mark at its start, and shall keep them. So the editor shows a text of its own, and these maps lead back
 * and forth. A text that has neither `\r` nor a mark is its own editor text, and every map is the identity.
 */

const BOM = '\uFEFF'

/** How a text ends its lines: enough to map offsets between it and its editor text. */
export interface LineEndings {
  /** What a new line gets: the ending most lines have. */
  readonly dominant: '\n' | '\r\n' | '\r'
  /** 1 where the text starts with a byte order mark, else 0. */
  readonly bom: 0 | 1
  /** Offsets in the editor text of the line breaks that are `\r\n` in the text, rising. */
  readonly pairs: readonly number[]
}

const PLAIN: LineEndings = { dominant: '\n', bom: 0, pairs: [] }

/** Takes a text; gives it as an editor shows it: `\n` ends every line, no byte order mark. */
export function toEditorText(text: string): string {
  const body = text.startsWith(BOM) ? text.slice(1) : text
  return body.includes('\r') ? body.replaceAll(/\r\n?/g, '\n') : body
}

/** Takes a text; gives how it ends its lines. */
export function lineEndingsOf(text: string): LineEndings {
  const bom = text.startsWith(BOM) ? 1 : 0
  if (!text.includes('\r')) return bom === 0 ? PLAIN : { ...PLAIN, bom }
  const pairs: number[] = []
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 }
  for (const { 0: ending, index } of text.matchAll(/\r\n?|\n/g)) {
    if (ending === '\r\n') pairs.push(index - bom - pairs.length)
    if (ending === '\r\n' || ending === '\n' || ending === '\r') counts[ending] += 1
  }
  const most = Math.max(counts['\n'], counts['\r\n'], counts['\r'])
  return { dominant: counts['\r\n'] === most ? '\r\n' : counts['\n'] === most ? '\n' : '\r', bom, pairs }
}

/** Takes the line endings of a text and an offset in its editor text; gives that place in the text. */
export function toSourceOffset({ bom, pairs }: LineEndings, offset: number): number {
  return offset + bom + firstPast(pairs, (_n, pair) => pair >= offset)
}

/** Takes the line endings of a text and an offset in it; gives that place in its editor text. */
export function toEditorOffset({ bom, pairs }: LineEndings, offset: number): number {
  const unmarked = Math.max(0, offset - bom)
  // Each pair before the place is one code unit less in the editor text; between `\r` and `\n` is before the break.
  return unmarked - firstPast(pairs, (n, pair) => pair + n + 1 > unmarked)
}

/** Takes a text, its line endings and edits of its editor text; gives the edits of the text that do the same. */
export function toSourceEdits(
  text: string,
  endings: LineEndings,
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  if (endings === PLAIN) return edits
  return joined(edits).map(({ start, end, insert }) => {
    const from = toSourceOffset(endings, start)
    const to = toSourceOffset(endings, end)
    const inserted = insert.replaceAll(/\r\n?|\n/g, endings.dominant)
    return { start: from, end: to, insert: parted(text[from - 1], inserted, text[to]) }
  })
}

/** Takes the line endings of a text and edits of it; gives the edits of its editor text that do the same. */
export function toEditorEdits(endings: LineEndings, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map(({ start, end, insert }) => ({
    start: toEditorOffset(endings, start),
    end: toEditorOffset(endings, end),
    insert: toEditorText(insert),
  }))
}

/** A `\r` and a `\n` that meet at the edge of an edit would be one line break where the editor shows two. */
function parted(before: string | undefined, inserted: string, after: string | undefined): string {
  if (inserted === '') return before === '\r' && after === '\n' ? '\r' : ''
  const left = before === '\r' && inserted.startsWith('\n') ? '\r' : ''
  const right = after === '\n' && inserted.endsWith('\r') ? '\r' : ''
  return left + inserted + right
}

/** Edits that touch become one, so that each has text that stays on both sides. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1)
    if (last === undefined || last.end < edit.start) result.push(edit)
    else result.splice(-1, 1, { start: last.start, end: edit.end, insert: last.insert + edit.insert })
  }
  return result
}

/** Binary search: the first index whose entry is past the place, or the length. */
function firstPast(pairs: readonly number[], isPast: (index: number, pair: number) => boolean): number {
  let low = 0
  let high = pairs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const pair = pairs[middle]
    if (pair !== undefined && !isPast(middle, pair)) low = middle + 1
    else high = middle
  }
  return low
}
