const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/** The units of Go, those too that are too short to matter here. */
const GO_UNITS: ReadonlySet<string> = new Set([...Object.keys(UNITS), 'ns', 'us', 'µs', 'μs'])

/** Takes a duration as Go writes it (`5s`, `1m30s`, `0`); gives milliseconds, or null where it is none (time.ParseDuration). */
export function parseDuration(text: string): number | null {
  if (text === '0') return 0
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)]
  if (parts.length === 0 || parts.map(([all]) => all).join('') !== text) return null
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (UNITS[unit] ?? 0), 0)
}

/** Takes what somebody typed for a duration; gives Go's words why it is none, or null where it is one (time.ParseDuration). */
export function durationFault(text: string): string | null {
  let rest = text.replace(/^[+-]/, '')
  if (rest === '0') return null
  if (rest === '') return `time: invalid duration "${text}"`
  while (rest !== '') {
    const [all = '', unit = ''] = /^(?:\d+\.?\d*|\.\d+)([^.\d]*)/.exec(rest) ?? []
    if (all === '') return `time: invalid duration "${text}"`
    if (unit === '') return `time: missing unit in duration "${text}"`
    if (!GO_UNITS.has(unit)) return `time: unknown unit "${unit}" in duration "${text}"`
    rest = rest.slice(all.length)
  }
  return null
}
