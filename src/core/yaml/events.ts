import { type Event, EVENT_ID, parseEvents, YAMLException } from 'js-yaml'
import { MAX_DEPTH } from './refusal'
import { afterSpace, endOfLineBefore, startOfLine } from './spacing'

/** How often a text with unusual brackets is tried again; each try mends one more line. */
const MAX_TRIES = 50

/**
 * Takes a text; gives js-yaml's events, whose offsets are of that text. Throws js-yaml's `YAMLException`.
 *
 * In brackets js-yaml wants every line indented further than the line of the key, as the specification has it, and no
 * tab before them. The API server's reader wants neither, and a closing bracket right under its key is common. There a
 * line break means no more than a space, so such a text is read with spaces in its place: no offset moves.
 */
export function eventsOf(text: string): Event[] {
  let readable = text
  for (let tries = 0; ; tries++) {
    try {
      const events = parse(readable)
      return readable === text ? events : events.map((event) => reread(event, text))
    } catch (thrown) {
      if (!(thrown instanceof YAMLException) || thrown.reason !== 'deficient indentation') throw thrown
      const mended = tries === 0 ? joinClosingLines(readable) : joinAt(readable, thrown.mark?.position ?? 0)
      if (tries >= MAX_TRIES || (tries > 0 && mended === readable)) throw thrown
      readable = mended
    }
  }
}

function parse(text: string): Event[] {
  // Two levels more than we allow: js-yaml counts a key as a level of its own, `compose` counts collections.
  return parseEvents(text, { maxDepth: MAX_DEPTH + 2 })
}

/** A scalar of several lines must be unfolded, even where it was read as one line. */
function reread(event: Event, text: string): Event {
  if (event.type !== EVENT_ID.SCALAR || !event.fast) return event
  return /[\r\n]/.test(text.slice(event.valueStart, event.valueEnd)) ? { ...event, fast: false } : event
}

/** Joins each line that begins with a closing bracket to the line before. In a block scalar this moves no boundary. */
function joinClosingLines(text: string): string {
  return text.replace(/(?:[ \t]#[^\r\n]*)?(?:\r\n|\r|\n)[ \t\r\n]*(?=[\]}])/g, (space) =>
    ' '.repeat(space.length),
  )
}

function joinAt(text: string, offset: number): string {
  const lineStart = startOfLine(text, offset)
  const tab = text.lastIndexOf('\t', offset)
  if (tab >= lineStart) return `${text.slice(0, tab)} ${text.slice(tab + 1)}`
  const lineEnd = endOfLineBefore(text, lineStart)
  const from = commentStart(text, startOfLine(text, lineEnd), lineEnd)
  return text.slice(0, from) + ' '.repeat(lineStart - from) + text.slice(lineStart)
}

/** Where the comment at the end of a line begins, or the line's end. */
function commentStart(text: string, lineStart: number, lineEnd: number): number {
  for (let at = lineEnd - 1; at >= lineStart; at--)
    if (
      text[at] === '#' &&
      afterSpace(text, at) >= lineEnd &&
      (at === lineStart || /[ \t,]/.test(text[at - 1] ?? ''))
    )
      return at
  return lineEnd
}
