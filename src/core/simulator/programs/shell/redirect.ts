import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import type { FileSystem } from '../../filesystem/fileSystem'
import { expandText } from './expand'
import { joinPath } from './path'
import type { ShellState } from './shellState'
import { outputOf, outputTo, textInput } from './streams'
import type { Output, Streams } from './streams'
import type { Redirection } from './syntax'
import { ShellError } from './unwind'
import { WORDS } from './words'

/** What is opened for a command, and closed when it is done. */
export interface Redirected {
  readonly streams: Streams
  readonly opened: readonly Output[]
}

const NUMBERS: Readonly<Record<string, number>> = {
  '/dev/stdout': 1,
  '/dev/stderr': 2,
  '/dev/fd/1': 1,
  '/dev/fd/2': 2,
  '/proc/self/fd/1': 1,
  '/proc/self/fd/2': 2,
  '/proc/1/fd/1': 1,
  '/proc/1/fd/2': 2,
}

/** Takes redirections; opens what they say, in their order. Throws a ShellError in the shell's words where one can't be opened. */
export function* redirect(
  redirections: readonly Redirection[],
  state: ShellState,
  streams: Streams,
): Steps<Redirected> {
  let { input } = streams
  const outputs = new Map(streams.outputs)
  const opened: Output[] = []
  const words = WORDS[state.machine.image.userland]
  const { files, clock } = state.machine.process
  for (const { operator, target, fd } of redirections) {
    if (target.type === 'HereDoc') {
      input = textInput(clock, yield* expandText(target.content, state, streams))
      continue
    }
    const text = yield* expandText(target, state, streams)
    const path = joinPath(state.cwd, text)
    switch (operator) {
      case '<':
      case '<>':
        input = textInput(
          clock,
          NUMBERS[path] === undefined && path !== '/dev/null'
            ? readFor(files, path, text, words.cannotOpen)
            : '',
        )
        break
      case '<<<':
        input = textInput(clock, `${text}\n`)
        break
      case '<&':
        break
      case '>&':
      case '&>':
      case '&>>':
      case '>':
      case '>>':
      case '>|': {
        const isCopy = operator === '>&' && /^(\d+|-)$/.test(text)
        const output = isCopy
          ? (outputs.get(Number(text)) ?? outputTo(() => undefined))
          : openFor(files, path, text, operator.endsWith('>>'), { ...streams, outputs }, words.cannotCreate)
        if (!isCopy) opened.push(output)
        const isBoth = operator.startsWith('&') || (operator === '>&' && !isCopy)
        outputs.set(isBoth ? 1 : (fd ?? 1), output)
        if (isBoth) outputs.set(2, output)
        break
      }
      case '<<':
      case '<<-':
        break
    }
  }
  return { streams: { input, outputs }, opened }
}

function readFor(
  files: FileSystem,
  path: string,
  name: string,
  say: (path: string, code: FileError['code']) => string,
): string {
  try {
    return files.readText(path)
  } catch (error) {
    if (error instanceof FileError) throw new ShellError(say(name, error.code))
    throw error
  }
}

function openFor(
  files: FileSystem,
  path: string,
  name: string,
  isAppended: boolean,
  streams: Streams,
  say: (path: string, code: FileError['code']) => string,
): Output {
  const number = NUMBERS[path]
  if (number !== undefined) return outputOf(streams, number)
  if (path === '/dev/null') return outputTo(() => undefined)
  try {
    return fileOutput(files, path, isAppended)
  } catch (error) {
    if (error instanceof FileError) throw new ShellError(say(name, error.code))
    throw error
  }
}

/**
 * Takes files, a path, and whether what is there stays; opens it for writing. A file that is there is only emptied by
 * the first write or the end: one change for those who watch instead of two, and nobody can look in between.
 */
export function fileOutput(files: FileSystem, path: string, isAppended: boolean): Output {
  const isThere = files.allows(path, 'write') && files.stat(path).type === 'file'
  if (!isThere) files.append(path, '')
  let isToBeEmptied = isThere && !isAppended
  return {
    write: (text) => {
      if (isToBeEmptied) files.write(path, text)
      else files.append(path, text)
      isToBeEmptied = false
    },
    close: () => {
      if (isToBeEmptied) files.write(path, '')
      isToBeEmptied = false
    },
  }
}
