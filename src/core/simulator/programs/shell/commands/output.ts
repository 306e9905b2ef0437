import { baseName, directoryName } from '../path'
import { complain, immediate, say } from './command'
import type { Command } from './command'
import { escapes, printf } from './printf'

/** `echo`: dash's reads escapes without being asked, the others with `-e`. */
const echo: Command = immediate((call) => {
  const isDash = call.machine.image.userland === 'debian'
  const options = call.args.findIndex((arg) => !(isDash ? /^-n$/ : /^-[neE]+$/).test(arg))
  const given = options < 0 ? call.args : call.args.slice(0, options)
  const text = (options < 0 ? [] : call.args.slice(options)).join(' ')
  const hasEscapes = isDash || given.some((arg) => arg.includes('e'))
  say(call, `${hasEscapes ? escapes(text) : text}${given.some((arg) => arg.includes('n')) ? '' : '\n'}`)
  return 0
})

/** Writes a word for ever: time passes as it does for a script that never sleeps. */
function* yes(...[call]: Parameters<Command>): ReturnType<Command> {
  const line = `${call.args.length === 0 ? 'y' : call.args.join(' ')}\n`
  for (;;) {
    say(call, line)
    const pause = call.machine.work()
    if (pause !== undefined) yield pause
  }
}

const MOST_NUMBERS = 1_000_000

/** What writes its arguments, or something made of them. */
export const OUTPUT_COMMANDS: Readonly<Record<string, Command>> = {
  echo,
  yes,
  true: immediate(() => 0),
  false: immediate(() => 1),
  printf: immediate((call) => {
    const [format, ...values] = call.args
    if (format === undefined) return complain(call, 'usage: printf FORMAT [ARG]...')
    say(call, printf(format, values))
    return 0
  }),
  seq: immediate((call) => {
    const separator = call.args[0] === '-s' ? (call.args[1] ?? '\n') : '\n'
    const numbers = (call.args[0] === '-s' ? call.args.slice(2) : call.args).map(Number)
    const [a = 1, b = a, c = b] = numbers
    const [first, step, last] =
      numbers.length === 1 ? [1, 1, a] : numbers.length === 2 ? [a, 1, b] : [a, b, c]
    const count = step === 0 ? 0 : Math.min(Math.max(0, Math.floor((last - first) / step) + 1), MOST_NUMBERS)
    const values = Array.from({ length: count }, (_, at) => String(first + at * step))
    if (count > 0) say(call, `${values.join(separator)}\n`)
    return 0
  }),
  basename: immediate((call) => {
    const [path = '', end = ''] = call.args
    const name = baseName(path)
    say(call, `${end !== '' && name.endsWith(end) && name !== end ? name.slice(0, -end.length) : name}\n`)
    return 0
  }),
  dirname: immediate((call) => {
    say(call, `${directoryName(call.args[0] ?? '')}\n`)
    return 0
  }),
}
