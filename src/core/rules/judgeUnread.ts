import type { Problem } from '../yaml/problem'
import { quoted } from './goText'
import type { Verdict } from './verdict'

/** What parts documents in a text. */
const MARKER = /^---(?=\s|$)[^\n]*\n?/gm

/**
 * Takes a text that can't be read as YAML, and why; gives what the API server would answer to the document that is at
 * fault (400). A key that stands twice is said in its strict decoder's words, with the line counted in that document; what
 * no reader can make sense of, in those of the reader.
 */
export function judgeUnread(text: string, { reason, offset }: Problem): Verdict {
  const start = [...text.slice(0, offset).matchAll(MARKER)].reduce(
    (_, { 0: marker, index }) => index + marker.length,
    0,
  )
  const before = text.slice(start, offset)
  const line = before.split(/\r\n|\r|\n/).length
  const message = reason.endsWith(' already set in map')
    ? `${handledAs(text.slice(start))}strict decoding error: yaml: unmarshal errors:\n  line ${line}: ${reason}`
    : `error converting YAML to JSON: yaml: line ${line}: ${reason}`
  return {
    accepted: false,
    status: 400,
    message,
    causes: [],
    warnings: [],
    podSecurity: { baseline: [], restricted: [] },
    diagnostics: [],
  }
}

/** Which kind the document is of, as far as its topmost keys tell: of two of the same the last counts. */
function handledAs(document: string): string {
  const [own = ''] = document.split(MARKER)
  const kind = lastValue(own, 'kind')
  const version = lastValue(own, 'apiVersion').split('/').at(-1) ?? ''
  return `${kind} in version ${quoted(version)} cannot be handled as a ${kind}: `
}

function lastValue(document: string, key: string): string {
  return (
    [...document.matchAll(new RegExp(String.raw`^${key}:[ \t]+["']?([^\s"'#]+)`, 'gm'))].at(-1)?.[1] ?? ''
  )
}
