import type { FileTree } from '../../filesystem/fileTree'
import type { Process, Program } from '../../programs/process'

/** What an image says of itself. */
export interface ImageDefaults {
  readonly uid: number
  readonly gid: number
}

/** What images hold and their programs do. */
export interface ContainerPrograms {
  /** Takes an image and an empty tree; puts the image's files into it. */
  fillRoot(image: string, root: FileTree): void
  defaults(image: string): ImageDefaults
  /** Takes an image with `command` and `args`; gives the whole command line. */
  commandLine(process: Pick<Process, 'image' | 'command' | 'args'>): readonly string[]
  /** Takes the main process of a container; gives its program, or why it can't be started. */
  main(process: Process): Program | { readonly error: string }
  /** Takes a process that is run beside the main one; gives its program, or why it can't be started. */
  command(process: Process): Program | { readonly error: string }
}
