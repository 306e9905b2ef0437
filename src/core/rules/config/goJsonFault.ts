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
  '\t': String.raw`\t`,
  '\r': String.raw`\r`,
  '\n': String.raw`\n`,
  '\b': String.raw`\b`,
  '\f': String.raw`\f`,
}

/** What comes next in the text; `end` also where a fault has been found. */
type State = 'value' | 'firstItem' | 'firstKey' | 'key' | 'after' | 'end'

class Scanner {
  private at = 0
  private said: string | null = null
  private readonly within: ('{' | '[')[] = []

  constructor(private readonly text: string) {}

  fault(): string | null {
    for (let next: State = 'value'; next !== 'end';) {
      this.space()
      next = this.step(next)
    }
    return this.said
  }

  /** Reads one piece: a value or its beginning, a key, or what stands between. */
  private step(state: State): State {
    const char = this.here()
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

  /** The letter that is next, or nothing at the end. */
  private here(): string {
    return this.text[this.at] ?? ''
  }

  /** Notes the fault; gives false, for what is not read to its end. */
  private fail(context: string): false {
    const code = this.text.codePointAt(this.at)
    this.said =
      code === undefined
        ? 'unexpected end of JSON input'
        : `invalid character ${quotedChar(String.fromCodePoint(code))} ${context}`
    return false
  }

  private space(): void {
    while (this.here() !== '' && SPACE.includes(this.here())) this.at += 1
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
    const isRead = char === '"' ? this.string() : this.fail('looking for beginning of object key string')
    if (!isRead) return 'end'
    this.space()
    if (this.here() !== ':') this.fail('after object key')
    this.at += 1
    return this.said === null ? 'value' : 'end'
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
    if (this.said !== null) return 'end'
    return bracket === '{' ? 'key' : 'value'
  }

  private value(char: string): State {
    if (char === '{' || char === '[') return this.open(char)
    return this.scalar(char) ? 'after' : 'end'
  }

  private scalar(char: string): boolean {
    if (char === '"') return this.string()
    return char === '-' || isDigit(char) ? this.number() : this.literal(char)
  }

  private literal(char: string): boolean {
    const word = LITERALS.find((each) => char !== '' && each.startsWith(char))
    if (word === undefined) return this.fail('looking for beginning of value')
    for (const expected of word) {
      if (this.here() !== expected) return this.fail(`in literal ${word} (expecting '${expected}')`)
      this.at += 1
    }
    return true
  }

  private string(): boolean {
    for (this.at += 1; this.here() !== '"'; this.at += 1) {
      if (this.here() < ' ') return this.fail('in string literal')
      if (this.here() === '\\' && !this.escape()) return false
    }
    this.at += 1
    return true
  }

  private escape(): boolean {
    this.at += 1
    const char = this.here()
    if (char === '' || !String.raw`bfnrt\/"u`.includes(char)) return this.fail('in string escape code')
    for (let left = char === 'u' ? 4 : 0; left > 0; left--) {
      this.at += 1
      if (!/[0-9a-fA-F]/.test(this.here())) return this.fail(String.raw`in \u hexadecimal character escape`)
    }
    return true
  }

  private number(): boolean {
    if (this.here() === '-') this.at += 1
    if (this.here() === '0') this.at += 1
    else if (!this.digits('in numeric literal')) return false
    if (this.here() === '.') {
      this.at += 1
      if (!this.digits('after decimal point in numeric literal')) return false
    }
    if (this.here() !== 'e' && this.here() !== 'E') return true
    this.at += 1
    if (this.here() === '+' || this.here() === '-') this.at += 1
    return this.digits('in exponent of numeric literal')
  }

  /** One digit or more. */
  private digits(context: string): boolean {
    if (!isDigit(this.here())) return this.fail(context)
    while (isDigit(this.here())) this.at += 1
    return true
  }
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}

/** As quoteChar of scanner.go, which looks at the first byte alone. */
function quotedChar(char: string): string {
  if (char === "'") return String.raw`'\''`
  if (char === '"') return `'"'`
  const escape = ESCAPES[char]
  if (escape !== undefined) return `'${escape}'`
  const code = char.codePointAt(0) ?? 0
  if (code < 0x20) return String.raw`'\x${code.toString(16).padStart(2, '0')}'`
  const [byte = 0] = new TextEncoder().encode(char)
  return `'${String.fromCodePoint(byte)}'`
}
