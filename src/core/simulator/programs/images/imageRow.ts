import type { FileTree } from '../../filesystem/fileTree'
import type { Program } from '../process'
import type { Userland } from '../shell/machine'

/** What an image is, and what its program does. A new image is a row. */
export interface ImageRow {
  readonly id: string
  /** Its repositories, as `repositoryOf` writes them. */
  readonly images: readonly string[]
  /** What it is for, in one sentence for learners. */
  readonly about: string
  /** Where its makers say what it does. */
  readonly source: string
  /** Which shell and tools it has, or null where it has none: nothing but its program runs there. */
  readonly userland: Userland | null
  /** Commands that it has beyond those. */
  readonly adds?: readonly string[]
  /** The names of its program's file. */
  readonly executables: readonly string[]
  /** What runs where the manifest has no `command`. */
  readonly entrypoint: readonly string[]
  /** What the entrypoint gets where the manifest has no `args`. */
  readonly cmd: readonly string[]
  /** The entrypoint is a script that runs what it is given, and gives bare options to the program of `cmd`. */
  readonly isPassedThrough?: boolean
  /** Undefined where the image has nothing but its shell. */
  readonly program?: Program
  readonly uid: number
  readonly gid: number
  /** The line of /etc/passwd that its user has. */
  readonly user?: string
  readonly workingDirectory?: string
  readonly env?: Readonly<Record<string, string>>
  /** Takes the empty tree of a container and the image; puts what is special to the image there. */
  readonly fill?: (root: FileTree, image: string) => void
}

/** What of a row most images share. */
type Defaulted = 'userland' | 'entrypoint' | 'cmd' | 'uid' | 'gid'

/** Takes what is special to an image; gives its row: no shell, root, and its program as the entrypoint where nothing else is said. */
export function imageRow(row: Omit<ImageRow, Defaulted> & Partial<Pick<ImageRow, Defaulted>>): ImageRow {
  const [executable] = row.executables
  return {
    userland: null,
    entrypoint: executable === undefined || row.isPassedThrough === true ? [] : [executable],
    cmd: executable === undefined || row.isPassedThrough !== true ? [] : [executable],
    uid: 0,
    gid: 0,
    ...row,
  }
}
