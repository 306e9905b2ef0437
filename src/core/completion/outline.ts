import { isArray, isObject, type Json, type JsonArray, type JsonObject } from '../kubernetes/json'
import type { Path } from '../kubernetes/path'
import { readFlow } from './flow'
import { isDash, keyEnd, keyText, plainEnd, quotedEnd, scalarValue, skipProperties } from './scan'
import type { Token } from './token'

/*
 * What a text means while somebody types in it, as far as its lines and indentation tell: `core/yaml` reads a text
 * wholly or not at all, and a text with half a word in it is often not to be read. Nothing here refuses anything;
 * lines that fit nowhere are passed over. On texts that can be read, both say the same (outline.test.ts).
 */

/** The outline of a text. */
export interface Outline {
  readonly documents: readonly Json[]
  readonly tokens: readonly Token[]
  /** Columns from a key to the keys below it. */
  readonly mapStep: number
  /** Columns from a key to the dashes below it. */
  readonly dashStep: number
}

/** A collection that later lines may go on with. */
interface Open {
  readonly column: number
  readonly path: Path
  readonly node: JsonObject | JsonArray
  /** The key or index of its last entry. */
  last: string | number | null
}

/** A word on a line of its own where a value may be: perhaps the beginning of a key. */
interface Word {
  readonly column: number
  readonly path: Path
  readonly text: string
}

/** Takes a text; gives its outline. Never throws. */
export function outlineOf(text: string): Outline {
  return new OutlineReader(text).read()
}

class OutlineReader {
  private readonly documents: Json[] = []
  private readonly tokens: Token[] = []
  private stack: Open[] = []
  private word: Word | null = null
  private inDocument = false
  private mapStep: number | null = null
  private dashStep: number | null = null

  constructor(private readonly text: string) {}

  read(): Outline {
    for (let at = 0; at < this.text.length;) at = this.line(at)
    const { documents, tokens, mapStep, dashStep } = this
    return { documents, tokens, mapStep: mapStep ?? 2, dashStep: dashStep ?? 2 }
  }

  /** Reads a line, or several that belong together; gives where the next begins. */
  private line(start: number): number {
    const { text } = this
    const end = endOf(text, start)
    const line = text.slice(start, end)
    if (/^(?:---|\.\.\.)(?=\s|$)/.test(line)) {
      this.inDocument = false
      if (line.startsWith('-')) this.begin()
      return end + 1
    }
    if (/^\s*(?:#|$)/.test(line) || line.startsWith('%')) return end + 1
    if (!this.inDocument) this.begin()
    let at = start + line.search(/\S/)
    let isAfterDash = false
    while (isDash(text, at)) {
      if (!this.dash(at - start)) return end + 1
      isAfterDash = true
      at += 1
      while (text[at] === ' ') at += 1
    }
    if (at >= end || text[at] === '#') return end + 1
    return this.content(start, at, isAfterDash)
  }

  private begin(): void {
    this.inDocument = true
    this.documents.push(null)
    this.stack = []
    this.word = null
  }

  private content(lineStart: number, start: number, isAfterDash: boolean): number {
    const { text } = this
    const at = skipProperties(text, start)
    const column = start - lineStart
    const colon = keyEnd(text, at)
    if (colon !== null) {
      const key = keyText(text.slice(at, colon.end))
      const path = this.entry(column, key)
      if (path === null) return endOf(text, at) + 1
      this.token({ start: at, end: colon.end, path, role: 'key', hasColon: true, column })
      return this.value(skipProperties(text, colon.colon + 1), path, column, lineStart, false)
    }
    const slot = this.slotFor(column)
    const parent = this.stack.at(-1)?.column ?? -1
    if (slot === 'key' && !isAfterDash) {
      const end = plainEnd(text, at)
      const key = keyText(text.slice(at, end))
      const path = this.entry(column, key)
      if (path !== null) this.token({ start: at, end, path, role: 'key', hasColon: false, column })
      return endOf(text, at) + 1
    }
    return slot === 'key' || slot === null
      ? endOf(text, at) + 1
      : this.value(at, slot, parent, lineStart, true)
  }

  /** Reads what stands behind a colon or a dash, or on the line below; `parent` is the column it must be deeper than. */
  private value(at: number, path: Path, parent: number, lineStart: number, isFirst: boolean): number {
    const { text } = this
    const end = endOf(text, at)
    const char = text[at]
    if (at >= end || char === '#') return end + 1
    if (char === '|' || char === '>') {
      this.put(path, '')
      return this.afterDeeper(end + 1, parent)
    }
    if (char === '{' || char === '[') {
      const limit = this.flowLimit(end + 1, parent)
      const flow = readFlow(text, at, limit, path, lineStart)
      this.tokens.push(...flow.tokens)
      this.put(path, flow.value)
      return endOf(text, Math.max(at, flow.end - 1)) + 1
    }
    if (char === '*') return end + 1
    const last = char === '"' || char === "'" ? quotedEnd(text, at, this.afterDeeper(end + 1, parent)) : null
    const stop = last ?? plainEnd(text, at)
    const scalar = text.slice(at, stop)
    this.put(path, scalarValue(scalar))
    const column = at - lineStart
    this.token({ start: at, end: stop, path, role: 'value', hasColon: false, isFirst, column })
    this.word = isFirst ? { column, path, text: scalar } : null
    return endOf(text, stop) + 1
  }

  private token(token: Omit<Token, 'inFlow' | 'isFirst'> & { readonly isFirst?: boolean }): void {
    this.tokens.push({ isFirst: false, inFlow: false, ...token })
  }

  /** Where the lines end that are deeper than a column (or empty). */
  private afterDeeper(from: number, column: number): number {
    let at = from
    while (at < this.text.length) {
      const end = endOf(this.text, at)
      const indent = this.text.slice(at, end).search(/\S/)
      if (indent >= 0 && indent <= column) break
      at = end + 1
    }
    return Math.min(at, this.text.length)
  }

  /** Brackets that are never closed end with the lines below them; a closing one may stand as far left as it likes. */
  private flowLimit(from: number, parent: number): number {
    const deeper = this.afterDeeper(from, parent)
    return /^\s*[\]}]/.test(this.text.slice(deeper, endOf(this.text, deeper)))
      ? endOf(this.text, deeper)
      : Math.max(from - 1, deeper - 1)
  }

