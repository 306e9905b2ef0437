import { AwkError } from './syntax'

/** A word of an awk program. A `call` is a name right before a parenthesis. */
export interface AwkToken {
  readonly kind: 'number' | 'text' | 'name' | 'call' | 'word' | 'sign' | 'newline' | 'end'
  readonly text: string
  /** Where it ends. */
  readonly end: number
}

/** Words of the language itself. */
const WORDS: ReadonlySet<string> = new Set(
  'BEGIN END function func if else while for do break continue next nextfile exit return delete in getline print printf'.split(
    ' ',
  ),
)

const SIGN =
  /(?:&&|\|\||\+\+|--|\*\*=|\*\*|\+=|-=|\*=|\/=|%=|\^=|==|<=|>=|!=|!~|>>|[-+*/%^!<>|?:~$=(){}[\],;&])/y
const NUMBER = /0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y
const NAME = /[A-Za-z_]\w*/y
const BLANK = /(?:[ \t\r]|\\\r?\n|#[^\n]*)*/y

/** Takes a program and a place in it; gives the word there, after blanks and comments. Throws an AwkError where there is none. */
export function tokenAt(text: string, place: number): AwkToken {
  BLANK.lastIndex = place
  BLANK.exec(text)
  const at = BLANK.lastIndex
  if (at >= text.length) return { kind: 'end', text: '', end: at }
  if (text.charAt(at) === '\n') return { kind: 'newline', text: '\n', end: at + 1 }
  if (text.charAt(at) === '"') return textAt(text, at)
  const number = matchAt(NUMBER, text, at)
  if (number !== undefined) return { kind: 'number', text: number, end: at + number.length }
  const name = matchAt(NAME, text, at)
  if (name !== undefined) {
    const end = at + name.length
    const kind = WORDS.has(name) ? 'word' : text.charAt(end) === '(' ? 'call' : 'name'
    return { kind, text: name, end }
  }
  const sign = matchAt(SIGN, text, at)
  if (sign !== undefined) return { kind: 'sign', text: sign, end: at + sign.length }
  throw new AwkError('Unexpected token')
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function textAt(text: string, start: number): AwkToken {
  const [whole, inside = ''] = /^"((?:\\[^]|[^"\\\n])*)"/.exec(text.slice(start)) ?? []
  if (whole === undefined) throw new AwkError('Unterminated string')
  return { kind: 'text', text: unescaped(inside), end: start + whole.length }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  f: '\f',
  v: '\v',
  a: '\u0007',
  b: '\b',
  '\\': '\\',
  '"': '"',
  '/': '/',
  '\n': '',
}

/** Takes the inside of a string as it is written; gives its text. A backslash that escapes nothing stays, for expressions. */
export function unescaped(text: string): string {
  return text.replaceAll(/\\([0-7]{1,3}|[^])/g, (whole, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? whole),
  )
}

/** Takes a program and the place after a `/`; gives the expression up to the next one, and where it ends. */
export function regexAt(text: string, start: number): { readonly source: string; readonly end: number } {
  const [whole, source = ''] =
    /^((?:\\[^]|\[(?:\^?\])?(?:\[:[a-z]+:\]|\\[^]|[^\]\n\\])*\]|[^\\/\n[])*)\//.exec(text.slice(start)) ?? []
  if (whole === undefined) throw new AwkError('Unterminated regex')
  return { source: source.replaceAll(String.raw`\/`, '/'), end: start + whole.length }
}
