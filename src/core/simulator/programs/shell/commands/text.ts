import { FileError } from '../../../filesystem/fileSystem'
import type { Steps } from '../../../clock'
import type { Call } from '../shellState'
import { outputOf, readAll, readLines } from '../streams'
import { messageOf } from '../errorMessages'
import { fileOutput } from '../redirect'
import { isDevice } from '../deviceFiles'
import { complain, optionsOf, pathOf, say, wordsOf } from './command'
import type { Command } from './command'
import { follow, lastLines } from './follow'
import { readOrTell } from './lines/lineReader'

/** Takes a call and a file as it was written; gives its text, or undefined when it has said why not. */
function textOf(call: Call, file: string): string | undefined {
  try {
    return call.machine.process.files.readText(pathOf(call, file))
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    const said =
      error.code === 'EISDIR' ? `read error: Is a directory` : wordsOf(call).toolCannotOpen(file, error.code)
    complain(call, said)
    return undefined
  }
}

/** cat(1): `-n` numbers the lines, `-b` those with text, `-e`, `-t` and `-A` show their ends and tabs. */
function* cat(call: Call): Steps<number> {
  const { flags, operands } = optionsOf(call.args)
  const isMarked = flags.has('e') || flags.has('E') || flags.has('A')
  const isTabbed = flags.has('t') || flags.has('T') || flags.has('A')
  let number = 0
  const shown = (line: string): string => {
    const text = isTabbed ? line.replaceAll('\t', '^I') : line
    const whole = isMarked ? text.replace(/\n$/, '$\n') : text
    const isNumbered = flags.has('b') ? line !== '\n' : flags.has('n')
    if (!isNumbered) return whole
    number += 1
    return `${String(number).padStart(6)}\t${whole}`
  }
  const show = (text: string) => {
    if (flags.size === 0) say(call, text)
    else for (const line of text.split(/(?<=\n)/)) say(call, shown(line))
  }
  let status = 0
  for (const file of operands.length === 0 ? ['-'] : operands) {
    if (file !== '-' && file !== '/dev/stdin') {
      const text = textOf(call, file)
      if (text === undefined) status = 1
      else show(text)
      continue
    }
    const { input } = call.streams
    for (let text = yield* readLines(input); text !== ''; text = yield* readLines(input)) show(text)
  }
  return status
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['b', 512],
  ['k', 1024],
  ['K', 1024],
  ['m', 1024 ** 2],
  ['M', 1024 ** 2],
  ['G', 1024 ** 3],
])

/** Takes a number with or without a unit (`10`, `1k`, `-5`); gives it. undefined where it is none. */
function amountOf(text: string): number | undefined {
  const [, number, unit = ''] = /^([-+]?\d+)([bkKmMG]?)$/.exec(text) ?? []
  return number === undefined ? undefined : Number(number) * (UNITS.get(unit) ?? 1)
}

function* head(call: Call): Steps<number> {
  const { values, operands } = optionsOf(
    call.args.map((arg, at) =>
      /^-[nc]$/.test(call.args[at - 1] ?? '') ? arg : arg.replace(/^-(\d+)$/, '-n$1'),
    ),
    'nc',
  )
  const wanted = values.get('c') ?? values.get('n') ?? values.get('lines') ?? '10'
  const count = amountOf(wanted)
  if (count === undefined) return complain(call, `invalid number '${wanted}'`)
  let status = 0
  for (const [at, file] of operands.entries()) {
    const isBusybox = call.machine.image.userland === 'busybox'
    const text = isBusybox ? readOrTell(call, file) : textOf(call, file)
    if (text === undefined) status = 1
    else {
      if (operands.length > 1) say(call, headingOf(file, at))
      say(call, values.has('c') ? firstBytes(text, pathOf(call, file), count) : firstLines(text, count))
    }
  }
  if (operands.length > 0) return status
  if (values.has('c')) {
    say(call, (yield* readAll(call.streams.input)).slice(0, count))
    return 0
  }
  if (count < 0) {
    say(call, firstLines(yield* readAll(call.streams.input), count))
    return 0
  }
  let left = count
  while (left > 0) {
    const lines = firstLines(yield* readLines(call.streams.input), left)
    if (lines === '') break
    say(call, lines)
    left -= lines.split('\n').length - 1
  }
  call.streams.input.close()
  return 0
}

/** Takes a file and how many were shown before it; gives what tells that it comes now. */
function headingOf(file: string, before: number): string {
  return `${before > 0 ? '\n' : ''}==> ${file} <==\n`
}

/** A device that never ends gives as much as is asked for. */
function firstBytes(text: string, path: string, count: number): string {
  const isEndless = isDevice(path) && text !== ''
  const times = isEndless ? Math.ceil(Math.min(count, MOST_BYTES) / text.length) : 1
  return text.repeat(times).slice(0, count)
}

