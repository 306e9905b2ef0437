const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  e: '\u001B',
  '\\': '\\',
  '"': '"',
}

/** Takes text; gives it with its escapes read: `\n`, `\033`, `\x1b`. Nothing comes after `\c`. */
export function escapes(text: string): string {
  const [kept = ''] = text.split(String.raw`\c`)
  return kept.replaceAll(/\\(0?[0-7]{1,3}|x[\da-f]{1,2}|.)/gi, (whole, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCodePoint(Number.parseInt(code, 8) & 255)
    if (/^x[\da-f]/i.test(code)) return String.fromCodePoint(Number.parseInt(code.slice(1), 16))
    return ESCAPES[code] ?? whole
  })
}

const DIRECTIVE = /%([-+ 0#]*)(\*|\d+)?(?:\.(\d+))?([diouxXcsbeEfgGq%])/g

/** Takes a format and values; gives the text. The format is used again while values are left (printf(1)). */
export function printf(format: string, values: readonly string[]): string {
  const text = escapes(format)
  const left = [...values]
  let result = ''
  do {
    const before = left.length
    result += text.replaceAll(
      DIRECTIVE,
      (_, flags: string, width: string | undefined, precision: string | undefined, kind: string) => {
        if (kind === '%') return '%'
        const size = width === '*' ? (left.shift() ?? '0') : (width ?? '')
        return padded(converted(kind, left.shift() ?? '', flags, precision), flags, Number(size), kind)
      },
    )
    if (left.length === before) break
  } while (left.length > 0)
  return result
}

function converted(kind: string, value: string, flags: string, precision: string | undefined): string {
  if (kind === 's') return precision === undefined ? value : value.slice(0, Number(precision))
  if (kind === 'b') return escapes(value)
  if (kind === 'c') return value.slice(0, 1)
  if (kind === 'q') return `'${value.replaceAll("'", String.raw`'\''`)}'`
  const number = value.startsWith("'") ? (value.codePointAt(1) ?? 0) : Number(value === '' ? 0 : value)
  const known = Number.isNaN(number) ? 0 : number
  if (kind === 'f') return signed(known.toFixed(Number(precision ?? 6)), flags)
  if (kind === 'e' || kind === 'E') return known.toExponential(Number(precision ?? 6))
  if (kind === 'g' || kind === 'G') return String(known)
  const whole = Math.trunc(known)
  if (kind === 'o') return whole.toString(8)
  if (kind === 'x') return whole.toString(16)
  if (kind === 'X') return whole.toString(16).toUpperCase()
  return signed(String(whole).padStart(Number(precision ?? 0), '0'), flags)
}

function signed(text: string, flags: string): string {
  return flags.includes('+') && !text.startsWith('-') ? `+${text}` : text
}

function padded(text: string, flags: string, width: number, kind: string): string {
  if (flags.includes('-')) return text.padEnd(width)
  if (!flags.includes('0') || 'scbq'.includes(kind)) return text.padStart(width)
  const sign = /^[-+]/.exec(text)?.[0] ?? ''
  return sign + text.slice(sign.length).padStart(width - sign.length, '0')
}
