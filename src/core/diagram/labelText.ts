import { MEASURES } from './measures'

/** Takes a text and a number of characters; gives the text, shortened in its middle where it is longer (both ends of a path tell most). */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const characters = Array.from(text)
  const tail = Math.ceil((length - 1) * 0.6)
  return `${characters.slice(0, length - 1 - tail).join('')}…${characters.slice(-tail).join('')}`
}

/** Characters that are twice as wide as others: Chinese, Japanese, Korean, emoji. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F000}-\u{3FFFF}]/gu

/** Takes a text in the mono face at 12 px; gives its width. */
export function textWidth(text: string): number {
  const wide = /^[ -~]*$/.test(text) ? 0 : (text.match(WIDE)?.length ?? 0)
  return (text.length + wide) * MEASURES.character
}
