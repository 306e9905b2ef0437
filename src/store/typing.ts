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
 * Takes by how much the last letter in a field made the text grow, and the edits of the next one with the growth they
 * make; gives whether they belong together. A new line begins a new step, and so does taking away what was just
 * written: that may be a slip.
 */
export function isSameStroke(last: number, growth: number, edits: readonly TextEdit[]): boolean {
  const turnsBack = last >= 0 && growth < 0
  return !turnsBack && !edits.some(({ insert }) => /[\r\n]/.test(insert))
}

/** Takes a text and edits of it; gives how many letters more it will have. Quotes come and go by themselves. */
export function growthOf(text: string, edits: readonly TextEdit[]): number {
  const letters = (part: string): number => part.replaceAll(/["']/g, '').length
  return edits.reduce(
    (sum, { start, end, insert }) => sum + letters(insert) - letters(text.slice(start, end)),
    0,
  )
}
