import type { SeenProcess } from '../../process'
import { SIGNALS } from '../machine'
import { baseName } from '../path'
import type { Call } from '../shellState'
import { complain, immediate, optionsOf, say } from './command'
import type { Command } from './command'

/** Takes a call; gives the main processes of its namespace, and what its own shell has begun, by their numbers. */
export function seenProcesses({ machine: { process, pid, jobs } }: Call): readonly SeenProcess[] {
  const { uid } = process.credentials
  const own = { pid, uid, command: [...process.command, ...process.args].join(' ') }
  // The first one is the process itself.
  const [, ...others] = [...jobs.values()]
  const begun = others.filter(({ status }) => status === undefined)
  const all = [
    ...(process.processes?.() ?? []).filter((each) => each.pid !== pid),
    own,
    ...begun.map((job) => ({ pid: job.pid, uid, command: job.command })),
  ]
  return all.toSorted((a, b) => a.pid - b.pid)
}

/** Takes a process; gives the name of its program (comm of proc(5)). */
function nameOf({ command }: SeenProcess): string {
  return baseName(command.split(' ')[0] ?? '').replace(/:$/, '')
}

/** All but the process that asks, where it is no child of a shell. */
function otherProcesses(call: Call): readonly SeenProcess[] {
  const { machine } = call
  const isOwn = (each: SeenProcess) => each.pid === machine.pid && nameOf(each) === call.name
  return seenProcesses(call).filter((each) => !isOwn(each))
}

/** Takes arguments; gives the signal that the first one names (`-9`, `-TERM`, `-SIGHUP`), TERM else, and the others. */
function signalOf(args: readonly string[]): { readonly signal: string; readonly rest: readonly string[] } {
  const [, given] = /^-(?:SIG)?(\d+|[A-Z]+\d?)$/.exec(args[0] ?? '') ?? []
  if (given === undefined) return { signal: 'TERM', rest: args }
  const named = Object.entries(SIGNALS).find(([, number]) => String(number) === given)?.[0] ?? given
  return { signal: named, rest: args.slice(1) }
}

function send({ machine }: Call, { pid }: SeenProcess, signal: string): void {
  if (pid === machine.pid) machine.onOwnSignal?.(signal)
  else if (!machine.kill(pid, signal)) machine.process.signal?.(pid, signal)
}

/** Those that `pgrep` and `pkill` mean: by the name or, with `-f`, the command line; `-x` wants it whole, `-v` the others. */
function matching(call: Call, args: readonly string[]): readonly SeenProcess[] | undefined {
  const { flags, operands } = optionsOf(args, 'Psu')
  const [pattern = ''] = operands
  let wanted: RegExp
  try {
    wanted = new RegExp(flags.has('x') ? `^(?:${pattern})$` : pattern)
  } catch {
    return undefined
  }
  const found = otherProcesses(call).filter(
    (each) => wanted.test(flags.has('f') ? each.command : nameOf(each)) !== flags.has('v'),
  )
  return flags.has('n') ? found.slice(-1) : flags.has('o') ? found.slice(0, 1) : found
}

const BAD_PATTERN = 'bad regex'

/** What finds processes and sends them signals (procps/pgrep.c, pidof.c, kill.c of busybox). */
export const PROCESS_COMMANDS: Readonly<Record<string, Command>> = {
  pgrep: immediate((call) => {
    const found = matching(call, call.args)
    if (found === undefined) return complain(call, BAD_PATTERN)
    const { flags } = optionsOf(call.args, 'Psu')
    for (const each of found) {
      const shown = flags.has('a') ? ` ${each.command}` : flags.has('l') ? ` ${nameOf(each)}` : ''
      say(call, `${each.pid}${shown}\n`)
    }
    return found.length === 0 ? 1 : 0
  }),
  pkill: immediate((call) => {
    const { signal, rest } = signalOf(call.args)
    const found = matching(call, rest)
    if (found === undefined) return complain(call, BAD_PATTERN)
    for (const each of found) send(call, each, signal)
    return found.length === 0 ? 1 : 0
  }),
  pidof: immediate((call) => {
    const { flags, operands } = optionsOf(call.args, 'o')
    const found = otherProcesses(call).filter((each) => operands.map(baseName).includes(nameOf(each)))
    const shown = flags.has('s') ? found.slice(0, 1) : found
    if (shown.length > 0) say(call, `${shown.map(({ pid }) => pid).join(' ')}\n`)
    return shown.length === 0 ? 1 : 0
  }),
  killall: immediate((call) => {
    const { signal, rest } = signalOf(call.args)
    const { flags, operands } = optionsOf(rest)
    let status = 0
    for (const name of operands) {
      const found = otherProcesses(call).filter((each) => nameOf(each) === name)
      for (const each of found) send(call, each, signal)
      if (found.length > 0) continue
      status = 1
      if (!flags.has('q')) complain(call, `${name}: no process killed`)
    }
    return status
  }),
}
