import { FileError } from '../../../filesystem/fileSystem'
import { joinPath } from '../path'
import type { ShellState } from '../shellState'
import { outputOf } from '../streams'
import { ShellError, Unwind } from '../unwind'
import { WORDS } from '../words'
import { immediate } from './builtin'
import type { Builtin } from './builtin'
import { JOB_BUILTINS } from './jobs'
import { VARIABLE_BUILTINS } from './variableBuiltins'

/** `.` and `source`: the script runs in this shell. */
function* sourceFile(...[call, state]: Parameters<Builtin>): ReturnType<Builtin> {
  const [name = '', ...args] = call.args
  const { files } = call.machine.process
  const path = name.includes('/') || files.exists(joinPath(call.cwd, name)) ? joinPath(call.cwd, name) : name
  let text: string
  try {
    text = files.readText(path)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    const { userland } = call.machine.image
    const said = WORDS[userland].cannotOpen(name, error.code)
    // A special builtin that fails ends a shell that is no bash (POSIX 2.8.1).
    throw new ShellError(
      userland === 'bash' ? said : `.: ${said}`,
      userland === 'bash' ? 1 : 2,
      userland !== 'bash',
    )
  }
  const { positional } = state
  if (args.length > 0) state.positional = args
  try {
    return yield* state.runner.text(text, state, call.streams)
  } catch (error) {
    if (error instanceof Unwind && error.kind === 'return') return error.status
    throw error
  } finally {
    state.positional = positional
  }
}

function leave(kind: 'break' | 'continue'): Builtin {
  return immediate(({ args }) => {
    throw new Unwind(kind, 0, Math.max(1, Number(args[0] ?? 1) || 1))
  })
}

/** What changes the way of a script. */
export const CONTROL_BUILTINS: Readonly<Record<string, Builtin>> = {
  ':': immediate(() => 0),
  '.': sourceFile,
  source: sourceFile,
  break: leave('break'),
  continue: leave('continue'),
  exit: immediate(({ args: [status] }, state) => {
    throw new Unwind('exit', status === undefined ? state.status : Number(status) & 255)
  }),
  return: immediate(({ args: [status] }, state) => {
    throw new Unwind('return', status === undefined ? state.status : Number(status) & 255)
  }),
  *eval(call, state) {
    return yield* state.runner.text(call.args.join(' '), state, call.streams)
  },
  *exec(call, state) {
    state.traps.clear()
    throw new Unwind('exit', yield* state.runner.command(call.args, state, call.streams, true))
  },
  *command(call, state) {
    const [first = '', ...rest] = call.args
    if (first !== '-v' && first !== '-V')
      return yield* state.runner.command(call.args, state, call.streams, false)
    return found(rest[0] ?? '', call, state, (name) => name)
  },
  type: immediate((call, state) => {
    const [name = ''] = call.args
    const status = found(name, call, state, () => `${name} is ${kindOf(name, state)}`)
    if (status !== 0 && call.machine.image.userland === 'busybox')
      outputOf(call.streams, 1).write(`${name}: not found\n`)
    else if (status !== 0)
      outputOf(call.streams, 2).write(
        `${WORDS[call.machine.image.userland].prefix(state.name)}type: ${name}: not found\n`,
      )
    return status
  }),
}

/** What busybox compiles in runs without a file. */
const SHELL_COMMANDS: ReadonlySet<string> = new Set(['echo', 'printf', 'test', '[', 'true', 'false', 'pwd'])

function kindOf(name: string, state: ShellState): string {
  if (state.functions.has(name)) return 'a function'
  if (isBuiltin(name) || SHELL_COMMANDS.has(name)) return 'a shell builtin'
  return state.machine.image.userland === 'busybox' ? name : `/bin/${name}`
}

function isBuiltin(name: string): boolean {
  return [CONTROL_BUILTINS, JOB_BUILTINS, VARIABLE_BUILTINS].some((table) => Object.hasOwn(table, name))
}

function found(
  name: string,
  { machine, streams }: Parameters<Builtin>[0],
  state: Parameters<Builtin>[1],
  say: (name: string) => string,
): number {
  const isThere =
    state.functions.has(name) ||
    isBuiltin(name) ||
    machine.image.has(name) ||
    machine.process.files.exists(joinPath(state.cwd, name))
  if (isThere) outputOf(streams, 1).write(`${say(name)}\n`)
  return isThere ? 0 : 127
}
