/*
 * A line of the terminal, taken apart: words, pipes, `;`, `&&`, `||`, `&`, quotes and `$(…)`. It is a small part of what a
 * shell knows; what it does not know it refuses with a clear word.
 */

/** A part of a word: a text, or a line whose output takes its place. */
export type Part =
  | { readonly text: string; readonly quoted: boolean }
  | { readonly substitution: string; readonly quoted: boolean }

export type Word = readonly Part[]

/** A command of a pipeline. */
export interface SplitCommand {
  readonly words: readonly Word[]
  /** Where its errors go. */
  readonly errors: 'terminal' | 'output' | 'nowhere'
  /** Whether its output goes to /dev/null. */
  readonly isSilent: boolean
}

/** Commands with pipes between, and what follows them. */
export interface Pipeline {
  readonly commands: readonly SplitCommand[]
  readonly followedBy: ';' | '&&' | '||' | '&'
}

export type SplitLine = { readonly pipelines: readonly Pipeline[] } | { readonly error: string }

/** Operators, the longer ones first. */
const OPERATORS = ['&&', '||', ';', '|', '&', '\n'] as const

/** What leads a command's output elsewhere, and what comes of it. */
const REDIRECTIONS: readonly (readonly [RegExp, Partial<Pick<SplitCommand, 'errors' | 'isSilent'>>])[] = [
  [/^2>&1/, { errors: 'output' }],
  [/^2>\s*\/dev\/null/, { errors: 'nowhere' }],
  [/^&>\s*\/dev\/null/, { errors: 'nowhere', isSilent: true }],
  [/^1?>\s*\/dev\/null/, { isSilent: true }],
]

/** What a shell knows and this terminal does not, where it stands outside quotes. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/^<<</, 'here-strings (<<<)'],
  [/^<</, 'here-documents (<<)'],
  [/^<\(/, 'process substitution'],
  [/^</, 'reading from a file (<)'],
  [/^>/, 'writing to a file (>)'],
  [/^`/, 'backquotes'],
  [/^[()]/, 'parentheses'],
]

const KEYWORDS: ReadonlySet<string> = new Set([
  'while',
  'until',
  'for',
  'if',
  'case',
  'function',
  'do',
  'then',
])

class Refused extends Error {}

/** Takes a line; gives its pipelines, or what of it is not supported here. */
export function splitLine(line: string): SplitLine {
  try {
    return { pipelines: new Splitter(line).split() }
  } catch (thrown) {
    if (thrown instanceof Refused) return { error: thrown.message }
    throw thrown
  }
}

class Splitter {
  private at = 0
  private readonly pipelines: Pipeline[] = []
  private commands: SplitCommand[] = []
  private words: Word[] = []
  private parts: Part[] | null = null
  private fate: Pick<SplitCommand, 'errors' | 'isSilent'> = { errors: 'terminal', isSilent: false }

  constructor(private readonly line: string) {}

  split(): readonly Pipeline[] {
    while (this.at < this.line.length) this.step()
    this.endPipeline(';')
    return this.pipelines
  }

  private get rest(): string {
    return this.line.slice(this.at)
  }

  private step(): void {
    const { rest } = this
    const char = rest.charAt(0)
    if (char === ' ' || char === '\t') {
      this.endWord()
      this.at += 1
    } else if (char === '#' && this.parts === null) this.at += /^[^\n]*/.exec(rest)?.[0].length ?? 1
    else if (this.redirection(rest)) return
    else if (this.operator(rest)) return
    else this.part(rest, char)
  }

  private redirection(rest: string): boolean {
    if (this.parts !== null && /^\d/.test(rest)) return false
    const found = REDIRECTIONS.find(([pattern]) => pattern.test(rest))
    if (found === undefined) return false
    const [pattern, fate] = found
    this.endWord()
    this.fate = { ...this.fate, ...fate }
    this.at += pattern.exec(rest)?.[0].length ?? 0
    return true
  }

  private operator(rest: string): boolean {
    const operator = OPERATORS.find((each) => rest.startsWith(each))
    if (operator === undefined) return false
    this.at += operator.length
    if (operator === '|') this.endCommand(true)
    else this.endPipeline(operator === '\n' ? ';' : operator, operator === '\n')
    return true
  }

