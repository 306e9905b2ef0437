import { isArray, isObject, type Json } from '../../kubernetes/json'

/*
 * YAML as Go writes it (sigs.k8s.io/yaml, the emitter of go-yaml v2): lists are as far left as their key, texts are plain
 * where they can be, and longer ones are broken behind the 80th column.
 */

const WIDTH = 80

/** Texts that would be read as something else: null, booleans, numbers, times, merge keys. */
const OTHERWISE = [
  /^(?:|~|null|Null|NULL|<<|=)$/,
  /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF|true|True|TRUE|false|False|FALSE)$/,
  /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-fA-F_]+|\d[\d_]*)$/,
  /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/,
  /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ].*)?$/,
]

/** What a plain text may not begin with, hold or end with. */
const NOT_PLAIN = /^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^---|^\.\.\.|: |:$| #|^\s|\s$/

/** What only double quotes can hold. */
const SPECIAL = /[^\t\n\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|\t/u

/** Takes a value; gives it as a document, with its keys in their order. */
export function goYaml(value: Json): string {
  return `${lines(value, 0, 0).join('\n')}\n`
}

/** The lines of a value: what follows its key or dash, whose column is given, then what is below. */
function lines(value: Json, indent: number, column: number): readonly string[] {
  if (isArray(value)) return value.length === 0 ? ['[]'] : sequence(value, indent)
  if (isObject(value)) return Object.keys(value).length === 0 ? ['{}'] : mapping(value, indent)
  return typeof value === 'string' ? scalar(value, indent, column) : [String(value)]
}

function mapping(value: { readonly [key: string]: Json }, indent: number): readonly string[] {
  const pad = ' '.repeat(indent)
  return Object.entries(value).flatMap(([key, item]) => {
    const [name = ''] = scalar(key, indent, 0)
    if (isBlock(item)) {
      const below = lines(item, isArray(item) ? indent : indent + 2, 0)
      return [`${pad}${name}:`, ...below]
    }
    const [first = '', ...rest] = lines(item, indent + 2, indent + name.length + 2)
    return [`${pad}${name}: ${first}`, ...rest]
  })
}

function sequence(items: readonly Json[], indent: number): readonly string[] {
  const pad = ' '.repeat(indent)
  return items.flatMap((item) => {
    const [first = '', ...rest] = lines(item, indent + 2, indent + 2)
    return [`${pad}- ${isBlock(item) ? first.slice(indent + 2) : first}`, ...rest]
  })
}

/** Whether a value stands below its key. */
function isBlock(value: Json): boolean {
  return isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0
}

function scalar(text: string, indent: number, column: number): readonly string[] {
  if (SPECIAL.test(text)) return [JSON.stringify(text)]
  if (text.includes('\n')) return literal(text, indent)
  if (OTHERWISE.some((pattern) => pattern.test(text))) return [`"${text}"`]
  if (!NOT_PLAIN.test(text)) return broken(text, indent, column)
  return broken(`'${text.replaceAll("'", "''")}'`, indent, column)
}

function literal(text: string, indent: number): readonly string[] {
  const pad = ' '.repeat(indent)
  const end = text.endsWith('\n') ? (text.endsWith('\n\n') || text === '\n' ? '+' : '') : '-'
  const hint = /^[ \n]/.test(text) ? '2' : ''
  const body = text.replace(/\n$/, '').split('\n')
  return [`|${hint}${end}`, ...body.map((line) => (line === '' ? '' : `${pad}${line}`))]
}

/** A text in lines: a blank behind the 80th column becomes a break, where there is none beside it. */
function broken(text: string, indent: number, column: number): readonly string[] {
  const out: string[] = []
  let line = ''
  let at = column
  for (const [place, char] of Array.from(text).entries()) {
    const isAlone = text.charAt(place - 1) !== ' ' && text.charAt(place + 1) !== ' '
    if (char === ' ' && at > WIDTH && isAlone && place > 0 && place < text.length - 1) {
      out.push(line)
      line = ' '.repeat(indent)
      at = indent
      continue
    }
    line += char
    at += 1
  }
  return [...out, line]
}
