import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import { interactive } from './interactive'
import { isolated } from './isolated'
import { baseName, joinPath } from './path'
import { newShell } from './shellState'
import type { Call, ScriptRunner, ShellOption, ShellState } from './shellState'
import { outputOf, readAll } from './streams'
import { WORDS } from './words'

const SHELLS: ReadonlySet<string> = new Set(['sh', 'ash', 'dash', 'bash'])
const LETTERS: Readonly<Record<string, ShellOption>> = {
  e: 'errexit',
  u: 'nounset',
  x: 'xtrace',
  f: 'noglob',
}

/** Takes the name of a command; says whether it is a shell. */
export function isShell(name: string): boolean {
  return SHELLS.has(name)
}

interface Invocation {
  readonly options: readonly ShellOption[]
  /** With `-c`. */
  readonly text: string | undefined
  /** With `-s` the script is what is read, whatever else is there. */
  readonly isRead: boolean
  readonly rest: readonly string[]
}

/** Takes the arguments of a shell; gives what they ask for: `-c text`, `-lc text`, `-eux file arguments`. */
function invocationOf(args: readonly string[]): Invocation {
  const options: ShellOption[] = []
  let hasText = false
  let isRead = false
  let at = 0
  for (let arg = args[at]; arg !== undefined && /^[-+]./.test(arg); at += 1, arg = args[at]) {
    if (arg === '--') {
      at += 1
      break
    }
    if (arg === '-o') {
      at += 1
      if (args[at] === 'pipefail') options.push('pipefail')
      continue
    }
    if (arg.startsWith('--')) continue
    for (const letter of arg.slice(1)) {
      const option = LETTERS[letter]
      if (option !== undefined) options.push(option)
      if (letter === 'c') hasText = true
      if (letter === 's') isRead = true
    }
  }
  return hasText
    ? { options, text: args[at] ?? '', isRead: false, rest: args.slice(at + 1) }
    : { options, text: undefined, isRead, rest: args.slice(at) }
}

/**
 * Takes the call of a shell and what runs scripts; runs the text, the file or what it reads, and gives its status.
 * `onStart` gets the state of the shell, for who sends it signals.
 */
export function* invoke(
  call: Call,
  runner: ScriptRunner,
  onStart: (state: ShellState) => void = () => undefined,
): Steps<number> {
  const { machine, streams } = call
  const { options, text, isRead, rest } = invocationOf(call.args)
  const [name = call.name, ...positional] = isRead ? [call.name, ...rest] : rest
  const state = newShell(machine, runner, name, positional)
  state.cwd = call.cwd
  state.variables.set('PWD', call.cwd)
  for (const [variable, value] of call.env) state.variables.set(variable, value)
  for (const variable of [...state.exported, ...call.env.keys()])
    if (call.env.has(variable)) state.exported.add(variable)
    else {
      state.exported.delete(variable)
      state.variables.delete(variable)
    }
  for (const option of options) state.options.add(option)
  state.exported.add('PWD')
  if (machine.image.userland !== 'debian') {
    state.variables.set('SHLVL', String(Number(call.env.get('SHLVL') ?? 0) + 1))
    state.exported.add('SHLVL')
  }
  onStart(state)
  let script = text
  if (script === undefined && rest.length > 0 && !isRead)
    try {
      script = machine.process.files.readText(joinPath(call.cwd, name))
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      const words = WORDS[machine.image.userland]
      const code =
        error.code === 'EISDIR' || error.code === 'EACCES'
          ? 126
          : machine.image.userland === 'busybox'
            ? 2
            : 127
      outputOf(streams, 2).write(`${baseName(call.name)}: ${words.toolCannotOpen(name, error.code)}\n`)
      return code
    }
  const { typed } = machine.process
  if (script === undefined && typed !== undefined)
    return yield* isolated(state, streams, () => interactive(state, streams, typed))
  const whole = script ?? (yield* readAll(streams.input))
  return yield* isolated(state, streams, () => runner.text(whole, state, streams))
}
