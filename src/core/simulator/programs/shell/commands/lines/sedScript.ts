import { posixRegex } from './posixRegex'

/** Which lines a command of sed is for. An expression that is undefined stands for the last one that was used. */
export type SedAddress =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'step'; readonly first: number; readonly step: number }
  | { readonly kind: 'last' }
  | { readonly kind: 'regex'; readonly regex: RegExp | undefined }
  | { readonly kind: 'more'; readonly count: number }
  | { readonly kind: 'multiple'; readonly of: number }

/** `s/regex/replacement/flags`. */
export interface SedSubstitution {
  readonly regex: RegExp | undefined
  readonly replacement: string
  readonly isGlobal: boolean
  /** From which match on. */
  readonly nth: number
  readonly isPrinted: boolean
  readonly file: string | undefined
}

export interface SedCommand {
  readonly name: string
  readonly from: SedAddress | undefined
  readonly to: SedAddress | undefined
  readonly isNegated: boolean
  /** Text, label, file or exit code. */
  readonly argument: string
  readonly substitution: SedSubstitution | undefined
  /** For `y`. */
  readonly characters: ReadonlyMap<string, string> | undefined
  /** For `{`: the place of the `}` that belongs to it. */
  end: number
}

/** A script that can't be read, in busybox' words. */
export class SedError extends Error {}

/** Takes the text of a script and whether its expressions are extended; gives its commands. Throws a SedError where it can't be read. */
export function parseSed(text: string, isExtended: boolean): readonly SedCommand[] {
  return new SedParser(text, isExtended).parse()
}

const SIMPLE = '=dDgGhHnNpPxlz'
const WITH_WORD: ReadonlySet<string> = new Set([':', 'b', 't', 'T'])

class SedParser {
  private at = 0
  private readonly commands: SedCommand[] = []
  private readonly open: SedCommand[] = []

  constructor(
    private readonly text: string,
    private readonly isExtended: boolean,
  ) {}

