import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import { invoke, isShell } from './invoke'
import { messageOf } from './errorMessages'
import { baseName, joinPath } from './path'
import type { Call, ShellState } from './shellState'
import { outputOf } from './streams'
import { WORDS } from './words'

/** Takes a call of what is neither built in nor a command of the image; runs the file of that name, or says why not: 127 not found, 126 not allowed. */
export function* runScriptFile(call: Call, state: ShellState): Steps<number> {
  const { files } = call.machine.process
  const words = WORDS[call.machine.image.userland]
  const fail = (message: string, status: number) => {
    outputOf(call.streams, 2).write(`${words.prefix(state.name)}${message}\n`)
    return status
  }
  const path = pathOf(call, state)
  if (path === undefined) return fail(words.notFound(call.name), 127)
  if (!files.exists(path))
    return fail(call.name.includes('/') ? words.notFound(call.name) : words.notFound(call.name), 127)
  if (files.stat(path).type === 'directory' || !files.allows(path, 'execute'))
    return fail(`${call.name}: ${messageOf('EACCES')}`, 126)
  const interpreter = interpreterOf(readOr(files.readText.bind(files), path))
  if (!isShell(baseName(interpreter))) return fail(words.notFound(call.name), 127)
  return yield* invoke({ ...call, name: baseName(interpreter), args: [path, ...call.args] }, state.runner)
}

function pathOf({ name, cwd, machine, env }: Call, state: ShellState): string | undefined {
  if (name.includes('/')) return joinPath(cwd, name)
  const directories = (env.get('PATH') ?? state.variables.get('PATH') ?? '').split(':')
  return directories
    .map((directory) => joinPath(joinPath(cwd, directory), name))
    .find((path) => machine.process.files.exists(path))
}

/** `#!/bin/sh`, or the interpreter that `env` is asked for. */
function interpreterOf(text: string): string {
  const [, path = '/bin/sh', argument = ''] = /^#!\s*(\S+)[ \t]*(\S*)/.exec(text) ?? []
  return baseName(path) === 'env' ? argument : path
}

function readOr(read: (path: string) => string, path: string): string {
  try {
    return read(path)
  } catch (error) {
    if (error instanceof FileError) return ''
    throw error
  }
}
