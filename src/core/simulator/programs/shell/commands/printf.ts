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

/** A conversion of printf(3): flags, width, precision, kind. */
export const DIRECTIVE = /%([-+ 0#]*)(\*|\d+)?(?:\.(\*|\d*))?([diouxXcsbeEfFgGq%])/g

/**
 * Takes a format, values, and who is told of a value that is no number; gives the text. The format is used again while
 * values are left (printf(1)).
 */
export function printf(
  format: string,
  values: readonly string[],
  onBadNumber: (value: string) => void = () => undefined,
): string {
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
        const most = precision === '*' ? (left.shift() ?? '0') : precision
        const value = left.shift() ?? ''
        if (!'scbq'.includes(kind) && value !== '' && !/^['"]/.test(value) && Number.isNaN(Number(value)))
          onBadNumber(value)
        return converted(kind, value, flags, Number(size), most)
      },
    )
    if (left.length === before) break
  } while (left.length > 0)
  return result
}

/** Takes the kind of a conversion, the value, and flags, width and precision; gives the text (printf(3)). */
export function converted(
  kind: string,
  value: string,
  flags: string,
  width: number,
  precision: string | undefined,
): string {
  return padded(convertedBare(kind, value, flags, precision), flags, width, kind)
}

function convertedBare(kind: string, value: string, flags: string, precision: string | undefined): string {
  if (kind === 's') return precision === undefined ? value : value.slice(0, Number(precision))
  if (kind === 'b') return escapes(value)
  if (kind === 'c') return value.slice(0, 1)
  if (kind === 'q') return `'${value.replaceAll("'", String.raw`'\''`)}'`
  const number = /^['"]/.test(value) ? (value.codePointAt(1) ?? 0) : numberOf(value)
  const digits = precision === undefined || Number(precision) < 0 ? 6 : Number(precision)
  const lower = kind.toLowerCase()
  const real = REALS[lower]?.(number, Math.min(digits, 100))
  if (real !== undefined) return signed(kind === lower ? real : real.toUpperCase(), flags)
  const whole = Math.trunc(number)
  const radix = RADIXES[lower]
  if (radix !== undefined) return kind === 'X' ? whole.toString(radix).toUpperCase() : whole.toString(radix)
  const sign = whole < 0 ? '-' : ''
  return signed(
    sign +
      Math.abs(whole)
        .toFixed(0)
        .padStart(Math.min(Number(precision ?? 0), WIDEST), '0'),
    flags,
  )
}

const RADIXES: Readonly<Record<string, number>> = { o: 8, x: 16 }

const REALS: Readonly<Record<string, (number: number, digits: number) => string>> = {
  f: (number, digits) => number.toFixed(digits),
  e: (number, digits) => exponent(number.toExponential(digits)),
  g: general,
}

/** An octal number begins with 0, as in C; what is no number counts up to there. */
function numberOf(value: string): number {
  if (/^\s*[-+]?0[0-7]+$/.test(value)) return Number.parseInt(value, 8)
  const number = Number(value)
  if (!Number.isNaN(number)) return number
  return Number(/^\s*[-+]?\d+(?:\.\d+)?/.exec(value)?.[0] ?? 0)
}

/** C writes at least two digits of an exponent. */
function exponent(text: string): string {
  return text.replace(/e([-+])(\d)$/, 'e$10$2')
}

/** Takes a number and how many digits count; gives it as `%g` does: the shorter of `%e` and `%f`. */
export function general(number: number, digits: number): string {
  if (!Number.isFinite(number)) return Number.isNaN(number) ? 'nan' : number > 0 ? 'inf' : '-inf'
  const precision = Math.max(1, digits)
  const [mantissa = '', power = '0'] = number.toExponential(precision - 1).split('e')
  const isLong = Number(power) < -4 || Number(power) >= precision
  const text = isLong ? mantissa : number.toFixed(Math.max(0, precision - 1 - Number(power)))
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return isLong ? exponent(`${short}e${power}`) : short
}

function signed(text: string, flags: string): string {
  if (text.startsWith('-')) return text
  return flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text
}

/** Wider than this C can't write either. */
const WIDEST = 1_000_000

function padded(text: string, flags: string, wanted: number, kind: string): string {
  const width = Math.sign(wanted) * Math.min(Math.abs(wanted), WIDEST)
  if (flags.includes('-') || width < 0) return text.padEnd(Math.abs(width))
  if (!flags.includes('0') || 'scbq'.includes(kind)) return text.padStart(width)
  const sign = /^[-+ ]/.exec(text)?.[0] ?? ''
  return sign + text.slice(sign.length).padStart(width - sign.length, '0')
}