  parse(): readonly SedCommand[] {
    for (;;) {
      this.take(/[\s;]*/y)
      if (this.at >= this.text.length) break
      if (this.take(/#[^\n]*/y) === undefined) this.command()
    }
    if (this.open.length > 0) throw new SedError('unmatched {')
    return this.commands
  }

  private command(): void {
    const from = this.address()
    let to: SedAddress | undefined
    if (from !== undefined && this.take(/\s*,\s*/y) !== undefined) {
      to = this.address()
      if (to === undefined) throw new SedError('no address after comma')
    }
    this.take(/\s*/y)
    const isNegated = this.take(/!+\s*/y) !== undefined
    const name = this.text.charAt(this.at)
    this.at += 1
    const base = {
      name,
      from,
      to,
      isNegated,
      argument: '',
      substitution: undefined,
      characters: undefined,
      end: 0,
    }
    if (name === '}') {
      const start = this.open.pop()
      if (start === undefined) throw new SedError('unexpected }')
      start.end = this.commands.length
      return
    }
    const command = this.withArguments(name, base)
    this.commands.push(command)
    if (name === '{') this.open.push(command)
    else if (this.take(/[ \t]*(?=[};#\n]|$)/y) === undefined)
      throw new SedError('extra characters after command')
  }

  private withArguments(name: string, base: SedCommand): SedCommand {
    if (name === '{' || (name !== '' && SIMPLE.includes(name))) return base
    if (WITH_WORD.has(name)) return { ...base, argument: this.take(/[ \t]*([^\n;}]*)/y)?.[1]?.trim() ?? '' }
    if (name === 'q' || name === 'Q') return { ...base, argument: this.take(/[ \t]*(\d*)/y)?.[1] ?? '' }
    if (name === 'r' || name === 'w') return { ...base, argument: this.take(/[ \t]*([^\n]*)/y)?.[1] ?? '' }
    if (name === 'a' || name === 'i' || name === 'c') return { ...base, argument: this.lines() }
    if (name === 's') return { ...base, substitution: this.substitution() }
    if (name === 'y') return { ...base, characters: this.characters() }
    throw new SedError(name === '' ? 'missing command' : `unsupported command ${name}`)
  }

  /** The text of `a`, `i` and `c`: to the end of the line, on over what ends with a backslash. */
  private lines(): string {
    const [, text = ''] = this.take(/[ \t]*(?:\\[ \t]*\n?[ \t]*)?((?:\\[^]|[^\n\\])*)/y) ?? []
    if (text === '' && this.at >= this.text.length) throw new SedError("expected \\ after `a', `c' or `i'")
    return text.replaceAll(/\\([^])/g, (_, next: string) => (next === 't' ? '\t' : next))
  }

  private address(): SedAddress | undefined {
    const number = this.take(/(\d+)(?:~(\d+))?/y)
    if (number !== undefined) {
      const [, first = '', step] = number
      return step === undefined
        ? { kind: 'line', line: Number(first) }
        : { kind: 'step', first: Number(first), step: Number(step) }
    }
    if (this.take(/\$/y) !== undefined) return { kind: 'last' }
    const relative = this.take(/([+~])(\d+)/y)
    if (relative !== undefined) {
      const count = Number(relative[2])
      return relative[1] === '+' ? { kind: 'more', count } : { kind: 'multiple', of: count }
    }
    const custom = this.take(/\\(?=[^\n\\])|(?=\/)/y)
    if (custom === undefined) return undefined
    const delimiter = this.text.charAt(this.at)
    this.at += 1
    const pattern = this.until(delimiter, true)
    const isCaseIgnored = this.take(/I/y) !== undefined
    return { kind: 'regex', regex: this.regex(pattern, isCaseIgnored) }
  }

  private regex(pattern: string, isCaseIgnored: boolean): RegExp | undefined {
    if (pattern === '') return undefined
    const regex = posixRegex(pattern, { isExtended: this.isExtended, isCaseIgnored })
    if (regex === undefined) throw new SedError(`bad regex '${pattern}'`)
    return regex
  }

  private substitution(): SedSubstitution {
    const delimiter = this.text.charAt(this.at)
    this.at += 1
    const pattern = this.until(delimiter, true)
    const replacement = this.until(delimiter, false)
    const [, flags = '', file] = this.take(/([gpiIeMm\d]*)(?:w[ \t]*([^\n]*))?/y) ?? []
    const nth = /\d+/.exec(flags)?.[0]
    const regex = this.regex(pattern, /i/i.test(flags))
    const groups = new RegExp(`${regex?.source ?? ''}|`).exec('')?.length ?? 1
    const reference = /(?:^|[^\\])(?:\\\\)*\\([1-9])/.exec(replacement)?.[1]
    if (regex !== undefined && reference !== undefined && Number(reference) >= groups)
      throw new SedError(`invalid reference \\${reference} on 's' command's RHS`)
    return {
      regex,
      replacement,
      isGlobal: flags.includes('g'),
      nth: nth === undefined ? 1 : Number(nth),
      isPrinted: flags.includes('p'),
      file,
    }
  }

  private characters(): ReadonlyMap<string, string> {
    const delimiter = this.text.charAt(this.at)
    this.at += 1
    const [from, to] = [this.until(delimiter, false), this.until(delimiter, false)].map((part) =>
      Array.from(part.replaceAll(/\\([^])/g, (_, next: string) => (next === 'n' ? '\n' : next))),
    )
    if (from?.length !== to?.length) throw new SedError('y: strings have different lengths')
    return new Map(from?.map((character, at) => [character, to?.[at] ?? '']))
  }

  /** Gives the text up to a delimiter, and goes past it. A delimiter with a backslash before it is itself. */
  private until(delimiter: string, isRegex: boolean): string {
    let text = ''
    for (let isInside = false; this.at < this.text.length; this.at += 1) {
      const character = this.text.charAt(this.at)
      const next = this.text.charAt(this.at + 1)
      if (character === '\\' && !isInside) {
        this.at += 1
        text += next === delimiter && !(isRegex && '.*[]^$+?(){}|'.includes(next)) ? next : character + next
        continue
      }
      if (character === delimiter && !isInside) {
        this.at += 1
        return text
      }
      if (isRegex && character === '[' && !isInside) isInside = this.hasBracketEnd()
      else if (isInside && character === ']' && !/\[\^?$/.test(text)) isInside = false
      text += character
    }
    throw new SedError(`unmatched '${delimiter}'`)
  }

  private hasBracketEnd(): boolean {
    return /^\[\^?\][^\]\n]*\]|^\[[^\]\n]*\]/.test(this.text.slice(this.at))
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.text)
    if (match === null) return undefined
    this.at = pattern.lastIndex
    return match
  }
}
