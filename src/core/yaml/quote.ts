import type { Json } from '../kubernetes/json'
import type { Quote, YamlStyle } from './style'

/** How strings are quoted in a neighbourhood. */
export type QuoteStyle = Pick<YamlStyle, 'quote' | 'quoteAll' | 'keyQuote'>

// Each is read as something else than a string by some reader of YAML 1.1 or 1.2.
const WORD = /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<)$/i
// go-yaml drops underscores before it looks for a number: `+_0` is one.
const NUMBER_LIKE = /^(?:[-+]?_*0_*[xXoObB][0-9a-fA-F_]*|[-+]?[0-9._][0-9_.,:eExX+-]*|[-+]?\.(?:inf|nan))$/i
const DATE_LIKE = /^\d{4}-\d{1,2}-\d{1,2}/
const DOCUMENT_MARK = /^(?:---|\.\.\.)(?:\s|$)/
/** The first character of a plain scalar: no indicator; a dash only before something that is no space. */
const PLAIN_START = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-[^\s,[\]{}])/
const PLAIN_STOP = /[\t\r\n]|: |:$| #|^\s|\s$/
/** What must be escaped to survive every reader: control characters, and what is invisible or ends a line. */
const UNPRINTABLE = /[^\t\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u
const UNPRINTABLES = new RegExp(UNPRINTABLE.source, 'gu')
/** A string this long goes into a block of its own, if it has spaces (a URL or a hash is not easier to read there). */
const LONG = 80

/** Takes a string; says whether it can stand without quotes and every reader of YAML 1.1 or 1.2 still reads that string. */
export function canBePlain(text: string, inFlow = false): boolean {
  if (text === '' || !PLAIN_START.test(text) || PLAIN_STOP.test(text) || UNPRINTABLE.test(text)) return false
  if (WORD.test(text) || NUMBER_LIKE.test(text) || DATE_LIKE.test(text) || DOCUMENT_MARK.test(text))
    return false
  return !inFlow || !/[,[\]{}]|:$/.test(text)
}

/** Takes a string and the quotes that are liked; gives it in quotes. */
export function quoted(text: string, quote: Quote): string {
  if (quote === 'single' && !UNPRINTABLE.test(text) && !/[\t\r\n]/.test(text))
    return `'${text.replaceAll("'", "''")}'`
  return JSON.stringify(text).replace(
    UNPRINTABLES,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Takes a scalar; gives it on one line. */
export function printScalar(value: Json, style: QuoteStyle, inFlow = false): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  if (!style.quoteAll && canBePlain(value, inFlow)) return value
  return quoted(value, style.quote ?? likedQuote(value))
}

/** Takes a key; gives it as the keys around it are written. */
export function printKey(key: string, style: QuoteStyle, inFlow = false): string {
  if (style.keyQuote) return quoted(key, style.keyQuote)
  return canBePlain(key, inFlow) && !/[:#]/.test(key) ? key : quoted(key, style.quote ?? likedQuote(key))
}

function likedQuote(text: string): Quote {
  return /["\\]/.test(text) && !text.includes("'") ? 'single' : 'double'
}

/** A string as a literal block (`|`): its header, and its lines without their indentation. */
export interface LiteralBlock {
  readonly header: string
  readonly lines: readonly string[]
}

/**
 * Takes a string and by how many columns its lines are indented from their key or dash; gives it as a literal block
 * (`|`), or null where it is short enough for one line or can't stand as a block.
 */
export function blockScalar(text: string, step: number): LiteralBlock | null {
  const isLong = text.includes('\n') || (text.length > LONG && text.trim().includes(' '))
  return isLong ? literal(text, step) : null
}

/** As `blockScalar`, for a string of any length. */
export function literal(text: string, step: number): LiteralBlock | null {
  const body = text.replace(/\n+$/, '')
  const ends = text.length - body.length
  if (body === '' || text.includes('\r') || UNPRINTABLE.test(text) || step < 1 || step > 9) return null
  const lines = body.split('\n')
  const first = lines.find((line) => line !== '') ?? ''
  // Before the first text a reader may take a tab or a line of spaces for indentation.
  if (first.startsWith('\t') || first.trim() === '') return null
  const indicator = first.startsWith(' ') ? String(step) : ''
  const chomping = ends === 0 ? '-' : ends === 1 ? '' : '+'
  return {
    header: `|${indicator}${chomping}`,
    lines: [...lines, ...Array.from({ length: Math.max(ends - 1, 0) }, () => '')],
  }
}
