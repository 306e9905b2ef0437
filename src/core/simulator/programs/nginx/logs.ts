import { FileError } from '../../filesystem/fileSystem'
import type { Process } from '../process'
import { messageOf } from '../shell/errorMessages'

/** Takes a line with its end; writes it. */
export type LogWriter = (line: string) => void

const STREAMS: Readonly<Record<string, 'stdout' | 'stderr'>> = {
  '/dev/stdout': 'stdout',
  '/dev/stderr': 'stderr',
  stderr: 'stderr',
}

/**
 * Takes a process, the path of a log, and the stream that it is where the path is ''; opens it, or says why not. The
 * image's logs are links to /dev/stdout and /dev/stderr: a volume mounted over them hides the links, and there are files.
 */
export function openLog(process: Process, path: string, otherwise: 'stdout' | 'stderr'): LogWriter | string {
  const stream = path === '' ? otherwise : (STREAMS[path] ?? STREAMS[targetOf(process, path)])
  if (path === 'off') return () => undefined
  if (stream !== undefined)
    return (line) => {
      process.write(stream, line)
    }
  try {
    process.files.append(path, '')
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return `open() "${path}" failed (${error.code === 'EROFS' ? 30 : error.code === 'ENOENT' ? 2 : 13}: ${messageOf(error.code)})`
  }
  return (line) => {
    try {
      process.files.append(path, line)
    } catch (error) {
      // A full disk: nginx drops the line.
      if (!(error instanceof FileError)) throw error
    }
  }
}

function targetOf({ files }: Process, path: string): string {
  try {
    return files.readlink(path)
  } catch (error) {
    if (error instanceof FileError) return ''
    throw error
  }
}
