import type { Bash } from 'just-bash/browser'
import { FileError } from '../../filesystem/fileSystem'
import type { FileStat, FileSystem } from '../../filesystem/fileSystem'
import { joinPath } from './path'
import { messageOf } from './errorMessages'

type BashFiles = Bash['fs']
type BashStat = Awaited<ReturnType<BashFiles['stat']>>

/** Its tools are no files of an image: just-bash takes them by their name where this directory is not there. */
const TOOLS_PLACE = '/usr/bin'

/** Takes the files of a container; gives them as just-bash wants them: with promises, and errors that begin with their code. */
export function justBashFiles(files: FileSystem): BashFiles {
  const copy = (from: string, to: string): void => {
    if (files.stat(from).type !== 'directory') {
      files.write(to, files.read(from))
      return
    }
    files.makeDirectory(to, { parents: true })
    for (const name of files.list(from)) copy(joinPath(from, name), joinPath(to, name))
  }
  return {
    readFile: (path) => done(() => files.readText(path)),
    readFileBuffer: (path) => done(() => files.read(path)),
    writeFile: (path, content) => done(() => files.write(path, content)),
    appendFile: (path, content) => done(() => files.append(path, content)),
    exists: (path) => done(() => path !== TOOLS_PLACE && files.exists(path)),
    stat: (path) => done(() => statOf(files.stat(path))),
    lstat: (path) => done(() => statOf(files.lstat(path))),
    mkdir: (path, options) => done(() => files.makeDirectory(path, { parents: options?.recursive === true })),
    readdir: (path) => done(() => [...files.list(path)]),
    rm: (path, options) =>
      done(() => {
        if (options?.force === true && !files.exists(path)) return
        files.remove(path, { recursive: options?.recursive === true })
      }),
    cp: (from, to) =>
      done(() => {
        copy(from, to)
      }),
    mv: (from, to) => done(() => files.rename(from, to)),
    resolvePath: joinPath,
    getAllPaths: () => [],
    chmod: (path, mode) => done(() => files.chmod(path, mode)),
    symlink: (target, path) => done(() => files.symlink(target, path)),
    link: (from, to) => done(() => files.write(to, files.read(from))),
    readlink: (path) => done(() => files.readlink(path)),
    realpath: (path) => done(() => files.realpath(path)),
    utimes: (path) => done(() => files.append(path, '')),
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
