import { partsOf } from '../../filesystem/fileNode'

/** Takes a directory and a path; gives the path from there, absolute, without `.` and `..`. */
export function joinPath(directory: string, path: string): string {
  const done: string[] = []
  for (const part of partsOf(path.startsWith('/') ? path : `${directory}/${path}`))
    if (part === '..') done.pop()
    else done.push(part)
  return `/${done.join('/')}`
}

/** Takes a path; gives its last part. */
export function baseName(path: string): string {
  return partsOf(path).at(-1) ?? '/'
}

/** Takes a path; gives what is before its last part, as dirname(1) does. */
export function directoryName(path: string): string {
  const parts = partsOf(path).slice(0, -1).join('/')
  if (path.startsWith('/')) return `/${parts}`
  return parts === '' ? '.' : parts
}
