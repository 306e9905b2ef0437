import type { FileStat } from '../../../filesystem/fileSystem'
import { messageOf } from '../errorMessages'
import type { Call } from '../shellState'
import { attempt, immediate, optionsOf, pathOf, say } from './command'
import type { Command } from './command'
import { formatDate } from './date'
import { linksOf, modeText } from './listing'
import { nameOfGroup, nameOfUser } from './names'

interface Shown {
  readonly call: Call
  readonly name: string
  readonly stat: FileStat
}

const TYPES = { file: 'regular file', directory: 'directory', symlink: 'symbolic link' }

/** A disk's block, and the unit that `%b` counts in. */
const BLOCK = 4096
const UNIT = 512

function modified(letters: string, { call, stat }: Shown): string {
  return formatDate(letters, call.machine.process.clock.epoch + stat.modifiedAt)
}

const SECONDS = (shown: Shown) => modified('%s', shown)
const TIME = (shown: Shown) => modified('%Y-%m-%d %H:%M:%S.%N +0000', shown)

/** What a letter behind `%` stands for (print_stat in coreutils/stat.c of busybox). */
const LETTERS: Readonly<Record<string, (shown: Shown) => string>> = {
  a: ({ stat }) => stat.mode.toString(8),
  A: ({ stat }) => modeText(stat),
  b: ({ stat }) => String((Math.ceil(stat.size / BLOCK) * BLOCK) / UNIT),
  B: () => String(UNIT),
  F: ({ stat }) => (stat.type === 'file' && stat.size === 0 ? 'regular empty file' : TYPES[stat.type]),
  g: ({ stat }) => String(stat.gid),
  G: ({ call, stat }) => nameOfGroup(call.machine.process.files, stat.gid),
  h: ({ call, name, stat }) => String(linksOf(call.machine.process.files, pathOf(call, name), stat)),
  i: ({ stat }) => String(stat.id),
  n: ({ name }) => name,
  N: ({ call, name, stat }) =>
    stat.type === 'symlink'
      ? `'${name}' -> '${call.machine.process.files.readlink(pathOf(call, name))}'`
      : name,
  o: () => String(BLOCK),
  s: ({ stat }) => String(stat.size),
  u: ({ stat }) => String(stat.uid),
  U: ({ call, stat }) => nameOfUser(call.machine.process.files, stat.uid),
  x: TIME,
  y: TIME,
  z: TIME,
  X: SECONDS,
  Y: SECONDS,
  Z: SECONDS,
  '%': () => '%',
}

/** What is shown where no format is given, a width in front of its letter. */
const WHOLE = [
  '  File: %N',
  '  Size: %-10s\tBlocks: %-10b IO Block: %-6o %F',
  'Device: 1h/1d\tInode: %-10i  Links: %h',
  'Access: (%04a/%A)  Uid: (%5u/%8U)   Gid: (%5g/%8G)',
  'Access: %x',
  'Modify: %y',
  'Change: %z',
].join('\n')

function formatted(format: string, shown: Shown): string {
  return format.replace(
    /%(-?)(0?)(\d*)([A-Za-z%])/g,
    (_, left: string, zero: string, width: string, letter: string) => {
      const text = LETTERS[letter]?.(shown) ?? '?'
      const size = Number(width)
      return left === '' ? text.padStart(size, zero === '' ? ' ' : '0') : text.padEnd(size)
    },
  )
}

/** stat(1): what is known of files, `-c` in a form, `-L` behind links. */
export const stat: Command = immediate((call) => {
  const { flags, values, operands } = optionsOf(call.args, 'c')
  const { files } = call.machine.process
  const format = values.get('c') ?? values.get('format') ?? WHOLE
  const cannot = call.machine.image.userland === 'busybox' ? "can't stat" : 'cannot statx'
  let status = 0
  for (const name of operands)
    status |= attempt(
      call,
      () => {
        const path = pathOf(call, name)
        const found = flags.has('L') ? files.stat(path) : files.lstat(path)
        say(call, `${formatted(format, { call, name, stat: found })}\n`)
      },
      ({ code }) => `${cannot} '${name}': ${messageOf(code)}`,
    )
  return status
})
