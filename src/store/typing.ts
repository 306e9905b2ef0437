import type { TextEdit, TextRange } from '../core/yaml/source'

/** Takes edits of a text; gives the stretches of the new text that they wrote, in ascending order. */
export function writtenRanges(edits: readonly TextEdit[]): TextRange[] {
  let shift = 0
  return edits
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, insert }) => {
      const range = { start: start + shift, end: start + shift + insert.length }
      shift += insert.length - (end - start)
      return range
    })
}

/**
 * Takes what the last keystroke wrote and the edits of the next one; says whether they are one burst of typing:
 * each edit touches what was written before, and none begins a new line. No clock: the same keys, the same steps.
 */
export function isSameBurst(written: readonly TextRange[], edits: readonly TextEdit[]): boolean {
  if (written.length !== edits.length) return false
  return edits
    .toSorted((a, b) => a.start - b.start)
    .every(({ start, end, insert }, i) => {
      const range = written[i]
      return range !== undefined && !insert.includes('\n') && start <= range.end && end >= range.start
    })
}
