import { FileError } from '../../../filesystem/fileSystem'
import type { FileStat, FileSystem } from '../../../filesystem/fileSystem'
import { joinPath } from '../path'
import type { Call } from '../shellState'
import { complain, immediate, optionsOf, pathOf, say, wordsOf } from './command'
import type { Command } from './command'
import { formatDate } from './date'
import { nameOfGroup, nameOfUser } from './names'

/** Takes a type and a mode; gives them as `ls -l` does: `drwxr-sr-x`. */
export function modeText({ type, mode }: FileStat): string {
  const letters = Array.from('rwxrwxrwx', (letter, at) => ((mode >> (8 - at)) & 1 ? letter : '-'))
  const mark = (at: number, bit: number, set: string, unset: string) => {
    if ((mode & bit) !== 0) letters[at] = letters[at] === 'x' ? set : unset
  }
  mark(2, 0o4000, 's', 'S')
  mark(5, 0o2000, 's', 'S')
  mark(8, 0o1000, 't', 'T')
  return { file: '-', directory: 'd', symlink: 'l' }[type] + letters.join('')
}

interface Row {
  readonly name: string
  readonly path: string
  readonly stat: FileStat
}

/** Takes files, a path and what is known of it; gives how many names it has: a directory has its own, `.`, and the `..` of each one in it. */
export function linksOf(files: FileSystem, path: string, { type }: FileStat): number {
  if (type !== 'directory') return 1
  if (!files.allows(path, 'read') || !files.allows(path, 'execute')) return 2
  return 2 + files.list(path).filter((name) => files.lstat(joinPath(path, name)).type === 'directory').length
}

/** How wide the columns of `ls -l` are at least: busybox' are fixed (display_single in coreutils/ls.c), the GNU one's fit. */
const WIDTHS = { links: 4, user: 8, group: 8, size: 9 }

function long(call: Call, rows: readonly Row[], isNumeric: boolean): string {
  const { files, clock } = call.machine.process
  const cells = rows.map(({ name, path, stat }) => ({
    mode: modeText(stat),
    links: String(linksOf(files, path, stat)),
    user: isNumeric ? String(stat.uid) : nameOfUser(files, stat.uid),
    group: isNumeric ? String(stat.gid) : nameOfGroup(files, stat.gid),
    size: String(stat.size),
    rest: `${formatDate('%b %e %H:%M', clock.epoch + stat.modifiedAt)} ${stat.type === 'symlink' ? `${name} -> ${files.readlink(path)}` : name}`,
  }))
  const isBusybox = call.machine.image.userland === 'busybox'
  const width = (column: keyof typeof WIDTHS) =>
    isBusybox ? WIDTHS[column] : Math.max(...cells.map((row) => row[column].length))
  return cells
    .map(({ mode, links, user, group, size, rest }) =>
      [
        mode,
        links.padStart(width('links')),
        user.padEnd(width('user')),
        group.padEnd(width('group')),
        size.padStart(width('size')),
        rest,
      ].join(' '),
    )
    .map((line) => `${line}\n`)
    .join('')
}

function rowsOf(files: FileSystem, path: string, names: readonly string[]): readonly Row[] {
  return names.map((name) => {
    const at = joinPath(path, name)
    return { name, path: at, stat: files.lstat(at) }
  })
}

/** What `-F` and `-p` put behind a name. */
function markOf({ stat: { type, mode } }: Row, flags: ReadonlySet<string>): string {
  if (type === 'directory') return flags.has('F') || flags.has('p') ? '/' : ''
  if (!flags.has('F')) return ''
  return type === 'symlink' ? '@' : (mode & 0o111) === 0 ? '' : '*'
}

/** `ls`: a name a line, as it writes where nobody looks at a terminal. */
const ls = immediate((call) => {
  const { flags, operands } = optionsOf(call.args)
  const { files } = call.machine.process
  const isLong = flags.has('l') || flags.has('n')
  const show = (rows: readonly Row[]) => {
    if (isLong) say(call, long(call, rows, flags.has('n')))
    else for (const row of rows) say(call, `${row.name}${markOf(row, flags)}\n`)
  }
  const sorted = (rows: readonly Row[]) => {
    const byTime = flags.has('t') ? rows.toSorted((a, b) => b.stat.modifiedAt - a.stat.modifiedAt) : rows
    return flags.has('r') ? byTime.toReversed() : byTime
  }
  let status = 0
  const directories: string[] = []
  const single: Row[] = []
  for (const operand of operands.length === 0 ? ['.'] : operands)
    try {
      const path = pathOf(call, operand)
      const isLink = isLong && files.lstat(path).type === 'symlink'
      if (!isLink && files.stat(path).type === 'directory' && !flags.has('d')) directories.push(operand)
      else single.push({ name: operand, path, stat: files.lstat(path) })
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      status = complain(call, wordsOf(call).toolCannotStat(operand, error.code))
    }
  show(sorted(single))
  const showDirectory = (operand: string, isNamed: boolean) => {
    const path = pathOf(call, operand)
    const all = files.list(path)
    const names = flags.has('a')
      ? ['.', '..', ...all]
      : all.filter((name) => flags.has('A') || !name.startsWith('.'))
    if (isNamed) say(call, `${operand}:\n`)
    if (isLong) say(call, `total ${4 * names.length}\n`)
    const rows = sorted(rowsOf(files, path, names))
    show(rows)
    if (!flags.has('R')) return
    for (const { name, stat } of rows)
      if (stat.type === 'directory' && name !== '.' && name !== '..') {
        say(call, '\n')
        showDirectory(`${operand}/${name}`, true)
      }
  }
  for (const [at, operand] of directories.entries())
    try {
      if (at > 0 || single.length > 0) say(call, '\n')
      showDirectory(operand, operands.length > 1 || flags.has('R'))
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      status = complain(call, wordsOf(call).toolCannotOpen(operand, error.code))
    }
  return status
})

const HEADER = 'Filesystem           1K-blocks      Used Available Use% Mounted on\n'
/** What a node's disk holds, for what nothing bounds: 20 GiB. */
const DISK = 20 * 1024 * 1024

/** `df`: a volume with a bound is a tmpfs of that size; the others share the node's disk. */
const df = immediate((call) => {
  const { operands } = optionsOf(call.args)
  const mounts = call.machine.process.files.mounts()
  const wanted =
    operands.length === 0
      ? mounts
      : operands.flatMap((operand) => {
          const path = pathOf(call, operand)
          const on = mounts.filter((mount) => mount.path === '/' || `${path}/`.startsWith(`${mount.path}/`))
          return on.toSorted((a, b) => b.path.length - a.path.length).slice(0, 1)
        })
  say(call, HEADER)
  for (const { path, used, size } of wanted) {
    const blocks = size === undefined ? DISK : Math.ceil(size / 1024)
    const usedBlocks = Math.ceil(used / 1024)
    const name = path === '/' ? 'overlay' : size === undefined ? '/dev/sda1' : 'tmpfs'
    const percent = blocks === 0 ? 0 : Math.ceil((100 * usedBlocks) / blocks)
    const numbers = [blocks, usedBlocks, blocks - usedBlocks].map((number) => String(number).padStart(9))
    say(call, `${name.padEnd(20)} ${numbers.join(' ')} ${String(percent).padStart(3)}% ${path}\n`)
  }
  return 0
})

/** What shows which files there are. */
export const LISTING_COMMANDS: Readonly<Record<string, Command>> = { ls, df }
