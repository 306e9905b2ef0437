import { FileError } from '../../filesystem/fileSystem'
import type { NetworkResponse } from '../../network/request'
import { http } from '../images/serving'
import { mediaTypeOf } from '../nginx/mediaTypes'
import type { Process } from '../process'
import { joinPath } from '../shell/path'

/** What was asked of a directory of files: the file, or why there is none. */
export type StaticAnswer =
  | { readonly response: NetworkResponse }
  | { readonly missing: 'no file' | 'no index' | 'not allowed'; readonly directory: string }

/** Takes a process, a directory and the path of a request; gives the file there, or the index.html of the directory. */
export function staticFile({ files }: Process, root: string, path: string): StaticAnswer {
  // Whatever `..` a path has, it ends at the directory.
  const file = joinPath('/', `${root}${joinPath('/', path)}`)
  try {
    const isDirectory = files.stat(file).type === 'directory'
    const found = isDirectory ? joinPath(file, 'index.html') : file
    if (!files.exists(found)) return { missing: 'no index', directory: file }
    return { response: http(200, files.readText(found), mediaTypeOf(found)) }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return { missing: error.code === 'EACCES' ? 'not allowed' : 'no file', directory: file }
  }
}
