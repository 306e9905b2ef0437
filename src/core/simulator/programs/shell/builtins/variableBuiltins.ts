import { FileError } from '../../../filesystem/fileSystem'
import { joinPath } from '../path'
import type { Call, ShellOption, ShellState } from '../shellState'
import { outputOf, readLine } from '../streams'
import { ShellError } from '../unwind'
import { assign } from '../variables'
import { WORDS } from '../words'
import { immediate } from './builtin'
import type { Builtin } from './builtin'

const LETTERS: Readonly<Record<string, ShellOption>> = {
  e: 'errexit',
  u: 'nounset',
  x: 'xtrace',
  f: 'noglob',
}
const NAMES: Readonly<Record<string, ShellOption>> = {
  errexit: 'errexit',
  nounset: 'nounset',
  xtrace: 'xtrace',
  noglob: 'noglob',
  pipefail: 'pipefail',
}

/** `cd`, with the words of the shell where the directory is not there. */
const cd = immediate(({ args, streams, machine }, state) => {
  const [given = state.variables.get('HOME') ?? '/'] = args
  const target = given === '-' ? (state.variables.get('OLDPWD') ?? '/') : given
  const path = joinPath(state.cwd, target)
  const { files } = machine.process
  try {
    if (files.stat(path).type !== 'directory') throw new FileError('ENOTDIR', path)
    if (!files.allows(path, 'execute')) throw new FileError('EACCES', path)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    const { prefix, toolCannotOpen } = WORDS[machine.image.userland]
    const said = {
      busybox: `cd: line 0: can't cd to ${target}: ${toolCannotOpen(target, error.code).split(': ').at(-1) ?? ''}`,
      debian: `cd: can't cd to ${target}`,
      bash: `cd: ${toolCannotOpen(target, error.code)}`,
    }[machine.image.userland]
    outputOf(streams, 2).write(`${prefix(state.name)}${said}\n`)
    return machine.image.userland === 'bash' ? 1 : 2
  }
  state.variables.set('OLDPWD', state.cwd)
  state.cwd = path
  state.variables.set('PWD', path)
  if (given === '-') outputOf(streams, 1).write(`${path}\n`)
  return 0
})

/** `set -eu -o pipefail -- a b`. */
const set = immediate(({ args, streams }, state) => {
  if (args.length === 0)
    for (const [name, value] of state.variables) outputOf(streams, 1).write(`${name}='${value}'\n`)
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (arg === '--' || !/^[-+]./.test(arg)) {
      state.positional = args.slice(arg === '--' ? at + 1 : at)
      return 0
    }
    const isOn = arg.startsWith('-')
    const isNamed = arg.slice(1) === 'o'
    if (isNamed) at += 1
    const options = isNamed ? [NAMES[args[at] ?? '']] : Array.from(arg.slice(1), (letter) => LETTERS[letter])
    for (const option of options)
      if (option !== undefined && isOn) state.options.add(option)
      else if (option !== undefined) state.options.delete(option)
  }
  return 0
})

/** `read [-r] name…`: the last name gets the rest of the line. */
function* read({ args, streams }: Call, state: ShellState): ReturnType<Builtin> {
  const isRaw = args.some((arg) => /^-\w*r/.test(arg))
  const names = args.filter((arg) => !arg.startsWith('-'))
  const line = yield* readLine(streams.input)
  const separators = state.variables.get('IFS') ?? ' \t\n'
  const isSeparator = (character: string) => separators.includes(character)
  let rest = isRaw ? (line ?? '') : (line ?? '').replaceAll(/\\(.)/g, '$1')
  for (const [at, name] of (names.length === 0 ? ['REPLY'] : names).entries()) {
    const characters = Array.from(rest)
    const start = characters.findIndex((character) => !isSeparator(character) || !' \t\n'.includes(character))
    const kept = start < 0 ? [] : characters.slice(start)
    const end = at === names.length - 1 || names.length === 0 ? -1 : kept.findIndex(isSeparator)
    assign(state, name, end < 0 ? trimmedEnd(kept.join(''), separators) : kept.slice(0, end).join(''))
    rest = end < 0 ? '' : kept.slice(end + 1).join('')
  }
  return line === undefined ? 1 : 0
}

function trimmedEnd(text: string, separators: string): string {
  let end = text.length
  while (end > 0 && separators.includes(text.charAt(end - 1)) && ' \t\n'.includes(text.charAt(end - 1)))
    end -= 1
  return text.slice(0, end)
}

function declare(
  mark: (state: ShellState, name: string) => void,
  seal: (state: ShellState, name: string) => void = () => undefined,
): Builtin {
  return immediate(({ args }, state) => {
    for (const arg of args.filter((each) => !each.startsWith('-'))) {
      const [, name = '', value] = /^([^=]*)(?:=([^]*))?$/.exec(arg) ?? []
      if (!/^[a-z_]\w*$/i.test(name)) throw new ShellError(`export: ${name}: bad variable name`, 2, true)
      const { locals } = state
      mark(state, name)
      if (value !== undefined) assign(state, name, value)
      else if (locals.length === 0 && !state.variables.has(name)) state.exported.delete(name)
      seal(state, name)
    }
    return 0
  })
}

/** `getopts letters name`. */
const getopts = immediate(({ args }, state) => {
  const [letters = '', name = 'OPT', ...given] = args
  const words = given.length === 0 ? state.positional : given
  const index = Number(state.variables.get('OPTIND') ?? 1)
  const [, letter] = /^-([a-z?])$/i.exec(words[index - 1] ?? '') ?? []
  if (letter === undefined) {
    state.variables.set(name, '?')
    return 1
  }
  const at = letters.indexOf(letter)
  const wantsValue = letters.charAt(at + 1) === ':'
  state.variables.set(name, at < 0 ? '?' : letter)
  if (wantsValue) state.variables.set('OPTARG', words[index] ?? '')
  state.variables.set('OPTIND', String(index + (wantsValue ? 2 : 1)))
  return 0
})

/** What deals with the variables, options and directory of the shell. */
export const VARIABLE_BUILTINS: Readonly<Record<string, Builtin>> = {
  cd,
  set,
  read,
  getopts,
  export: declare((state, name) => state.exported.add(name)),
  readonly: declare(
    () => undefined,
    (state, name) => state.readonly.add(name),
  ),
  declare: declare(() => undefined),
  local: declare((state, name) => {
    const scope = state.locals.at(-1)
    if (scope !== undefined && !scope.has(name)) scope.set(name, state.variables.get(name))
    state.variables.set(name, '')
  }),
  unset: immediate(({ args }, state) => {
    for (const name of args.filter((arg) => !arg.startsWith('-'))) {
      state.variables.delete(name)
      state.exported.delete(name)
      state.functions.delete(name)
    }
    return 0
  }),
  shift: immediate(({ args: [count = '1'] }, state) => {
    if (Number(count) > state.positional.length) return 1
    state.positional = state.positional.slice(Number(count))
    return 0
  }),
  umask: immediate(({ args, streams }) => {
    if (args.length === 0) outputOf(streams, 1).write('0022\n')
    return 0
  }),
  ulimit: immediate(({ streams }) => {
    outputOf(streams, 1).write('unlimited\n')
    return 0
  }),
  shopt: immediate(() => 0),
  alias: immediate(() => 0),
  *let(call, state) {
    let value = 0
    for (const arg of call.args) {
      yield* state.runner.text(`: $((let_ = (${arg})))`, state, call.streams)
      value = Number(state.variables.get('let_') ?? 0)
    }
    state.variables.delete('let_')
    return Number(value === 0)
  },
}
