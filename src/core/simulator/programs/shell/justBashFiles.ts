import type { Bash } from 'just-bash/browser'
import { FileError } from '../../filesystem/fileSystem'
import type { FileStat, FileSystem } from '../../filesystem/fileSystem'
import { joinPath } from './path'
import { messageOf } from './errorMessages'

type BashFiles = Bash['fs']
type BashStat = Awaited<ReturnType<BashFiles['stat']>>

/** Where just-bash looks for its tools. They are no files of an image, so it is told that they are there. */
export const TOOLS_PLACE = '/usr/bin/'

const TOOL = {
  isFile: true,
  isDirectory: false,
  isSymbolicLink: false,
  mode: 0o755,
  size: 0,
  mtime: new Date(0),
}

/**
 * The files of a container as just-bash wants them: with promises, and errors that begin with their code. It is a class
 * because just-bash copies a plain object, with all that hangs on it, at each call of a tool.
 */
export class JustBashFiles implements BashFiles {
  /** Takes the files, and the names of the tools that just-bash has. */
  constructor(
    private readonly files: FileSystem,
    private readonly tools: ReadonlySet<string>,
  ) {}

  readFile(path: string): Promise<string> {
    return done(() => this.files.readText(path))
  }

  readFileBuffer(path: string): Promise<Uint8Array> {
    return done(() => this.files.read(path))
  }

  writeFile(path: string, content: string | Uint8Array): Promise<void> {
    return done(() => this.files.write(path, content))
  }

  appendFile(path: string, content: string | Uint8Array): Promise<void> {
    return done(() => this.files.append(path, content))
  }

  exists(path: string): Promise<boolean> {
    return done(() => this.isTool(path) || this.files.exists(path))
  }

  stat(path: string): Promise<BashStat> {
    return done(() => (this.isTool(path) ? TOOL : statOf(this.files.stat(path))))
  }

  lstat(path: string): Promise<BashStat> {
    return done(() => statOf(this.files.lstat(path)))
  }

  mkdir(path: string, options?: { recursive?: boolean }): Promise<void> {
    return done(() => this.files.makeDirectory(path, { parents: options?.recursive === true }))
  }

  readdir(path: string): Promise<string[]> {
    return done(() => [...this.files.list(path)])
  }

  rm(path: string, options?: { recursive?: boolean; force?: boolean }): Promise<void> {
    return done(() => {
      if (options?.force === true && !this.files.exists(path)) return
      this.files.remove(path, { recursive: options?.recursive === true })
    })
  }

  cp(from: string, to: string): Promise<void> {
    return done(() => {
      this.copy(from, to)
    })
  }

  mv(from: string, to: string): Promise<void> {
    return done(() => this.files.rename(from, to))
  }

  resolvePath(base: string, path: string): string {
    return joinPath(base, path)
  }

  getAllPaths(): string[] {
    return []
  }

  chmod(path: string, mode: number): Promise<void> {
    return done(() => this.files.chmod(path, mode))
  }

  symlink(target: string, path: string): Promise<void> {
    return done(() => this.files.symlink(target, path))
  }

  link(from: string, to: string): Promise<void> {
    return done(() => this.files.write(to, this.files.read(from)))
  }

  readlink(path: string): Promise<string> {
    return done(() => this.files.readlink(path))
  }

  realpath(path: string): Promise<string> {
    return done(() => this.files.realpath(path))
  }

  utimes(path: string): Promise<void> {
    return done(() => this.files.append(path, ''))
  }

  private isTool(path: string): boolean {
    return path.startsWith(TOOLS_PLACE) && this.tools.has(path.slice(TOOLS_PLACE.length))
  }

  private copy(from: string, to: string): void {
    if (this.files.stat(from).type !== 'directory') {
      this.files.write(to, this.files.read(from))
      return
    }
    this.files.makeDirectory(to, { parents: true })
    for (const name of this.files.list(from)) this.copy(joinPath(from, name), joinPath(to, name))
  }
}

function statOf({ type, mode, size, modifiedAt, id }: FileStat): BashStat {
  return {
    isFile: type === 'file',
    isDirectory: type === 'directory',
    isSymbolicLink: type === 'symlink',
    mode,
    size,
    mtime: new Date(modifiedAt),
    ino: id,
  }
}

function done<Result>(run: () => Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    try {
      resolve(run())
    } catch (error) {
      reject(
        error instanceof FileError
          ? new Error(`${error.code}: ${messageOf(error.code).toLowerCase()}, '${error.path}'`)
          : error,
      )
    }
  })
}
