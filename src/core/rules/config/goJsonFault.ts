/*
 * What Go's encoding/json says of a text that it is to read as an object (scanner.go, decode.go).
 */

/** Takes a text; gives what is wrong with it as the JSON of an object, in Go's words, or null. */
export function goJsonFault(text: string): string | null {
  const fault = new Scanner(text).fault()
  if (fault !== null) return fault
  const [first = ''] = text.trim()
  const kind = KINDS.find(({ starts }) => starts.includes(first))?.kind
  return kind === undefined
    ? null
    : `json: cannot unmarshal ${kind} into Go value of type map[string]interface {}`
}

/** What can't be read as an object although it is JSON, by its first letter. */
const KINDS = [
  { starts: '[', kind: 'array' },
  { starts: '"', kind: 'string' },
  { starts: '-0123456789', kind: 'number' },
  { starts: 'tf', kind: 'bool' },
] as const

const LITERALS = ['true', 'false', 'null'] as const
const SPACE = ' \t\r\n'
const ESCAPES: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\r': '\\r',
  '\n': '\\n',
  '\b': '\\b',
  '\f': '\\f',
}
const END = 'unexpected end of JSON input'

/** Signals the first fault: the scanner below stops at it. */
class Fault extends Error {}

/** What comes next in the text. */
type State = 'value' | 'firstItem' | 'firstKey' | 'key' | 'after' | 'end'

class Scanner {
  private at = 0
  private readonly within: ('{' | '[')[] = []

  constructor(private readonly text: string) {}

  fault(): string | null {
    try {
      for (let next: State = 'value'; next !== 'end';) {
        this.space()
        next = this.step(next)
      }
      return null
    } catch (thrown) {
      if (thrown instanceof Fault) return thrown.message
      throw thrown
    }
  }

  /** Reads one piece: a value or its beginning, a key, or what stands between. */
  private step(state: State): State {
    const char = this.text[this.at] ?? ''
    switch (state) {
      case 'value':
        return this.value(char)
      case 'firstItem':
        return char === ']' ? this.close() : 'value'
      case 'firstKey':
        return char === '}' ? this.close() : 'key'
      case 'key':
        return this.key(char)
      case 'after':
        return this.after(char)
      case 'end':
        return 'end'
    }
  }

  private open(bracket: '{' | '['): State {
    this.at += 1
    this.within.push(bracket)
    return bracket === '{' ? 'firstKey' : 'firstItem'
  }

  private close(): State {
    this.at += 1
    this.within.pop()
    return 'after'
  }

  private key(char: string): State {
    if (char !== '"') this.fail('looking for beginning of object key string')
    this.string()
    this.space()
    if (this.text[this.at] !== ':') this.fail('after object key')
    this.at += 1
    return 'value'
  }

  private after(char: string): State {
    const bracket = this.within.at(-1)
    if (bracket === undefined) {
      if (char !== '') this.fail('after top-level value')
      return 'end'
    }
    if (char === (bracket === '{' ? '}' : ']')) return this.close()
    if (char !== ',') this.fail(bracket === '{' ? 'after object key:value pair' : 'after array element')
    this.at += 1
    return bracket === '{' ? 'key' : 'value'
  }

  private fail(context: string): never {
    const char = this.text[this.at]
    if (char === undefined) throw new Fault(END)
    throw new Fault(`invalid character ${quotedChar(char)} ${context}`)
  }

  private space(): void {
    while (SPACE.includes(this.text[this.at] ?? 'x')) this.at += 1
  }

  private value(char: string): State {
    if (char === '{' || char === '[') return this.open(char)
    if (char === '"') this.string()
    else if (char === '-' || isDigit(char)) this.number()
    else this.literal(char)
    return 'after'
  }

  private literal(char: string): void {
    const word = LITERALS.find((each) => char !== '' && each.startsWith(char))
    if (word === undefined) this.fail('looking for beginning of value')
    for (const expected of word) {
      if (this.text[this.at] !== expected) this.fail(`in literal ${word} (expecting '${expected}')`)
      this.at += 1
    }
  }

  private string(): void {
    for (this.at += 1; this.text[this.at] !== '"'; this.at += 1) {
      const char = this.text[this.at]
      if (char === undefined || char < ' ') this.fail('in string literal')
      if (char !== '\\') continue
      this.at += 1
      const escaped = this.text[this.at]
      if (escaped === undefined || !'bfnrt\\/"u'.includes(escaped)) this.fail('in string escape code')
      if (escaped === 'u')
        for (let i = 0; i < 4; i++) {
          this.at += 1
          if (!/[0-9a-fA-F]/.test(this.text[this.at] ?? '')) this.fail('in \\u hexadecimal character escape')
        }
    }
    this.at += 1
  }

  private number(): void {
    if (this.text[this.at] === '-') this.at += 1
    if (!isDigit(this.text[this.at] ?? '')) this.fail('in numeric literal')
    if (this.text[this.at] === '0') this.at += 1
    else this.digits()
    if (this.text[this.at] === '.') {
      this.at += 1
      if (!isDigit(this.text[this.at] ?? '')) this.fail('after decimal point in numeric literal')
      this.digits()
    }
    if (this.text[this.at] !== 'e' && this.text[this.at] !== 'E') return
    this.at += 1
    if (this.text[this.at] === '+' || this.text[this.at] === '-') this.at += 1
    if (!isDigit(this.text[this.at] ?? '')) this.fail('in exponent of numeric literal')
    this.digits()
  }

  private digits(): void {
    while (isDigit(this.text[this.at] ?? '')) this.at += 1
  }
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}

/** As quoteChar of scanner.go. */
function quotedChar(char: string): string {
  if (char === "'") return String.raw`'\''`
  if (char === '"') return `'"'`
  const [code = 0] = [char.codePointAt(0)]
  if (code >= 0x80) return `'${String.fromCodePoint(0xc0 | (code >> 6))}'`
  const escape = ESCAPES[char]
  if (escape !== undefined) return `'${escape}'`
  return code < 0x20 ? `'\\x${code.toString(16).padStart(2, '0')}'` : `'${char}'`
}
