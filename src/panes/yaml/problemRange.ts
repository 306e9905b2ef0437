import type { Path } from '../../core/kubernetes/path'
import { locate, locateValue } from '../../core/yaml/locate'
import type { Source, TextRange } from '../../core/yaml/source'

/**
 * Takes a source and the path of what is wrong; gives the stretch to underline: a value of one line, else the first
 * line of the entry. What is not there is told at what should have it.
 */
export function problemRange(source: Source, path: Path): TextRange | null {
  for (let there = path; there.length > 0; there = there.slice(0, -1)) {
    const entry = locate(source, there)
    if (entry === null) continue
    const value = there === path ? locateValue(source, there) : null
    return value !== null && value.end > value.start && isOneLine(source, value)
      ? value
      : { start: entry.start, end: endOfFirstLine(source, entry) }
  }
  return null
}

const isOneLine = ({ text }: Source, { start, end }: TextRange): boolean =>
  !text.slice(start, end).includes('\n')

function endOfFirstLine({ text }: Source, { start, end }: TextRange): number {
  const line = text.indexOf('\n', start)
  const first = text.slice(start, line === -1 ? end : Math.min(line, end)).trimEnd()
  return start + Math.max(first.length, 1)
}
