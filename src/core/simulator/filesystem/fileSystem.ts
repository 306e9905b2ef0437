import type { Signal } from '../clock'

/** Why a file could not be read or written (errno.h). */
export type FileErrorCode =
  | 'EACCES'
  | 'EBUSY'
  | 'EEXIST'
  | 'EINVAL'
  | 'EISDIR'
  | 'ELOOP'
  | 'ENOENT'
  | 'ENOSPC'
  | 'ENOTDIR'
  | 'ENOTEMPTY'
  | 'EPERM'
  | 'EROFS'
  | 'EXDEV'

/** What a call to a file system throws. */
export class FileError extends Error {
  constructor(
    readonly code: FileErrorCode,
    readonly path: string,
  ) {
    super(`${code}: ${path}`)
    this.name = 'FileError'
  }
}

/** Who reads and writes: user, group, supplementary groups. User 0 may do everything but write to what is mounted read-only. */
export interface Credentials {
  readonly uid: number
  readonly gid: number
  readonly groups: readonly number[]
}

/** What is known of a file. */
export interface FileStat {
  readonly type: 'file' | 'directory' | 'symlink'
  /** The permission bits, with setgid and sticky. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Bytes. */
  readonly size: number
  /** Milliseconds of virtual time. */
  readonly modifiedAt: number
  /** The number of the file; the same one through every mount. */
  readonly id: number
}

/** What somebody wants to do with a file; of a directory, `execute` is to go through it. */
export type Wanted = 'read' | 'write' | 'execute'

/** What is mounted, as `df` and `mount` show it. */
export interface MountUsage {
  readonly path: string
  readonly readOnly: boolean
  /** Bytes that its files hold. */
  readonly used: number
  /** Bytes that fit, where something bounds them. */
  readonly size: number | undefined
}

/**
 * The files of one container, as its processes see them: the image's files, its own layer above them, and the volumes
 * where they are mounted. Paths are absolute. Every method throws a FileError where a real kernel would refuse.
 */
export interface FileSystem {
  read(path: string): Uint8Array
  readText(path: string): string
  write(path: string, content: string | Uint8Array): void
  append(path: string, content: string | Uint8Array): void
  exists(path: string): boolean
  /** Follows links; `lstat` does not. */
  stat(path: string): FileStat
  lstat(path: string): FileStat
  /** The names in a directory, in order. */
  list(path: string): readonly string[]
  makeDirectory(path: string, options?: { readonly parents?: boolean; readonly mode?: number }): void
  remove(path: string, options?: { readonly recursive?: boolean }): void
  rename(from: string, to: string): void
  symlink(target: string, path: string): void
  readlink(path: string): string
  realpath(path: string): string
  chmod(path: string, mode: number): void
  chown(path: string, uid: number, gid: number): void
  /** Takes a path and what for; says whether it is there and allowed (access(2)). */
  allows(path: string, wanted: Wanted): boolean
  /** Gives what is mounted, the container's own files first. */
  mounts(): readonly MountUsage[]
  /** Fires whenever anything that can be seen here has changed. */
  readonly changed: Signal
}