  /** Begins an item; says whether there is a place for it. */
  private dash(column: number): boolean {
    this.close(column)
    this.settleWord(column, true)
    let top = this.stack.at(-1)
    if (top === undefined || !isArray(top.node) || top.column !== column) {
      const slot = this.lastSlot()
      if (slot === null) return false
      const value = this.at(slot)
      if (value !== null && !isArray(value)) return false
      if (top && isObject(top.node)) this.dashStep ??= column - top.column
      top = this.open(column, slot, value ?? [])
    }
    if (!isArray(top.node)) return false
    top.node.push(null)
    top.last = top.node.length - 1
    return true
  }

  /** Begins an entry of a mapping; gives its path, or null where there is no place for it. */
  private entry(column: number, key: string): Path | null {
    this.close(column)
    this.settleWord(column, false)
    this.closeLists(column)
    let top = this.stack.at(-1)
    if (top === undefined || isArray(top.node) || top.column !== column) {
      const slot = this.lastSlot()
      if (slot === null) return null
      const value = this.at(slot)
      if (value !== null && !isObject(value)) return null
      if (top && isObject(top.node)) this.mapStep ??= column - top.column
      top = this.open(column, slot, value ?? {})
    }
    if (isArray(top.node) || key === '__proto__') return null
    top.node[key] = null
    top.last = key
    return [...top.path, key]
  }

  /** What a word at that column is: a `key` of the open mapping, or the value at a path; null where it goes on with a text. */
  private slotFor(column: number): 'key' | Path | null {
    this.close(column)
    this.closeLists(column)
    const top = this.stack.at(-1)
    if (top && isObject(top.node) && top.column === column) return 'key'
    const slot = this.lastSlot()
    if (slot === null) return null
    const value = this.at(slot)
    if (value === null) return slot
    if (isObject(value)) return 'key'
    // An item that lacks its dash.
    return isArray(value) ? [...slot, value.length] : null
  }

  /** Ends what is deeper than a column. */
  private close(column: number): void {
    while ((this.stack.at(-1)?.column ?? -1) > column) this.stack.pop()
  }

  /** Ends the lists whose dashes stand at a column: what stands there without a dash is none of their items. */
  private closeLists(column: number): void {
    for (
      let top = this.stack.at(-1);
      top && isArray(top.node) && top.column >= column;
      top = this.stack.at(-1)
    )
      this.stack.pop()
  }

  private open(column: number, path: Path, node: JsonObject | JsonArray): Open {
    const open: Open = { column, path, node, last: isArray(node) ? node.length - 1 : null }
    this.put(path, node)
    this.stack.push(open)
    return open
  }

  /** Where the value of the last entry is, or of the document. */
  private lastSlot(): Path | null {
    const top = this.stack.at(-1)
    if (top === undefined) return [this.documents.length - 1]
    return top.last === null || top.last === -1 ? null : [...top.path, top.last]
  }

  /** A word that has lines below it was a key; one that has dashes beside it was nothing yet. */
  private settleWord(column: number, isDashLine: boolean): void {
    const { word } = this
    this.word = null
    const slot = this.lastSlot()
    if (word === null || slot === null || slot.length !== word.path.length || column < word.column) return
    if (typeof this.at(slot) === 'object') return
    this.put(slot, null)
    if (isDashLine && column === word.column) return
    const key = keyText(word.text)
    if (key === '__proto__') return
    const open = this.open(word.column, slot, { [key]: null })
    open.last = key
  }

  private at(path: Path): Json {
    const holder = this.holder(path)
    return holder === null ? null : (Reflect.get(holder.node, holder.step) ?? null)
  }

  private put(path: Path, value: Json): void {
    const holder = this.holder(path)
    if (holder !== null) Reflect.set(holder.node, holder.step, value)
  }

  /** The collection that holds what is at a path: the documents, or the innermost open one that it belongs to. */
  private holder(path: Path): { node: JsonObject | JsonArray; step: string | number } | null {
    const step = path.at(-1)
    if (step === undefined) return null
    if (path.length === 1) return { node: this.documents, step }
    const open = this.stack.findLast((other) => other.path.length === path.length - 1)
    return open === undefined ? null : { node: open.node, step }
  }
}

function endOf(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
