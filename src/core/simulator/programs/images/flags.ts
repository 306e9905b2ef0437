/** The flags of a command line, by name without dashes, and what is no flag. */
export interface FlagValues {
  /** The last value of a flag; '' of one without a value. */
  readonly get: (name: string) => string | undefined
  /** All values of a flag. */
  readonly all: (name: string) => readonly string[]
  readonly words: readonly string[]
}

/**
 * Takes arguments and the names of flags that never have a value; gives the flags: `--name=value`, `--name value`,
 * `-name value`. A flag before another flag, or at the end, has none.
 */
export function flagsOf(args: readonly string[], switches: readonly string[] = []): FlagValues {
  const values = new Map<string, string[]>()
  const words: string[] = []
  const put = (name: string, value: string) => {
    values.set(name, [...(values.get(name) ?? []), value])
  }
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const [, name, value] = /^--?([A-Za-z][\w.-]*)(?:=([^]*))?$/.exec(arg) ?? []
    if (name === undefined) {
      words.push(arg)
      continue
    }
    const next = args[at + 1]
    if (value !== undefined) put(name, value)
    else if (switches.includes(name) || next === undefined || /^-./.test(next)) put(name, '')
    else {
      put(name, next)
      at += 1
    }
  }
  return { get: (name) => values.get(name)?.at(-1), all: (name) => values.get(name) ?? [], words }
}

/** Takes a duration as Go writes it (`60s`, `1m30s`, `500ms`, `30`) and one for what is none; gives milliseconds. */
export function durationOf(text: string | undefined, otherwise: number): number {
  if (text === undefined || text === '') return otherwise
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)]
  if (parts.length === 0) return otherwise
  return parts.reduce((sum, [, count, unit = 's']) => sum + Number(count) * (units[unit] ?? 1000), 0)
}
