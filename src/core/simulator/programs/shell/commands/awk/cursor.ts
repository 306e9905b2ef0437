import { AwkError } from './syntax'
import { tokenAt } from './tokens'
import type { AwkToken } from './tokens'

/** A way through the tokens of a program, one at a time. */
export class AwkCursor {
  protected token: AwkToken
  protected at = 0

  constructor(protected readonly text: string) {
    this.token = tokenAt(text, 0)
    this.at = this.token.end
  }

  protected name(): string {
    const { kind, text } = this.token
    if (kind !== 'name' && kind !== 'call') throw new AwkError('Unexpected token')
    this.advance()
    return text
  }

  protected is(text: string): boolean {
    const { kind } = this.token
    return (kind === 'sign' || kind === 'word') && this.token.text === text
  }

  protected nextIs(text: string): boolean {
    return tokenAt(this.text, this.at).text === text
  }

  protected isEnd(): boolean {
    return this.token.kind === 'newline' || this.token.kind === 'end' || this.is(';') || this.is('}')
  }

  protected takes(text: string): boolean {
    const isThere = this.is(text)
    if (isThere) this.advance()
    return isThere
  }

  protected want(text: string): void {
    if (!this.takes(text)) throw new AwkError('Unexpected token')
  }

  protected advance(): void {
    this.token = tokenAt(this.text, this.at)
    this.at = this.token.end
  }

  protected skipNewlines(): void {
    while (this.token.kind === 'newline') this.advance()
  }

  protected skipEnds(): void {
    while (this.token.kind === 'newline' || this.is(';')) this.advance()
  }
}
