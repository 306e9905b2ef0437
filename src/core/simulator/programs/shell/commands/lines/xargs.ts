import type { Steps } from '../../../../clock'
import type { Call } from '../../shellState'
import { readAll } from '../../streams'
import { complain, optionsOf } from '../command'

/** Options of xargs(1) that have a value. */
const VALUED = 'nILPdsEa'

/** xargs(1): runs a command with what it reads for arguments: 123 where one of them failed. */
export function* xargs(call: Call): Steps<number> {
  const [options, command] = apart(call.args)
  const { flags, values } = optionsOf(
    options.map((arg) => arg.replace(/^--no-run-if-empty$/, '-r').replace(/^--null$/, '-0')),
    VALUED,
  )
  const words = command.length === 0 ? ['echo'] : command
  const text = yield* readAll(call.streams.input)
  const mark = values.get('I')
  const isByLine = mark !== undefined || values.has('L')
  const items = flags.has('0')
    ? text.split('\0').filter((item) => item !== '')
    : values.has('d')
      ? text.replace(/\n$/, '').split(values.get('d') === String.raw`\n` ? '\n' : (values.get('d') ?? ''))
      : isByLine
        ? text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trimStart()]))
        : itemsOf(text)
  if (items === undefined) return complain(call, 'unmatched single quote')
  if (items.length === 0 && (flags.has('r') || mark !== undefined)) return 0
  const count = values.get('n') ?? values.get('L')
  if (count !== undefined && !/^-?\d+$/.test(count)) return complain(call, `invalid number '${count}'`)
  if (count !== undefined && Number(count) < 1)
    return complain(call, `number ${count} is not in 1..2147483647 range`)
  const most = count === undefined ? (mark === undefined ? Infinity : 1) : Number(count)
  let status = 0
  for (let at = 0; at === 0 || at < items.length; at += most) {
    const given = items.slice(at, at + most)
    const run =
      mark === undefined
        ? [...words, ...given.flatMap((item) => (values.has('L') ? (itemsOf(item) ?? []) : [item]))]
        : words.map((word) => word.replaceAll(mark, () => given[0] ?? ''))
    const ended = yield* call.run(run)
    if (ended === 126 || ended === 127) return ended
    if (ended === 255) return 124
    if (ended !== 0) status = 123
  }
  return status
}

/** Takes the arguments; gives those of xargs and the command, which has options of its own. */
function apart(args: readonly string[]): readonly [readonly string[], readonly string[]] {
  let at = 0
  for (let arg = args[at]; arg !== undefined && /^-./.test(arg); arg = args[at]) {
    at += 1
    if (arg === '--') break
    const isValued = /^-[0rtpx]*[nILPdsEa]$/.test(arg)
    if (isValued) at += 1
  }
  return [args.slice(0, at), args.slice(at)]
}

/** Takes text; gives its words: quotes and backslashes keep blanks. undefined where a quote does not end. */
function itemsOf(text: string): readonly string[] | undefined {
  const items: string[] = []
  let item: string | undefined
  for (const [part] of text.matchAll(/'[^'\n]*'|"[^"\n]*"|\\[^]|\s+|[^]/g)) {
    if (part === "'" || part === '"') return undefined
    if (/^\s/.test(part)) {
      if (item !== undefined) items.push(item)
      item = undefined
    } else {
      const isQuoted = part.length > 1 && !part.startsWith('\\')
      item = `${item ?? ''}${isQuoted ? part.slice(1, -1) : part.length > 1 ? part.slice(1) : part}`
    }
  }
  if (item !== undefined) items.push(item)
  return items
}
