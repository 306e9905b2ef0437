import { baseName, directoryName } from '../path'
import type { Userland } from '../machine'
import { asBuiltin, complain, immediate, optionsOf, say } from './command'
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

/** What printf says of what is no number. */
const BAD_NUMBERS: Readonly<Record<Userland, (value: string) => string>> = {
  busybox: (value) => `invalid number '${value}'`,
  debian: (value) => `${value}: expected numeric value`,
  bash: (value) => `${value}: invalid number`,
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
    const own = asBuiltin(call)
    if (format === undefined) {
      complain(own, 'usage: printf FORMAT [ARGUMENT...]')
      return 2
    }
    let status = 0
    say(
      call,
      printf(format, values, (value) => {
        status = complain(own, BAD_NUMBERS[call.machine.image.userland](value))
      }),
    )
    return status
  }),
  seq: immediate((call) => {
    const start = call.args.findIndex((arg) => !/^-[a-z]/.test(arg))
    const isSeparate = call.args[start - 1] === '-s'
    const { flags, values: options } = optionsOf(
      call.args.slice(0, isSeparate ? start + 1 : Math.max(0, start)),
      's',
    )
    const separator = options.get('s') ?? '\n'
    const numbers = call.args.slice(isSeparate ? start + 1 : Math.max(0, start)).map(Number)
    const [a = 1, b = a, c = b] = numbers
    const [first, step, last] =
      numbers.length === 1 ? [1, 1, a] : numbers.length === 2 ? [a, 1, b] : [a, b, c]
    const count = step === 0 ? 0 : Math.min(Math.max(0, Math.floor((last - first) / step) + 1), MOST_NUMBERS)
    const plain = Array.from({ length: count }, (_, at) => String(Number((first + at * step).toFixed(10))))
    const width = flags.has('w') ? Math.max(...[String(first), String(last)].map(({ length }) => length)) : 0
    const values = plain.map((value) => value.padStart(width, '0'))
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
