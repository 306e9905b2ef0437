import { literalSource, posixRegex } from '../lines/posixRegex'
import { AwkError } from './syntax'
import { inputValue, UNSET } from './value'
import type { AwkValue } from './value'

/** Takes the source of an expression; gives it as awk reads it. Throws an AwkError where it can't be read. */
export function awkRegex(source: string): RegExp {
  const regex = posixRegex(source, { isExtended: true, hasBracketEscapes: true })
  if (regex === undefined) throw new AwkError(`bad regex '${source}'`)
  return regex
}

/** Takes text and a separator (FS, or of `split`); gives the parts: a blank stands for any blanks, one other character for itself. */
export function splitBy(text: string, separator: string): readonly string[] {
  if (separator === ' ') return text.match(/[^ \t\n]+/g) ?? []
  if (text === '') return []
  if (separator === '') return Array.from(text)
  if (separator.length === 1 && separator !== '\\') return text.split(separator)
  const source = separator === '\\' ? literalSource(separator) : awkRegex(separator).source
  // Groups of the expression would be parts too.
  const parts: string[] = []
  let start = 0
  for (const match of text.matchAll(new RegExp(source, 'gs'))) {
    if (match[0] === '') continue
    parts.push(text.slice(start, match.index))
    start = match.index + match[0].length
  }
  parts.push(text.slice(start))
  return parts
}

/** The record that is worked on, and its fields: each is made from the other when it is asked for. */
export class AwkRecord {
  private text = ''
  private fields: string[] = []
  private isSplit = true
  private isJoined = true

  /** Takes what gives FS and OFS now. */
  constructor(
    private readonly separator: () => string,
    private readonly joiner: () => string,
  ) {}

  /** `$0`. */
  set(text: string): void {
    this.text = text
    this.isSplit = false
    this.isJoined = true
  }

  /** Takes a number; gives that field, 0 for the record. Throws an AwkError where there can't be one. */
  get(number: number): AwkValue {
    const at = Math.trunc(number)
    if (at < 0) throw new AwkError('Access to negative field')
    if (at === 0) {
      if (!this.isJoined) this.text = this.fields.join(this.joiner())
      this.isJoined = true
      return inputValue(this.text)
    }
    this.split()
    const field = this.fields[at - 1]
    return field === undefined ? UNSET : inputValue(field)
  }

  /** Takes a number and text; sets that field. */
  setField(number: number, text: string): void {
    const at = Math.trunc(number)
    if (at === 0) {
      this.set(text)
      return
    }
    if (at < 0 || at > MOST_FIELDS) throw new AwkError('Access to negative field')
    this.split()
    while (this.fields.length < at) this.fields.push('')
    this.fields[at - 1] = text
    this.isJoined = false
  }

  /** `NF`. */
  get count(): number {
    this.split()
    return this.fields.length
  }

  set count(count: number) {
    this.split()
    const wanted = Math.min(Math.max(0, Math.trunc(count)), MOST_FIELDS)
    this.fields = Array.from({ length: wanted }, (_, at) => this.fields[at] ?? '')
    this.isJoined = false
  }

  private split(): void {
    if (this.isSplit) return
    this.fields = [...splitBy(this.text, this.separator())]
    this.isSplit = true
  }
}

const MOST_FIELDS = 100_000
