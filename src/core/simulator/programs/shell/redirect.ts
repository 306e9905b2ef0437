import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import type { FileSystem } from '../../filesystem/fileSystem'
import { expandText } from './expand'
import { joinPath } from './path'
import type { ShellState } from './shellState'
import { outputOf, outputTo, textInput } from './streams'
import type { Output, Streams } from './streams'
import type { Redirection, Word } from './syntax'
import { ShellError } from './unwind'
import { WORDS } from './words'

/** What is opened for a command, and closed when it is done. */
export interface Redirected {
  readonly streams: Streams
  readonly opened: readonly Output[]
}

/** Where a command's own standard input is. */
const INPUTS: ReadonlySet<string> = new Set(['/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'])

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
  const inputs = new Map(streams.inputs)
  const outputs = new Map(streams.outputs)
  const opened: Output[] = []
  const words = WORDS[state.machine.image.userland]
  const { files, clock } = state.machine.process
  for (const { operator, target, fd } of redirections) {
    if (target.type === 'HereDoc') {
      const content = target.stripTabs ? withoutTabs(target.content) : target.content
      const given = textInput(clock, yield* expandText(content, state, streams))
      if (fd === null || fd === 0) input = given
      else inputs.set(fd, given)
      continue
    }
    const text = yield* expandText(target, state, streams)
    const path = joinPath(state.cwd, text)
    switch (operator) {
      case '<':
      case '<>':
      case '<<<': {
        const isInput = operator !== '<<<' && INPUTS.has(path)
        const content =
          operator === '<<<' ? `${text}\n` : isInput ? '' : readFor(files, path, text, words.cannotOpen)
        const given = isInput ? input : textInput(clock, content)
        if (fd === null || fd === 0) input = given
        else inputs.set(fd, given)
        break
      }
      case '<&': {
        if (text === '-') {
          inputs.delete(fd ?? 0)
          break
        }
        const given = text === '0' ? input : inputs.get(Number(text))
        if (given === undefined) throw new ShellError(`${text}: Bad file descriptor`)
        if (fd === null || fd === 0) input = given
        else inputs.set(fd, given)
        break
      }
      case '>&':
      case '&>':
      case '&>>':
      case '>':
      case '>>':
      case '>|': {
        const isCopy = operator === '>&' && /^(\d+|-)$/.test(text)
        const output = isCopy
          ? copyOf(outputs, text)
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
  return { streams: { input, inputs, outputs }, opened }
}

/** Takes what is open and a number, or `-` for nothing; gives that output. Throws a ShellError where it is not open. */
function copyOf(outputs: ReadonlyMap<number, Output>, text: string): Output {
  if (text === '-') return outputTo(() => undefined)
  const output = outputs.get(Number(text))
  if (output === undefined) throw new ShellError(`${text}: Bad file descriptor`)
  return output
}

/** Takes the text of a `<<-`; gives it without the tabs that its lines begin with. */
function withoutTabs(content: Word): Word {
  let isStart = true
  return {
    ...content,
    parts: content.parts.map((part) => {
      const before = isStart
      isStart = part.type === 'Literal' && part.value.endsWith('\n')
      if (part.type !== 'Literal') return part
      return { ...part, value: part.value.replace(before ? /^\t+/ : /^(?!)/, '').replaceAll(/\n\t+/g, '\n') }
    }),
  }
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
