import type { Json } from '../kubernetes/json'

const ESCAPES: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
}

/** Takes a text; gives it in double quotes as Go's `%q` (strconv.Quote) does: what can't be printed is escaped. */
export function quoted(text: string): string {
  const escaped = text.replace(/["\\]|[^\P{C}]|[^\P{Z} ]/gu, (char) => {
    const known = ESCAPES[char]
    if (known !== undefined) return known
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) return `\\x${hex(code, 2)}`
    return code < 0x1_00_00 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`
  })
  return `"${escaped}"`
}

/** Takes a value; gives it as Go's encoding/json writes it, which escapes what HTML would read. Keys stay in their order. */
export function goJson(value: Json | undefined): string {
  if (value === undefined) return 'null'
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${hex(char.charCodeAt(0), 4)}`)
}

/** Takes a map, or nothing; gives it as Go writes maps: by the alphabet, and null where there is none. */
export function goMap(map: Readonly<Record<string, Json>> | undefined): Json {
  if (map === undefined) return null
  return Object.fromEntries(
    Object.keys(map)
      .toSorted()
      .map((key) => [key, map[key] ?? null]),
  )
}

/** Takes a list, or nothing; gives a copy, or null where there is none. */
export function goList(list: readonly Json[] | undefined): Json {
  return list === undefined ? null : [...list]
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0')
}
