import { curl } from './curl'
import { kubectl } from './kubectl'
import { parseDuration } from './duration'
import { DESIGN_FILE } from './objects/manifest'
import { INTERRUPTED, type TerminalCommand } from './terminal'
import { waitUntil } from './waiting'
import { CLEARED } from './watch'

const HELP = `What works here:
  kubectl …       the cluster; kubectl help lists its verbs
  curl URL        asks a Service or a pod by its name, e.g. curl web
  watch COMMAND   runs a command every two seconds
  sleep SECONDS   waits, in virtual time
  echo, date, clear, cat ${DESIGN_FILE}
  COMMAND &       runs it in the background; jobs lists those, kill %1 ends one
  | grep, head, tail, wc, sort, uniq, cut     ; && || & $(…) and quotes
The design is the file ${DESIGN_FILE}: kubectl apply -f ${DESIGN_FILE}
`

/** The commands of the terminal by name; `watch`, which runs others, is added where lines are run. */
export const COMMANDS: Readonly<Record<string, TerminalCommand>> = {
  kubectl,
  k: kubectl,
  curl,
  clear: ({ out }) => {
    out(CLEARED)
    return 0
  },
  help: ({ out }) => {
    out(HELP)
    return 0
  },
  *sleep({ args, cluster: { clock }, interrupted, isInterrupted, err }) {
    const spans = args.map((arg) => parseDuration(/^[\d.]+$/.test(arg) ? `${arg}s` : arg))
    if (spans.length === 0 || spans.includes(null)) {
      err(
        spans.length === 0
          ? 'sleep: missing operand\n'
          : `sleep: invalid time interval '${args[spans.indexOf(null)] ?? ''}'\n`,
      )
      return 1
    }
    const until = clock.now + spans.reduce<number>((sum, span) => sum + (span ?? 0), 0)
    yield* waitUntil(clock, [interrupted], isInterrupted, until)
    return isInterrupted() ? INTERRUPTED : 0
  },
  jobs: ({ out, terminal }) => {
    for (const [number, { line }] of terminal.jobs) out(`[${number}]  Running  ${line}\n`)
    return 0
  },
  kill: ({ args, err, terminal }) => {
    const numbers = args.map((arg) => Number(arg.replace(/^%/, '')))
    const unknown = numbers.findIndex((number) => !terminal.jobs.has(number))
    if (numbers.length === 0 || unknown >= 0) {
      err(
        numbers.length === 0 ? 'kill: usage: kill %NUMBER\n' : `kill: ${args[unknown] ?? ''}: no such job\n`,
      )
      return 1
    }
    for (const number of numbers) terminal.jobs.get(number)?.interrupt()
    return 0
  },
  echo: ({ args, out }) => {
    const isBare = args[0] === '-n'
    out(`${args.slice(isBare ? 1 : 0).join(' ')}${isBare ? '' : '\n'}`)
    return 0
  },
  date: ({ cluster: { clock }, out }) => {
    const [day = '', date = '', month = '', year = '', time = ''] = new Date(clock.epoch + clock.now)
      .toUTCString()
      .split(/,? /)
    out(`${day} ${month} ${date.replace(/^0/, ' ')} ${time} UTC ${year}\n`)
    return 0
  },
  cat: ({ args, stdin, out, err, terminal }) => {
    if (args.length === 0) out(stdin ?? '')
    for (const file of args) {
      if (file.replace(/^\.\//, '') === DESIGN_FILE) out(terminal.design())
      else {
        err(`cat: ${file}: No such file or directory\n`)
        return 1
      }
    }
    return 0
  },
}
