import { parseDuration } from './duration'

/** A line of a script: when it is typed, in milliseconds of virtual time, and what. */
export interface ScriptLine {
  readonly time: number
  readonly line: string
}

export type Script = { readonly lines: readonly ScriptLine[] } | { readonly error: string }

/**
 * Takes the text of a script: lines like `10s kubectl get pod`, in the order of their times, blank ones and `# comments`
 * between them, a line ending in `\` going on in the next. Gives them read, or what is wrong, with the line's number.
 */
export function readScript(text: string): Script {
  const lines: ScriptLine[] = []
  let begun = ''
  for (const [index, raw] of text.replaceAll('\r', '').split('\n').entries()) {
    const whole = `${begun}${raw}`
    if (whole.endsWith('\\')) {
      begun = whole.slice(0, -1)
      continue
    }
    begun = ''
    const content = whole.trim()
    if (content === '' || content.startsWith('#')) continue
    const [, span = '', line = ''] = /^(\S+)\s*(.*)$/s.exec(content) ?? []
    const time = parseDuration(/^\d+$/.test(span) ? `${span}s` : span)
    const at = `line ${index + 1}`
    if (time === null)
      return { error: `${at}: it begins with "${span}", and not with a time like 10s or 1m30s` }
    if (line === '') return { error: `${at}: there is no command behind ${span}` }
    const before = lines.at(-1)
    if (before !== undefined && time < before.time)
      return { error: `${at}: ${span} is before the line above it: times have to go up` }
    lines.push({ time, line })
  }
  return begun === '' ? { lines } : { error: 'the last line ends in \\, and nothing follows' }
}
