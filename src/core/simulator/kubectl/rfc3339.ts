const LAYOUT = '2006-01-02T15:04:05Z07:00'

/** What follows what, and how Go's layout writes it. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^\d{4}/, '2006'],
  [/^-/, '-'],
  [/^(?:0[1-9]|1[0-2])/, '01'],
  [/^-/, '-'],
  [/^\d\d/, '02'],
  [/^T/, 'T'],
  [/^(?:[01]\d|2[0-3])/, '15'],
  [/^:/, ':'],
  [/^[0-5]\d/, '04'],
  [/^:/, ':'],
  [/^[0-5]\d(?:[.,]\d+)?/, '05'],
  [/^(?:Z|[+-]\d\d:\d\d)/, 'Z07:00'],
]

/** Takes what somebody typed for a moment; gives its milliseconds since 1970, or Go's words why it is none (time.Parse). */
export function parseRfc3339(text: string): { readonly time: number } | { readonly error: string } {
  const begin = `parsing time "${text}"`
  let rest = text
  for (const [pattern, layout] of PARTS) {
    const [all] = pattern.exec(rest) ?? []
    if (all === undefined) return { error: `${begin} as "${LAYOUT}": cannot parse "${rest}" as "${layout}"` }
    rest = rest.slice(all.length)
  }
  if (rest !== '') return { error: `${begin}: extra text: "${rest}"` }
  const time = Date.parse(text.replace(',', '.'))
  return Number.isNaN(time) ? { error: `${begin}: day out of range` } : { time }
}
