import type { FileErrorCode } from '../../filesystem/fileSystem'
import { messageOf } from './errorMessages'
import type { Userland } from './machine'

/** How the shell and the tools of an image say what went wrong. */
export interface ShellWords {
  /** Before everything that the shell itself says; takes `$0`. */
  readonly prefix: (name: string) => string
  readonly notFound: (command: string) => string
  readonly cannotCreate: (path: string, code: FileErrorCode) => string
  readonly cannotOpen: (path: string, code: FileErrorCode) => string
  readonly writeError: (command: string, code: FileErrorCode) => string
  /** Of a tool that wants to read a file. */
  readonly toolCannotOpen: (path: string, code: FileErrorCode) => string
  readonly toolCannotStat: (path: string, code: FileErrorCode) => string
}

function orMissing(missing: string): (code: FileErrorCode) => string {
  return (code) => (code === 'ENOENT' ? missing : messageOf(code))
}

const ASH: Pick<ShellWords, 'notFound'> = { notFound: (command) => `${command}: not found` }
const GNU: Pick<ShellWords, 'toolCannotOpen' | 'toolCannotStat'> = {
  toolCannotOpen: (path, code) => `${path}: ${messageOf(code)}`,
  toolCannotStat: (path, code) => `cannot access '${path}': ${messageOf(code)}`,
}

/** busybox ash (shell/ash.c, libbb/wfopen.c), Debian's dash (src/error.c, src/redir.c), bash (redir.c, error.c). */
export const WORDS: Readonly<Record<Userland, ShellWords>> = {
  busybox: {
    ...ASH,
    prefix: (name) => `${name}: `,
    cannotCreate: (path, code) => `can't create ${path}: ${orMissing('nonexistent directory')(code)}`,
    cannotOpen: (path, code) => `can't open ${path}: ${orMissing('no such file')(code)}`,
    writeError: (command, code) =>
      `${command === 'echo' ? '' : `${command}: `}write error: ${messageOf(code)}`,
    toolCannotOpen: (path, code) => `can't open '${path}': ${messageOf(code)}`,
    toolCannotStat: (path, code) => `${path}: ${messageOf(code)}`,
  },
  debian: {
    ...ASH,
    ...GNU,
    prefix: (name) => `${name}: 1: `,
    cannotCreate: (path, code) => `cannot create ${path}: ${orMissing('Directory nonexistent')(code)}`,
    cannotOpen: (path, code) => `cannot open ${path}: ${orMissing('No such file')(code)}`,
    writeError: (command, code) =>
      `${command}: ${command === 'echo' ? 'I/O error' : `write error: ${messageOf(code)}`}`,
  },
  bash: {
    ...GNU,
    prefix: (name) => `${name}: line 1: `,
    notFound: (command) => `${command}: command not found`,
    cannotCreate: (path, code) => `${path}: ${messageOf(code)}`,
    cannotOpen: (path, code) => `${path}: ${messageOf(code)}`,
    writeError: (command, code) => `${command}: write error: ${messageOf(code)}`,
  },
}
