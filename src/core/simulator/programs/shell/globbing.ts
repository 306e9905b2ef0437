import type { FileSystem } from '../../filesystem/fileSystem'
import { FileError } from '../../filesystem/fileSystem'
import { joinPath } from './path'

const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  blank: ' \\t',
  digit: '0-9',
  lower: 'a-z',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  xdigit: '0-9a-fA-F',
}

/** Takes a pattern of the shell; gives a regular expression for it, without anchors (POSIX 2.14). A `*` takes as much as it can, or as little. */
export function regexOf(pattern: string, isGreedy = true): string {
  let regex = ''
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at)
    if (character === '*') regex += isGreedy ? '[^]*' : '[^]*?'
    else if (character === '?') regex += '[^]'
    else if (character === '\\') {
      at += 1
      regex += escaped(pattern.charAt(at))
    } else if (character === '[') {
      const [set, end] = bracket(pattern, at)
      regex += set
      at = end
    } else regex += escaped(character)
  }
  return regex
}

/** Takes a pattern and a text; says whether it matches all of it. */
export function matches(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${regexOf(pattern)})$`).test(text)
}

/** Takes files, a directory and a pattern; gives the paths that match, in order, none where nothing does (POSIX 2.13.3). */
export function glob(files: FileSystem, cwd: string, pattern: string): readonly string[] {
  const isAbsolute = pattern.startsWith('/')
  let found = [isAbsolute ? '/' : '']
  for (const part of pattern.split('/').filter((each) => each !== '')) {
    found = found.flatMap((path) => {
      const prefix = path === '' || path.endsWith('/') ? path : `${path}/`
      if (!/[*?[]/.test(part)) {
        const plain = prefix + part.replaceAll(/\\(.)/g, '$1')
        return files.exists(joinPath(cwd, plain)) ? [plain] : []
      }
      return namesIn(files, joinPath(cwd, path))
        .filter((name) => (!name.startsWith('.') || part.startsWith('.')) && matches(part, name))
        .map((name) => prefix + name)
    })
  }
  return found
}

function namesIn(files: FileSystem, path: string): readonly string[] {
  try {
    return files.list(path)
  } catch (error) {
    if (error instanceof FileError) return []
    throw error
  }
}

function bracket(pattern: string, start: number): readonly [string, number] {
  let at = start + 1
  const isNot = pattern.charAt(at) === '!' || pattern.charAt(at) === '^'
  if (isNot) at += 1
  let set = ''
  for (let first = true; at < pattern.length; at += 1, first = false) {
    const character = pattern.charAt(at)
    if (character === ']' && !first) return [setOf(`[${isNot ? '^' : ''}${set}]`), at]
    const named = /^\[:(\w+):\]/.exec(pattern.slice(at))
    if (named !== null) {
      set += CLASSES[named[1] ?? ''] ?? ''
      at += named[0].length - 1
    } else if (character === '\\') {
      at += 1
      set += escapedInSet(pattern.charAt(at))
    } else set += character === '-' ? '-' : escapedInSet(character)
  }
  return [String.raw`\[`, start]
}

/** A set that is none (`[z-a]`) matches nothing. */
function setOf(set: string): string {
  try {
    return new RegExp(set).source
  } catch {
    return '(?!)'
  }
}

function escaped(character: string): string {
  return character.replace(/[$()*+./?[\\\]^{|}]/, String.raw`\$&`)
}

function escapedInSet(character: string): string {
  return character.replace(/[\\\]^[-]/, String.raw`\$&`)
}
