import type { Json, JsonArray, JsonObject } from '../kubernetes/json'
import type { Path } from '../kubernetes/path'
import { keyText, quotedEnd, scalarValue } from './scan'
import type { Token } from './token'

/** What stands in brackets or braces, as far as it goes. */
export interface Flow {
  readonly value: Json
  readonly tokens: readonly Token[]
  readonly end: number
}

/** Takes a text, where a `{` or `[` stands, how far it may go, and the path of its value; gives what is in it, closed or not. */
export function readFlow(text: string, start: number, limit: number, path: Path, lineStart: number): Flow {
  const tokens: Token[] = []
  let at = start

  const skip = (): void => {
    const match = /^(?:\s|(?<=\s)#.*)*/.exec(text.slice(at, limit))
    at += match?.[0].length ?? 0
  }

  /** Reads a quoted or plain piece; gives where it ends. */
  const pieceEnd = (): number => {
    if (text[at] === '"' || text[at] === "'") return quotedEnd(text, at, limit) ?? lineEnd()
    const plain = /^(?:[^,[\]{}:\s]|:(?![\s,[\]{}]|$)| (?=\S)(?![#,[\]{}]|: ))*/.exec(
      text.slice(at, lineEnd()),
    )
    return at + (plain?.[0].length ?? 0)
  }
  const lineEnd = (): number => {
    const end = text.indexOf('\n', at)
    return end < 0 ? limit : Math.min(end, limit)
  }
  const token = (end: number, of: Path, role: Token['role'], hasColon: boolean, isFirst: boolean): void => {
    tokens.push({ start: at, end, path: of, role, hasColon, inFlow: true, isFirst, column: at - lineStart })
  }

  const value = (of: Path, isFirst: boolean): Json => {
    if (text[at] === '{') return mapping(of)
    if (text[at] === '[') return sequence(of)
    const end = pieceEnd()
    if (end === at) return null
    const written = text.slice(at, end)
    token(end, of, 'value', false, isFirst)
    at = end
    return scalarValue(written)
  }

  const mapping = (of: Path): JsonObject => {
    const result: JsonObject = {}
    at += 1
    for (skip(); at < limit && text[at] !== '}' && text[at] !== ']'; skip()) {
      const end = pieceEnd()
      if (end === at) {
        at += 1
        continue
      }
      const key = keyText(text.slice(at, end))
      const hasColon = /^\s*:/.test(text.slice(end, limit))
      const inner = [...of, key]
      token(end, inner, 'key', hasColon, false)
      at = hasColon ? text.indexOf(':', end) + 1 : end
      skip()
      const held = hasColon ? value(inner, false) : null
      if (key !== '__proto__') result[key] = held
    }
    if (text[at] === '}') at += 1
    return result
  }

  const sequence = (of: Path): JsonArray => {
    const result: JsonArray = []
    at += 1
    for (skip(); at < limit && text[at] !== ']' && text[at] !== '}'; skip()) {
      if (text[at] === ',' || text[at] === ':') {
        at += 1
        continue
      }
      const before = at
      result.push(value([...of, result.length], true))
      if (at === before) at += 1
    }
    if (text[at] === ']') at += 1
    return result
  }

  const read = value(path, false)
  return { value: read, tokens, end: at }
}
