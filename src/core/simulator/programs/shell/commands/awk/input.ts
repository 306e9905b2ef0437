import type { Steps } from '../../../../clock'
import { bare } from '../lines/lineReader'
import type { LineReader } from '../lines/lineReader'
import { awkRegex } from './fields'
import { literalSource } from '../lines/posixRegex'

/** Records of what is read: lines, or what RS says. */
export class AwkInput {
  private text = ''
  private isAtEnd = false

  constructor(readonly reader: LineReader) {}

  /** Takes RS; gives the next record, undefined at the end. */
  *next(separator: string): Steps<string | undefined> {
    if (separator === '\n' && this.text === '') {
      const line = yield* this.reader.next()
      return line === undefined ? undefined : bare(line)
    }
    const isParagraph = separator === ''
    const end = isParagraph ? /\n\n+/ : separatorRegex(separator)
    for (;;) {
      if (isParagraph) this.text = this.text.replace(/^\n+/, '')
      const found = end.exec(this.text)
      // What matches nothing divides nothing.
      const match = found?.[0] === '' ? null : found
      // More of what comes may belong to it.
      const isWhole =
        separator.length === 1 || (match?.[0].length ?? 0) + (match?.index ?? 0) < this.text.length
      if (match !== null && (isWhole || this.isAtEnd)) {
        const record = this.text.slice(0, match.index)
        this.text = this.text.slice(match.index + match[0].length)
        return record
      }
      if (this.isAtEnd) {
        const rest = this.text
        this.text = ''
        return rest === '' ? undefined : isParagraph ? bare(rest) : rest
      }
      const line = yield* this.reader.next()
      if (line === undefined) this.isAtEnd = true
      else this.text += line
    }
  }
}

function separatorRegex(separator: string): RegExp {
  return new RegExp(separator.length === 1 ? literalSource(separator) : awkRegex(separator).source, 's')
}