  private part(rest: string, char: string): void {
    const unsupported = UNSUPPORTED.find(([pattern]) => pattern.test(rest))
    if (unsupported !== undefined) throw new Refused(`${unsupported[1]} is not supported in this terminal`)
    if (char === "'") this.single(rest)
    else if (char === '"') this.double()
    else if (char === '\\') {
      if (rest.charAt(1) !== '\n') this.add(rest.charAt(1), true)
      this.at += 2
    } else if (char === '$' && this.dollar(false)) return
    else {
      this.add(char, false)
      this.at += 1
    }
  }

  private single(rest: string): void {
    const end = rest.indexOf("'", 1)
    if (end < 0) throw new Refused("a quote (') is not closed")
    this.add(rest.slice(1, end), true)
    this.at += end + 1
  }

  private double(): void {
    this.at += 1
    this.add('', true)
    for (;;) {
      const { rest } = this
      const char = rest.charAt(0)
      if (char === '') throw new Refused('a quote (") is not closed')
      this.at += 1
      if (char === '"') return
      if (char === '\\' && /^\\["\\$`\n]/.test(rest)) {
        if (rest.charAt(1) !== '\n') this.add(rest.charAt(1), true)
        this.at += 1
      } else if (char === '$') {
        this.at -= 1
        if (this.dollar(true)) continue
        this.add('$', true)
        this.at += 1
      } else this.add(char, true)
    }
  }

  /** At a `$`: a substitution is taken, a variable refused; says whether it was either. */
  private dollar(quoted: boolean): boolean {
    const { rest } = this
    if (rest.startsWith('$((')) throw new Refused('arithmetic ($((…))) is not supported in this terminal')
    if (/^\$[A-Za-z_{?!@*#]/.test(rest))
      throw new Refused(
        `variables (${/^\$\{?\w*\}?/.exec(rest)?.[0] ?? '$'}) are not supported in this terminal`,
      )
    if (!rest.startsWith('$(')) return false
    const end = endOfSubstitution(rest)
    if (end < 0) throw new Refused('$( is not closed')
    this.parts = [...(this.parts ?? []), { substitution: rest.slice(2, end), quoted }]
    this.at += end + 1
    return true
  }

  private add(text: string, quoted: boolean): void {
    const parts = this.parts ?? []
    const last = parts.at(-1)
    if (last !== undefined && 'text' in last && last.quoted === quoted)
      this.parts = [...parts.slice(0, -1), { text: last.text + text, quoted }]
    else this.parts = [...parts, { text, quoted }]
  }

  private endWord(): void {
    if (this.parts === null) return
    const [first] = this.parts
    const isFirst = this.words.length === 0 && this.parts.length === 1
    if (isFirst && first !== undefined && 'text' in first && !first.quoted && KEYWORDS.has(first.text))
      throw new Refused(`"${first.text}" is not supported in this terminal: it has no loops and conditions`)
    this.words.push(this.parts)
    this.parts = null
  }

  private endCommand(isPiped: boolean): void {
    this.endWord()
    if (this.words.length === 0) {
      if (isPiped || this.commands.length > 0) throw new Refused('there is no command beside the pipe (|)')
      return
    }
    this.commands.push({ words: this.words, ...this.fate })
    this.words = []
    this.fate = { errors: 'terminal', isSilent: false }
  }

  private endPipeline(followedBy: Pipeline['followedBy'], mayBeEmpty = true): void {
    const isLast = this.at >= this.line.length
    this.endCommand(false)
    if (this.commands.length === 0) {
      if (!mayBeEmpty && !(isLast && followedBy === ';'))
        throw new Refused(`there is no command before "${followedBy}"`)
      return
    }
    this.pipelines.push({ commands: this.commands, followedBy })
    this.commands = []
  }
}

/** Where the parenthesis of a `$(` at the beginning closes. */
function endOfSubstitution(text: string): number {
  let depth = 0
  let quote = ''
  for (let at = 1; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === "'" || char === '"') quote = char
    else if (char === '(') depth += 1
    else if (char === ')') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}
