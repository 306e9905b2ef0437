import { quoted } from '../goText'

const LAYOUT = '2006-01-02T15:04:05Z07:00'

/** The parts of RFC 3339 in the order in which Go's time.Parse reads them, and how it calls each. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}/, '2006'],
  [/^-/, '-'],
  [/^\d{2}/, '01'],
  [/^-/, '-'],
  [/^\d{2}/, '02'],
  [/^T/, 'T'],
  [/^\d{2}/, '15'],
  [/^:/, ':'],
  [/^\d{2}/, '04'],
  [/^:/, ':'],
  [/^\d{2}(?:[.,]\d+)?/, '05'],
  [/^(?:Z|[+-]\d{2}:\d{2})/, 'Z07:00'],
]

/** Takes a text; gives what Go says where it is no time in RFC 3339 (metav1.Time.UnmarshalJSON), or null. */
export function timeFault(text: string): string | null {
  let rest = text
  for (const [part, name] of PARTS) {
    const found = part.exec(rest)
    if (found === null)
      return `parsing time ${quoted(text)} as ${quoted(LAYOUT)}: cannot parse ${quoted(rest)} as ${quoted(name)}`
    rest = rest.slice(found[0].length)
  }
  if (rest !== '') return `parsing time ${quoted(text)}: extra text: ${quoted(rest)}`
  const outOfRange = rangeFault(text)
  return outOfRange === null ? null : `parsing time ${quoted(text)}: ${outOfRange} out of range`
}

function rangeFault(text: string): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text
    .slice(0, 19)
    .split(/\D/)
    .map(Number)
  if (month < 1 || month > 12) return 'month'
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return 'day'
  if (hour > 23) return 'hour'
  if (minute > 59) return 'minute'
  return second > 59 ? 'second' : null
}
