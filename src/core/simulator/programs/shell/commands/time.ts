import { anySignal } from '../../../anySignal'
import type { Steps } from '../../../clock'
import type { Call } from '../shellState'
import { SIGNALS } from '../machine'
import { complain, immediate, optionsOf, say } from './command'
import type { Command } from './command'
import { formatDate, parseDate } from './date'

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 }

/** Takes a time as sleep(1) takes it (`0.5`, `1m`, `infinity`); gives its milliseconds, undefined where it is none. */
function millisecondsOf(text: string): number | undefined {
  if (/^inf(inity)?$/i.test(text)) return Number.POSITIVE_INFINITY
  const [, number, unit = ''] = /^(\d+\.?\d*|\.\d+)([smhd]?)$/.exec(text) ?? []
  return number === undefined ? undefined : Number(number) * (UNITS[unit] ?? 1) * 1000
}

function* sleep(call: Call): Steps<number> {
  const { clock } = call.machine.process
  const times = call.args.map(millisecondsOf)
  if (times.length === 0) return complain(call, 'missing operand')
  let sum = 0
  for (const [at, time] of times.entries()) {
    if (time === undefined)
      return complain(
        call,
        call.machine.image.userland === 'busybox'
          ? `invalid number '${call.args[at] ?? ''}'`
          : `invalid time interval '${call.args[at] ?? ''}'`,
      )
    sum += time
  }
  const end = clock.now + sum
  call.machine.rest()
  if (end === Number.POSITIVE_INFINITY) for (;;) yield {}
  while (clock.now < end) yield { until: end }
  return 0
}

/** `timeout 5 command…`: 124 where the time is over, as the GNU one says; busybox' gives the 143 of the signal. */
function* timeout(call: Call): Steps<number> {
  const { values, operands } = optionsOf(untilCommand(call.args), 'stk')
  const [given = '', ...words] = values.has('t') ? [values.get('t') ?? '', ...operands] : operands
  const time = millisecondsOf(given)
  if (time === undefined) return complain(call, `invalid time interval '${given}'`)
  const { machine } = call
  const { clock } = machine.process
  const job = machine.spawn(() => call.run([...words, ...call.args.slice(untilCommand(call.args).length)]))
  const end = clock.now + time
  while (job.status === undefined && clock.now < end) yield { until: end, signal: anySignal([job.ended]) }
  if (job.status !== undefined) return job.status
  const signal = (values.get('s') ?? 'TERM').replace(/^SIG/, '')
  machine.kill(job.pid, signal)
  const isKilled = signal === 'KILL' || signal === '9'
  return machine.image.userland === 'busybox' || isKilled
    ? 128 + (isKilled ? 9 : (SIGNALS[signal] ?? 15))
    : 124
}

/** Takes the arguments of `timeout`; gives those up to its duration: the command has options of its own. */
function untilCommand(args: readonly string[]): readonly string[] {
  const at = args.findIndex(
    (arg, place) => /^[\d.]+[smhd]?$/.test(arg) && !/^-[sk]$/.test(args[place - 1] ?? ''),
  )
  return args.slice(0, at + 1)
}

/** `date`, in virtual time. */
const date = immediate((call) => {
  const { clock } = call.machine.process
  const args = call.args.map((arg) => arg.replace(/^--date=/, '-d').replace(/^--(utc|universal)$/, '-u'))
  const { flags, values, operands } = optionsOf(
    args.filter((arg) => !/^(-I|--iso-8601|-R)/.test(arg)),
    'd',
  )
  const iso = args.find((arg) => /^(-I|--iso-8601)/.test(arg))?.replace(/^(-I|--iso-8601=?)/, '')
  const now = clock.epoch + clock.now
  const given = values.get('d')
  const time = given === undefined ? now : parseDate(given, now)
  if (time === undefined) return complain(call, `invalid date '${given ?? ''}'`)
  const format = operands.find((operand) => operand.startsWith('+'))?.slice(1)
  const isRfc = args.includes('-R') || flags.has('R')
  const chosen =
    format ?? (iso === undefined ? (isRfc ? RFC_5322 : DEFAULT) : (ISO[iso] ?? ISO[''] ?? DEFAULT))
  say(call, `${formatDate(chosen, time)}\n`)
  return 0
})

const DEFAULT = '%a %b %e %H:%M:%S UTC %Y'
const RFC_5322 = '%a, %d %b %Y %H:%M:%S +0000'
const ISO: Readonly<Record<string, string>> = {
  '': '%Y-%m-%d',
  date: '%Y-%m-%d',
  hours: '%Y-%m-%dT%H+00:00',
  minutes: '%Y-%m-%dT%H:%M+00:00',
  seconds: '%Y-%m-%dT%H:%M:%S+00:00',
  ns: '%Y-%m-%dT%H:%M:%S,%N+00:00',
}

/** What has to do with time. */
export const TIME_COMMANDS: Readonly<Record<string, Command>> = {
  date,
  sleep,
  timeout,
  usleep: (call) => sleep({ ...call, args: [String(Number(call.args[0] ?? 0) / 1_000_000)] }),
  *time(call) {
    const { clock } = call.machine.process
    const start = clock.now
    const status = yield* call.run(call.args)
    complain({ ...call, name: 'real' }, `${((clock.now - start) / 1000).toFixed(2)}s`)
    return status
  },
  uptime: immediate((call) => {
    const { clock } = call.machine.process
    const minutes = Math.floor(clock.now / 60_000)
    say(
      call,
      ` ${formatDate('%T', clock.epoch + clock.now)} up ${minutes} min,  0 users,  load average: 0.00, 0.00, 0.00\n`,
    )
    return 0
  }),
}
