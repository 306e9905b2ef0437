import type { Steps } from '../../../clock'
import { textOf } from '../../../filesystem/fileNode'
import { FileError } from '../../../filesystem/fileSystem'
import type { Call } from '../shellState'
import { complain, pathOf, say, wordsOf } from './command'

interface Followed {
  readonly file: string
  readonly path: string
  /** The number of the file that is read; undefined while there is none. */
  id: number | undefined
  /** Bytes that have been read. */
  at: number
}

/** Takes text and how many lines as `tail -n` takes it; gives the last ones, or with `+` those from that line on. */
export function lastLines(text: string, lines: string): string {
  const all = text.split(/(?<=\n)/)
  const count = Number(lines.replace(/^[-+]/, ''))
  if (lines.startsWith('+')) return all.slice(Math.max(0, count - 1)).join('')
  return count === 0 ? '' : all.slice(-count).join('')
}

/** `tail -f`: writes what the files get, and with `-F` looks for a file again that is not there or has become another one. */
export function* follow(
  call: Call,
  files: readonly string[],
  lines: string,
  isRetried: boolean,
): Steps<number> {
  const followed = files.map((file): Followed => ({ file, path: pathOf(call, file), id: undefined, at: 0 }))
  let shown = ''
  const write = (each: Followed, text: string) => {
    if (text === '') return
    if (files.length > 1 && shown !== each.file)
      say(call, `${shown === '' ? '' : '\n'}==> ${each.file} <==\n`)
    shown = each.file
    say(call, text)
  }
  for (const each of followed) {
    const text = news(call, each, true)
    if (text !== undefined) write(each, lastLines(text, lines))
  }
  const open = isRetried ? followed : followed.filter(({ id }) => id !== undefined)
  if (open.length === 0)
    return complain(call, call.machine.image.userland === 'busybox' ? 'no files' : 'no files remaining')
  for (;;) {
    yield { signal: call.machine.process.files.changed }
    for (const each of open) write(each, news(call, each, false) ?? '')
  }
}

/** Takes what is followed; gives what has come since the last time, undefined where it can't be read. */
function news(call: Call, each: Followed, isFirst: boolean): string | undefined {
  const { files } = call.machine.process
  try {
    const { id, size } = files.stat(each.path)
    const isOther = id !== each.id
    if (isOther && each.id === undefined && !isFirst && call.machine.image.userland !== 'busybox')
      complain(call, `'${each.file}' has appeared;  following new file`)
    if (isOther || size < each.at) each.at = 0
    each.id = id
    if (size === each.at) return ''
    const text = textOf(files.read(each.path).subarray(each.at))
    each.at = size
    return text
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    if (isFirst) {
      const isBusybox = call.machine.image.userland === 'busybox'
      const { toolCannotOpen } = wordsOf(call)
      complain(
        call,
        isBusybox
          ? toolCannotOpen(each.file, error.code)
          : `cannot open '${each.file}' for reading: ${toolCannotOpen(each.file, error.code).split(': ').at(-1) ?? ''}`,
      )
    }
    return undefined
  }
}
