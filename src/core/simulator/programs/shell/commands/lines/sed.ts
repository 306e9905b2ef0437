import { FileError } from '../../../../filesystem/fileSystem'
import type { Steps } from '../../../../clock'
import type { Call } from '../../shellState'
import { fileOutput } from '../../redirect'
import type { Output } from '../../streams'
import { complain, optionsOf, pathOf, say } from '../command'
import { bare, LineReader, readOrTell } from './lineReader'
import { parseSed, SedError } from './sedScript'
import type { SedAddress, SedCommand, SedSubstitution } from './sedScript'

const LONG: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '--quiet': '-n',
    '--silent': '-n',
    '--regexp-extended': '-E',
    '--in-place': '-i',
    '--separate': '-s',
    '--expression': '-e',
    '--file': '-f',
  }),
)

/** sed(1): runs its script over each line. */
export function* sed(call: Call): Steps<number> {
  const given = call.args.map((arg) => LONG.get(arg) ?? arg)
  const suffix = given
    .map((arg) => /^-[nErs]*i(.+)$|^--in-place=(.+)$/.exec(arg))
    .find((match) => match !== null)
  const {
    flags,
    operands,
    given: valued,
  } = optionsOf(
    given.map((arg) => arg.replace(/^(-[nErs]*i).+$/, '$1').replace(/^--in-place=.+$/, '-i')),
    'ef',
  )
  const files = [...operands]
  const parts: string[] = []
  for (const [name, value] of valued) {
    const text = name === 'f' || name === 'file' ? readOrTell(call, value) : value
    if (text === undefined) return 1
    parts.push(text.replace(/\n$/, ''))
  }
  if (valued.length === 0) parts.push(files.shift() ?? '')
  try {
    const script = parseSed(parts.join('\n'), flags.has('E') || flags.has('r'))
    const isQuiet = flags.has('n') || (parts[0]?.startsWith('#n\n') ?? false)
    if (!flags.has('i'))
      return yield* new SedRun(call, script, isQuiet, (text) => say(call, text)).over(files)
    let status = 0
    for (const file of files) {
      let text = ''
      const run = new SedRun(call, script, isQuiet, (written) => (text += written))
      const own = yield* run.over([file])
      status ||= own
      if (own !== 0) continue
      const { files: tree } = call.machine.process
      const path = pathOf(call, file)
      const [, short, long] = suffix ?? []
      const kept = short ?? long
      if (kept !== undefined) tree.write(`${path}${kept}`, tree.read(path))
      tree.write(path, text)
    }
    return status
  } catch (error) {
    if (error instanceof SedError) return complain(call, error.message)
    throw error
  }
}

type Next = 'end' | 'delete' | 'quit' | 'restart'

/** One run of a script: the pattern space and the hold space, and where it stands. */
class SedRun {
  private space = ''
  private hold = ''
  private number = 0
  private hasEnd = true
  private hasReplaced = false
  private lastRegex: RegExp | undefined
  private ahead: string | undefined
  private isAhead = false
  private exitCode = 0
  private reader: LineReader
  /** What is written after the line. */
  private after: string[] = []
  /** Ranges that have begun: where they end, if that is a line. */
  private readonly inside = new Map<SedCommand, number>()
  private readonly written = new Map<string, Output>()
  private readonly labels: ReadonlyMap<string, number>

  constructor(
    private readonly call: Call,
    private readonly script: readonly SedCommand[],
    private readonly isQuiet: boolean,
    private readonly write: (text: string) => void,
  ) {
    this.reader = new LineReader(call, [])
    this.labels = new Map(
      script.flatMap(({ name, argument }, at) => (name === ':' ? [[argument, at] as const] : [])),
    )
    for (const { name, argument } of script)
      if ('btT'.includes(name) && argument !== '' && !this.labels.has(argument))
        throw new SedError(`can't find label for jump to '${argument}'`)
  }

