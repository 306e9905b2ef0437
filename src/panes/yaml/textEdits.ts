import type { TextEdit, TextRange } from '../../core/yaml/source'
import { writtenRanges } from '../../store/typing'

/** Lines of a text, both ends included, 1-based. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** Takes edits of a text and an offset in it; gives where that place is afterwards. */
export function shiftOffset(edits: readonly TextEdit[], offset: number): number {
  let shift = 0
  for (const { start, end, insert } of edits) {
    if (end <= offset) shift += insert.length - (end - start)
    else if (start < offset) shift += Math.min(insert.length, offset - start) - (offset - start)
  }
  return offset + shift
}

/**
 * Takes a text with `\n` line ends and the edits that made it; gives the lines they wrote. An edit that puts in
 * or takes out whole lines does not count the lines beside them; where only whole lines went, there are none.
 */
export function changedLines(after: string, edits: readonly TextEdit[]): LineRange[] {
  const lines: LineRange[] = []
  let line = 1
  let nextBreak = after.indexOf('\n')
  const lineAt = (offset: number): number => {
    for (; nextBreak !== -1 && nextBreak < offset; nextBreak = after.indexOf('\n', nextBreak + 1)) line += 1
    return line
  }
  for (const { start, end } of writtenRanges(edits).map((range) => ownLines(after, range))) {
    if (start === end && isLineStart(after, start)) continue
    const first = lineAt(start)
    const last = lineAt(Math.max(start, end))
    const previous = lines.at(-1)
    if (previous !== undefined && previous.last >= first - 1) {
      lines.splice(-1, 1, { first: previous.first, last: Math.max(previous.last, last) })
    } else lines.push({ first, last })
  }
  return lines
}

/** A stretch that begins with the end of the line before, or ends with a line end, is about the lines between. */
function ownLines(after: string, { start, end }: TextRange): TextRange {
  const from = start < end && after[start] === '\n' && !isLineStart(after, start) ? start + 1 : start
  const to = from < end && after[end - 1] === '\n' && isLineStart(after, from) ? end - 1 : end
  return { start: from, end: to }
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n'
}