const MOST_BYTES = 64 * 1024 * 1024

function firstLines(text: string, count: number): string {
  const lines = text.split(/(?<=\n)/)
  return (count < 0 ? lines.slice(0, count) : lines.slice(0, count)).join('')
}

function* tail(call: Call): Steps<number> {
  const args = call.args.map((arg, at) =>
    /^-[nc]$/.test(call.args[at - 1] ?? '')
      ? arg
      : arg.replace(/^-(\d+)$/, '-n$1').replace(/^\+(\d+)$/, '-n+$1'),
  )
  const { flags, values, operands } = optionsOf(args, 'ncs')
  const lines = values.get('n') ?? values.get('lines') ?? '10'
  const isRetried = flags.has('F') || (flags.has('f') && flags.has('retry'))
  if (operands.length > 0 && (flags.has('f') || isRetried || flags.has('follow')))
    return yield* follow(call, operands, lines, isRetried)
  let status = 0
  const show = (text: string) => {
    const bytes = values.get('c')
    const last = (wanted: string) =>
      text.slice(wanted.startsWith('+') ? Number(wanted) - 1 : -Math.abs(Number(wanted)))
    say(call, bytes === undefined ? lastLines(text, lines) : last(bytes))
  }
  let shown = 0
  for (const file of operands) {
    const text = textOf(call, file)
    if (text === undefined) status = 1
    else {
      if (operands.length > 1) say(call, headingOf(file, shown))
      shown += 1
      show(text)
    }
  }
  if (operands.length === 0) show(yield* readAll(call.streams.input))
  else if (shown === 0 && call.machine.image.userland === 'busybox') complain(call, 'no files')
  return status
}

/** wc(1): busybox pads to nine, the GNU one to the longest number. */
function* wc(call: Call): Steps<number> {
  const { flags, operands } = optionsOf(call.args)
  const isBusybox = call.machine.image.userland === 'busybox'
  const counted: { readonly numbers: readonly number[]; readonly file: string }[] = []
  let status = 0
  for (const file of operands.length === 0 ? [''] : operands) {
    const isInput = file === '' || file === '-'
    const text = isInput ? yield* readAll(call.streams.input) : readOrTell(call, file)
    if (text === undefined) status = 1
    else counted.push({ numbers: countsOf(text, flags), file })
  }
  const columns = counted[0]?.numbers.map((_, at) =>
    counted.reduce((sum, { numbers }) => sum + (numbers[at] ?? 0), 0),
  )
  if (operands.length > 1) counted.push({ numbers: columns ?? countsOf('', flags), file: 'total' })
  const isSingle = operands.length <= 1 && (columns?.length ?? 0) <= 1
  const width = isSingle
    ? 0
    : isBusybox
      ? 9
      : operands.length === 0
        ? 7
        : Math.max(...counted.flatMap(({ numbers }) => numbers.map((number) => String(number).length)))
  for (const { numbers, file } of counted)
    say(
      call,
      `${numbers.map((number) => String(number).padStart(width)).join(' ')}${file === '' ? '' : ` ${file}`}\n`,
    )
  return status
}

/** Lines, words, characters and bytes: those that are asked for, without being asked all but the characters. */
function countsOf(text: string, flags: ReadonlySet<string>): readonly number[] {
  const counts: readonly (readonly [string, () => number])[] = [
    ['l', () => text.split('\n').length - 1],
    ['w', () => text.split(/\s+/).filter((word) => word !== '').length],
    ['m', () => Array.from(text).length],
    ['c', () => new TextEncoder().encode(text).length],
  ]
  return counts
    .filter(([flag]) => (flags.size === 0 ? flag !== 'm' : flags.has(flag)))
    .map(([, count]) => count())
}

function* tee(call: Call): Steps<number> {
  const { flags, operands } = optionsOf(call.args)
  let status = 0
  const outputs = operands.flatMap((file) => {
    try {
      const stream = { '/dev/stdout': 1, '/dev/stderr': 2 }[file]
      if (stream !== undefined) return [outputOf(call.streams, stream)]
      return [fileOutput(call.machine.process.files, pathOf(call, file), flags.has('a'))]
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      status = complain(call, `${file}: ${messageOf(error.code)}`)
      return []
    }
  })
  const { input } = call.streams
  for (let text = yield* readLines(input); text !== ''; text = yield* readLines(input)) {
    say(call, text)
    for (const output of outputs) output.write(text)
  }
  for (const output of outputs) output.close()
  return status
}

/** What passes text on while it comes. */
export const TEXT_COMMANDS: Readonly<Record<string, Command>> = { cat, head, tail, wc, tee }