  /** Takes files; runs the script over their lines, and gives the status. */
  *over(files: readonly string[]): Steps<number> {
    this.reader = new LineReader(this.call, files)
    let next: Next = 'end'
    while (next !== 'quit') {
      if (next !== 'restart' && !(yield* this.read())) break
      yield* this.rest()
      next = yield* this.cycle()
      if (next === 'end') this.print()
      for (const text of this.after.splice(0)) this.write(text)
    }
    for (const output of this.written.values()) output.close()
    return this.exitCode === 0 ? this.reader.status : this.exitCode
  }

  /** A script that goes round for ever lets time go on. */
  private *rest(): Steps {
    const pause = this.call.machine.work()
    if (pause !== undefined) yield pause
  }

  private print(): void {
    if (!this.isQuiet) this.show(this.space)
  }

  /** A last line without an end stays so. */
  private show(text: string): void {
    this.write(this.hasEnd ? `${text}\n` : text)
  }

  private *line(): Steps<string | undefined> {
    if (!this.isAhead) return yield* this.reader.next()
    this.isAhead = false
    return this.ahead
  }

  private *read(): Steps<boolean> {
    const line = yield* this.line()
    if (line === undefined) return false
    this.number += 1
    this.hasEnd = line.endsWith('\n')
    this.space = bare(line)
    return true
  }

  private *isLast(): Steps<boolean> {
    if (!this.isAhead) this.ahead = yield* this.reader.next()
    this.isAhead = true
    return this.ahead === undefined
  }

  private *cycle(): Steps<Next> {
    this.hasReplaced = false
    for (let at = 0; at < this.script.length; at += 1) {
      const command = this.script[at]
      if (command === undefined) break
      if ((yield* this.isFor(command)) === command.isNegated) {
        if (command.name === '{') at = command.end - 1
        continue
      }
      const { name, argument, substitution, characters } = command
      switch (name) {
        case '=':
          this.write(`${this.number}\n`)
          break
        case 'a':
          this.after.push(`${argument}\n`)
          break
        case 'i':
          this.write(`${argument}\n`)
          break
        case 'c':
          if (command.to === undefined || command.isNegated || !this.inside.has(command))
            this.write(`${argument}\n`)
          return 'delete'
        case 'd':
          return 'delete'
        case 'D': {
          const end = this.space.indexOf('\n')
          if (end < 0) return 'delete'
          this.space = this.space.slice(end + 1)
          return 'restart'
        }
        case 'g':
          this.space = this.hold
          break
        case 'G':
          this.space += `\n${this.hold}`
          break
        case 'h':
          this.hold = this.space
          break
        case 'H':
          this.hold += `\n${this.space}`
          break
        case 'x':
          ;[this.space, this.hold] = [this.hold, this.space]
          break
        case 'l':
          this.write(`${this.space.replaceAll('\\', String.raw`\\`).replaceAll('\t', String.raw`\t`)}$\n`)
          break
        case 'n':
        case 'N': {
          if (yield* this.isLast()) {
            if (name === 'N' || !this.isQuiet) this.print()
            return 'quit'
          }
          const { space } = this
          if (name === 'n') this.print()
          yield* this.read()
          if (name === 'N') this.space = `${space}\n${this.space}`
          break
        }
        case 'p':
          this.show(this.space)
          break
        case 'P':
          this.write(`${this.space.split('\n')[0] ?? ''}\n`)
          break
        case 'q':
          this.exitCode = Number(argument)
          this.print()
          return 'quit'
        case 'Q':
          this.exitCode = Number(argument)
          return 'quit'
        case 'r':
          this.after.push(this.textOf(argument))
          break
        case 'w':
          this.writeTo(argument)
          break
        case 'z':
          this.space = ''
          break
        case 's':
          if (substitution !== undefined) this.substitute(substitution)
          break
        case 'y':
          this.space = Array.from(this.space, (character) => characters?.get(character) ?? character).join('')
          break
        case 'b':
          yield* this.rest()
          at = this.labels.get(argument) ?? this.script.length
          break
        case 't':
        case 'T':
          yield* this.rest()
          if (this.hasReplaced === (name === 't')) at = this.labels.get(argument) ?? this.script.length
          this.hasReplaced = false
          break
      }
    }
    return 'end'
  }

