import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import { BUILTINS } from './builtins/builtins'
import { COMMANDS } from './commands/commands'
import { expandText, expandWords } from './expand'
import { invoke, isShell } from './invoke'
import { isolated } from './isolated'
import { baseName, joinPath } from './path'
import { processFor } from './processFor'
import { redirect } from './redirect'
import { runScriptFile } from './scriptFile'
import { environmentOf, subshellOf } from './shellState'
import type { Call, ShellState } from './shellState'
import { outputOf } from './streams'
import type { Streams } from './streams'
import type { SimpleCommand } from './syntax'
import { runTool } from './tool'
import { ShellError, Unwind } from './unwind'
import { assign, assignArray } from './variables'
import { WORDS } from './words'

/** Where commands of the image are, whether or not its tree shows them. */
const IN_PATH = /^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/

/** Takes a simple command; expands it, opens its redirections, runs it, and gives its status. */
export function* runSimple(node: SimpleCommand, state: ShellState, streams: Streams): Steps<number> {
  const pause = state.machine.work()
  if (pause !== undefined) yield pause
  state.substituted = undefined
  const words = yield* expandWords(node.name === null ? [] : [node.name, ...node.args], state, streams)
  const { streams: inside, opened } =
    node.redirections.length === 0
      ? { streams, opened: [] }
      : yield* redirect(node.redirections, state, streams)
  const assigned: [string, string][] = []
  for (const { name, value, append, array } of node.assignments) {
    if (array !== null) {
      assignArray(state, name, yield* expandWords(array, state, inside), append)
      continue
    }
    const text = value === null ? '' : yield* expandText(value, state, inside)
    const whole = append ? `${state.variables.get(name) ?? ''}${text}` : text
    if (words.length === 0) assign(state, name, whole)
    else assigned.push([name, whole])
  }
  if (words.length === 0) {
    for (const output of opened) output.close()
    return state.substituted ?? 0
  }
  if (state.options.has('xtrace')) outputOf(streams, 2).write(`+ ${words.join(' ')}\n`)
  if (words.length === 1 && words[0] === 'exec') {
    Object.assign(streams, inside)
    return 0
  }
  const status = yield* withVariables(state, assigned, () => runCommand(words, state, inside, false))
  for (const output of opened) output.close()
  return status
}

/** Takes words that are expanded already; finds the command that they name, and runs it. */
export function* runCommand(
  words: readonly string[],
  state: ShellState,
  streams: Streams,
  isExec: boolean,
): Steps<number> {
  const [name = '', ...args] = words
  const body = state.functions.get(name)
  if (body !== undefined && !isExec) return yield* callFunction(name, args, state, streams)
  const { machine } = state
  const call = callOf(name, args, state, streams)
  const builtin = BUILTINS.get(name)
  if (builtin !== undefined && !isExec) return yield* builtin(call, state)
  const { files } = machine.process
  const isFile = name.includes('/') && files.exists(joinPath(state.cwd, name))
  const command = IN_PATH.test(name) && !isFile ? baseName(name) : name
  if (!command.includes('/') && machine.image.has(command)) {
    const own = COMMANDS.get(command)
    try {
      if (own !== undefined) return yield* own({ ...call, name: command })
      if (isShell(command)) return yield* invoke(call, state.runner)
      if (machine.shell.toolNames.has(command)) return yield* runTool({ ...call, name: command })
    } catch (error) {
      // A text that grows past what can be held, or a pattern past what can be followed.
      if (error instanceof RangeError) {
        outputOf(streams, 2).write(`${command}: out of memory\n`)
        return 1
      }
      if (!(error instanceof FileError)) throw error
      const { writeError } = WORDS[machine.image.userland]
      const isSaidByShell = machine.image.userland !== 'busybox' || command === 'echo'
      const said = `${writeError(command, error.code)}\n`
      outputOf(streams, 2).write(
        isSaidByShell ? `${WORDS[machine.image.userland].prefix(state.name)}${said}` : said,
      )
      return 1
    }
  }
  const program = machine.image.programOf([command, ...args])
  if (program !== undefined) {
    const process = yield* processFor(call, [command, ...args], isExec)
    return yield* program(process)
  }
  return yield* runScriptFile(call, state)
}

function callOf(name: string, args: readonly string[], state: ShellState, streams: Streams): Call {
  return {
    name,
    args,
    streams,
    env: environmentOf(state),
    cwd: state.cwd,
    machine: state.machine,
    run: (words, env, own = streams) => {
      const inner = subshellOf(state)
      if (env !== undefined) {
        for (const variable of inner.exported) if (!env.has(variable)) inner.variables.delete(variable)
        inner.exported.clear()
        for (const [variable, value] of env) {
          inner.variables.set(variable, value)
          inner.exported.add(variable)
        }
      }
      return isolated(inner, own, () => runCommand(words, inner, own, false))
    },
  }
}

function* callFunction(
  name: string,
  args: readonly string[],
  state: ShellState,
  streams: Streams,
): Steps<number> {
  const body = state.functions.get(name)
  if (body === undefined) return 127
  if (state.locals.length > DEEPEST) throw new ShellError(`${name}: recursion too deep`, 2, true)
  const { positional } = state
  state.positional = args
  state.locals.push(new Map())
  try {
    return yield* state.runner.script(
      {
        type: 'Script',
        statements: [
          {
            type: 'Statement',
            pipelines: [{ type: 'Pipeline', commands: [body], negated: false }],
            operators: [],
            background: false,
          },
        ],
      },
      state,
      streams,
    )
  } catch (error) {
    if (error instanceof Unwind && error.kind === 'return') return error.status
    throw error
  } finally {
    state.positional = positional
    for (const [local, value] of state.locals.pop() ?? [])
      if (value === undefined) state.variables.delete(local)
      else state.variables.set(local, value)
  }
}

/** A script that calls itself for ever is told so. */
const DEEPEST = 200

/** `NAME=value command`: the variables are set and exported for that command alone. */
function* withVariables(
  state: ShellState,
  assigned: readonly (readonly [string, string])[],
  run: () => Steps<number>,
): Steps<number> {
  if (assigned.length === 0) return yield* run()
  const before = assigned.map(
    ([name]) => [name, state.variables.get(name), state.exported.has(name)] as const,
  )
  for (const [name, value] of assigned) {
    state.variables.set(name, value)
    state.exported.add(name)
  }
  try {
    return yield* run()
  } finally {
    for (const [name, value, isExported] of before) {
      if (value === undefined) state.variables.delete(name)
      else state.variables.set(name, value)
      if (!isExported) state.exported.delete(name)
    }
  }
}
