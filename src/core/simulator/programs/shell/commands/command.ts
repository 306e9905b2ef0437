import type { Steps } from '../../../clock'
import { FileError } from '../../../filesystem/fileSystem'
import { joinPath } from '../path'
import type { Call } from '../shellState'
import { outputOf } from '../streams'
import { WORDS } from '../words'
import type { ShellWords } from '../words'

/** A command that an image has. */
export type Command = (call: Call) => Steps<number>

/** Takes what happens at once; gives a command of it. */
export function immediate(run: (call: Call) => number): Command {
  // A command that never waits is one too.
  // oxlint-disable-next-line require-yield
  return function* command(call) {
    return run(call)
  }
}

/** Takes a call and text; writes it to its standard output. */
export function say(call: Call, text: string): void {
  outputOf(call.streams, 1).write(text)
}

/** Takes a call and what went wrong; writes it to its standard error with the command's name, and gives the status 1. */
export function complain(call: Call, message: string): number {
  outputOf(call.streams, 2).write(`${call.name}: ${message}\n`)
  return 1
}

/** Takes the call of a command that is built into the shell; gives it with the name that it speaks with: busybox' says `sh`. */
export function asBuiltin(call: Call): Call {
  const { userland } = call.machine.image
  return userland === 'busybox'
    ? { ...call, name: 'sh' }
    : { ...call, name: `${WORDS[userland].prefix('sh')}${call.name}` }
}

/** Takes a call; gives the words of its image. */
export function wordsOf(call: Call): ShellWords {
  return WORDS[call.machine.image.userland]
}

/** Takes a call and a path as it was written; gives it from the root. */
export function pathOf(call: Call, path: string): string {
  return joinPath(call.cwd, path)
}

/** Takes a call, what to try, and how to say that it could not be done; gives the status. */
export function attempt(call: Call, run: () => void, describe: (error: FileError) => string): number {
  try {
    run()
    return 0
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return complain(call, describe(error))
  }
}

/** What stands before the operands of a command. */
export interface Options {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly operands: readonly string[]
  /** All options with a value, in their order: some may be given again and again. */
  readonly given: readonly (readonly [string, string])[]
}

/** Takes arguments and the letters and names of the options that have a value; gives them apart: `-rf`, `-n5`, `-n 5`, `--lines=5`, `--name`. */
export function optionsOf(args: readonly string[], valued = ''): Options {
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const operands: string[] = []
  const given: [string, string][] = []
  const take = (name: string, value: string) => {
    values.set(name, value)
    given.push([name, value])
  }
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (arg === '--') {
      operands.push(...args.slice(at + 1))
      break
    }
    const long = /^--([a-z-]+)(?:=([^]*))?$/.exec(arg)
    if (long !== null) {
      const [, name = '', value] = long
      if (value === undefined) flags.add(name)
      else take(name, value)
      continue
    }
    if (!/^-./.test(arg)) {
      operands.push(arg)
      continue
    }
    for (let letter = 1; letter < arg.length; letter += 1) {
      const name = arg.charAt(letter)
      if (!valued.includes(name)) {
        flags.add(name)
        continue
      }
      const rest = arg.slice(letter + 1)
      if (rest === '') at += 1
      take(name, rest === '' ? (args[at] ?? '') : rest)
      break
    }
  }
  return { flags, values, operands, given }
}