  private *isFor(command: SedCommand): Steps<boolean> {
    const { from, to } = command
    if (from === undefined) return true
    if (to === undefined) return yield* this.matches(from)
    const end = this.inside.get(command)
    if (end === undefined) {
      if (!(yield* this.matches(from))) return false
      const last = this.endOf(to)
      if (last === undefined || last > this.number) this.inside.set(command, last ?? Infinity)
      return true
    }
    const isOver = end === Infinity ? yield* this.matches(to) : this.number >= end
    if (isOver) this.inside.delete(command)
    return end === Infinity || this.number <= end || (yield* this.matches(from))
  }

  /** The line that a range ends with, where that is known when it begins. */
  private endOf(to: SedAddress): number | undefined {
    if (to.kind === 'line') return to.line
    if (to.kind === 'more') return this.number + to.count
    if (to.kind === 'multiple') return to.of === 0 ? this.number : Math.ceil(this.number / to.of) * to.of
    return undefined
  }

  private *matches(address: SedAddress): Steps<boolean> {
    switch (address.kind) {
      case 'line':
        return this.number === address.line
      case 'step':
        return address.step === 0
          ? this.number === address.first
          : this.number >= address.first && (this.number - address.first) % address.step === 0
      case 'last':
        return yield* this.isLast()
      case 'regex': {
        const regex = this.regexOr(address.regex)
        regex.lastIndex = 0
        return regex.test(this.space)
      }
      case 'more':
      case 'multiple':
        return false
    }
  }

  private regexOr(regex: RegExp | undefined): RegExp {
    const used = regex ?? this.lastRegex
    if (used === undefined) throw new SedError('no previous regexp')
    this.lastRegex = used
    return used
  }

  private substitute({ regex, replacement, isGlobal, nth, isPrinted, file }: SedSubstitution): void {
    let count = 0
    let isReplaced = false
    const used = this.regexOr(regex)
    used.lastIndex = 0
    this.space = this.space.replace(used, (...match: readonly unknown[]) => {
      count += 1
      if (count < nth || (count > nth && !isGlobal)) return String(match[0])
      isReplaced = true
      return replaced(replacement, match)
    })
    if (!isReplaced) return
    this.hasReplaced = true
    if (isPrinted) this.show(this.space)
    if (file !== undefined) this.writeTo(file)
  }

  private textOf(file: string): string {
    try {
      return this.call.machine.process.files.readText(pathOf(this.call, file))
    } catch (error) {
      if (error instanceof FileError) return ''
      throw error
    }
  }

  private writeTo(file: string): void {
    if (file === '/dev/stdout') {
      this.show(this.space)
      return
    }
    const output =
      this.written.get(file) ?? fileOutput(this.call.machine.process.files, pathOf(this.call, file), false)
    this.written.set(file, output)
    output.write(`${this.space}\n`)
  }
}

const CASES: Readonly<Record<string, (text: string) => string>> = {
  U: (text) => text.toUpperCase(),
  L: (text) => text.toLowerCase(),
  u: (text) => text.charAt(0).toUpperCase() + text.slice(1),
  l: (text) => text.charAt(0).toLowerCase() + text.slice(1),
}

/** Takes a replacement and a match; gives the text: `&`, `\1`, `\n`, and GNU's `\U`, `\L`, `\u`, `\l`, `\E`. */
function replaced(replacement: string, match: readonly unknown[]): string {
  let text = ''
  let mode = ''
  let once = ''
  const add = (part: string) => {
    const whole = CASES[mode]?.(part) ?? part
    text += whole === '' ? '' : (CASES[once]?.(whole) ?? whole)
    if (whole !== '') once = ''
  }
  for (const [part] of replacement.matchAll(/\\[^]|[^]/g)) {
    const letter = part.charAt(1)
    if (part === '&') add(String(match[0]))
    else if (letter === '') add(part)
    else if (/\d/.test(letter)) {
      const group = match[Number(letter)]
      add(typeof group === 'string' ? group : '')
    } else if ('UL'.includes(letter)) mode = letter
    else if (letter === 'E') mode = ''
    else if ('ul'.includes(letter)) once = letter
    else add(letter === 'n' ? '\n' : letter === 't' ? '\t' : letter)
  }
  return text
}
