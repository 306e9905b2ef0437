/** A word that is expanded: its text, and where a part of it was not quoted, the pattern that it is. */
export interface Field {
  text: string
  /** As `text`, with a backslash before what was quoted. */
  pattern: string
  hasGlob: boolean
}

const GLOB = /[*?[]/
const SPECIAL = /[*?[\]\\!^-]/g

/** Takes text; gives the pattern that matches it and nothing else. */
function quotePattern(text: string): string {
  return text.replaceAll(SPECIAL, String.raw`\$&`)
}

/** Puts the expanded parts of a word together into fields: quoted parts stay whole, others are split (POSIX 2.6.5). */
export class Fields {
  readonly done: Field[] = []
  private current: Field | undefined

  constructor(private readonly separators: string) {}

  /** Takes text that was quoted: it is taken literally, and makes a field even where it is empty. */
  quoted(text: string): void {
    const field = this.open()
    field.text += text
    field.pattern += quotePattern(text)
  }

  /** Takes text of the script that was not quoted: it may be a pattern, but is not split. */
  literal(text: string): void {
    if (text === '') return
    const field = this.open()
    field.text += text
    field.pattern += text
    field.hasGlob ||= GLOB.test(text)
  }

  /** Takes what an expansion gave that was not quoted: it is split. */
  split(text: string): void {
    if (text === '') return
    if (this.separators === '') {
      this.literal(text)
      return
    }
    let word = ''
    for (const character of text) {
      if (!this.separators.includes(character)) {
        word += character
        continue
      }
      const isBlank = ' \t\n'.includes(character)
      this.literal(word)
      if (!isBlank && word === '') this.open()
      word = ''
      this.end()
    }
    this.literal(word)
  }

  /** Takes the values of `"$@"`: each is a field of its own, the first one joined to what is before it. */
  each(values: readonly string[]): void {
    for (const [at, value] of values.entries()) {
      if (at > 0) this.end()
      this.quoted(value)
    }
  }

  /** The field that is being put together is complete. */
  end(): void {
    if (this.current !== undefined) this.done.push(this.current)
    this.current = undefined
  }

  private open(): Field {
    this.current ??= { text: '', pattern: '', hasGlob: false }
    return this.current
  }
}
