import type { Steps } from '../../clock'
import { textOf } from '../../filesystem/fileNode'
import { FileError } from '../../filesystem/fileSystem'
import { glob } from '../shell/globbing'
import type { Process } from '../process'
import { anySignal } from '../../anySignal'

/** What a log shipper does with files. */
export interface Following {
  /** Patterns of paths. */
  readonly paths: readonly string[]
  /** Where a file that is there at the start is read from; one that comes later is read from its beginning. */
  readonly from: 'beginning' | 'end'
  /** What a file is read from when the shipper starts again, by its path: bytes. */
  readonly known?: ReadonlyMap<string, number>
  /** A file was found. */
  readonly onFile: (path: string) => void
  /** A line was read, without its end. */
  readonly onLine: (line: string, path: string) => void
  /** All that there was has been read; takes how far, by path. */
  readonly onRead?: (offsets: ReadonlyMap<string, number>) => void
  /** After a while no file was found. */
  readonly onNothing: (paths: readonly string[]) => void
}

/** When it says that it has found nothing: as long as beats wait for their first report. */
const PATIENCE = 10_000

interface Read {
  readonly id: number
  at: number
  /** The beginning of a line whose end has not come yet. */
  rest: string
}

/** Takes a process and what to follow; reads the files that match and what comes to them, until SIGTERM. */
export function* followFiles(process: Process, following: Following): Steps {
  const { clock, files, term, kill } = process
  const reads = new Map<string, Read>()
  const deadline = clock.now + PATIENCE
  let isTold = false
  let isFirst = true
  for (;;) {
    if (readAll(process, following, reads, isFirst))
      following.onRead?.(new Map([...reads].map(([path, { at }]) => [path, at])))
    isFirst = false
    if (term.isSent || kill.isSent) return
    if (reads.size === 0 && !isTold && clock.now >= deadline) {
      isTold = true
      following.onNothing(following.paths)
    }
    const signal = anySignal([files.changed, term.signal, kill.signal])
    yield reads.size === 0 && !isTold ? { until: deadline, signal } : { signal }
  }
}

/** Reads what is new; says whether anything was. */
function readAll(
  { files }: Process,
  following: Following,
  reads: Map<string, Read>,
  isFirst: boolean,
): boolean {
  let hasNews = false
  for (const path of following.paths.flatMap((pattern) => glob(files, '/', pattern)))
    try {
      const { id, size, type } = files.stat(path)
      if (type === 'directory') continue
      let read = reads.get(path)
      if (read?.id !== id) {
        following.onFile(path)
        const start = isFirst && following.from === 'end' ? size : (following.known?.get(path) ?? 0)
        read = { id, at: isFirst && start <= size ? start : 0, rest: '' }
        reads.set(path, read)
      }
      if (size < read.at) read.at = 0
      if (size === read.at) continue
      const lines = (read.rest + textOf(files.read(path).subarray(read.at))).split('\n')
      read.at = size
      read.rest = lines.pop() ?? ''
      hasNews = true
      for (const line of lines) following.onLine(line, path)
    } catch (error) {
      // What can't be read just now is tried again when something changes.
      if (!(error instanceof FileError)) throw error
    }
  return hasNews
}
