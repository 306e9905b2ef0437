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

/**
 * Takes the edits that the last letter in a field made and those of the next one; gives whether they belong together.
 * A new line begins a new step, and so does taking away what was just written: that may be a slip.
 */
export function isSameStroke(last: readonly TextEdit[], next: readonly TextEdit[]): boolean {
  const turnsBack = growth(last) >= 0 && growth(next) < 0
  return !turnsBack && !next.some(({ insert }) => /[\r\n]/.test(insert))
}

function growth(edits: readonly TextEdit[]): number {
  return edits.reduce((sum, { start, end, insert }) => sum + insert.length - (end - start), 0)
}
