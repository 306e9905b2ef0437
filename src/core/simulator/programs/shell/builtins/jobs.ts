import { anySignal } from '../../../anySignal'
import type { Steps } from '../../../clock'
import { SIGNALS } from '../machine'
import type { Job } from '../machine'
import type { Call, ShellState } from '../shellState'
import { outputOf } from '../streams'
import { immediate } from './builtin'
import type { Builtin } from './builtin'

const NOT_FOUND = 127

/** Takes a name or a number of a signal; gives its name without SIG. */
function signalName(text: string): string {
  if (text === '0' || text === 'EXIT') return 'EXIT'
  const byNumber = Object.entries(SIGNALS).find(([, number]) => String(number) === text)
  return byNumber?.[0] ?? text.toUpperCase().replace(/^SIG/, '')
}

/** `trap action signal…`: what the shell does at a signal (POSIX 2.14). `trap - signal` takes it back, an empty action ignores. */
const trap = immediate(({ args, streams }, state) => {
  const [action, ...signals] = args
  if (action === undefined) {
    for (const [signal, text] of state.traps) outputOf(streams, 1).write(`trap -- '${text}' ${signal}\n`)
    return 0
  }
  if (signals.length === 0) {
    state.traps.delete(signalName(action))
    return 0
  }
  for (const signal of signals)
    if (action === '-') state.traps.delete(signalName(signal))
    else state.traps.set(signalName(signal), action)
  return 0
})

/** `wait`: for all jobs, or for those named. A trapped signal ends it at once: only so a shell hears SIGTERM while something long runs. */
function* wait({ args, machine }: Call, state: ShellState): Steps<number> {
  const named = args.map((arg) => jobOf(arg, state))
  let status = 0
  for (const job of args.length === 0 ? state.jobs : named) {
    if (job !== undefined) yield* ended(job, state)
    const [signal] = state.pending
    if (signal !== undefined) return 128 + (SIGNALS[signal] ?? 0)
    status = args.length === 0 ? 0 : (job?.status ?? NOT_FOUND)
    if (job !== undefined) machine.jobs.delete(job.pid)
  }
  return status
}

/** Waits for the end of a job, or for a signal that the shell has trapped. */
function* ended(job: Job, state: ShellState): Steps {
  while (job.status === undefined && state.pending.length === 0)
    yield { signal: anySignal([job.ended, state.signalled]) }
}

function jobOf(text: string, state: ShellState): Job | undefined {
  if (text.startsWith('%')) return state.jobs[Number(text.slice(1)) - 1]
  return state.jobs.find(({ pid }) => String(pid) === text)
}

/** `kill -TERM pid`, `kill -9 %1`, `kill -0 pid`, `kill -s TERM pid`. Signals to process 1 from beside it go through the container. */
const kill = immediate(({ args, streams, machine }, state) => {
  if (args[0] === '-l') {
    for (const [name, number] of Object.entries(SIGNALS))
      outputOf(streams, 1).write(`${String(number).padStart(2)}) ${name}\n`)
    return 0
  }
  let signal = 'TERM'
  let rest = args
  const [first = '', second = ''] = args
  if (first === '-s') {
    signal = signalName(second)
    rest = args.slice(2)
  } else if (/^-./.test(first)) {
    signal = first === '-0' ? '0' : signalName(first.slice(1))
    rest = args.slice(1)
  }
  let status = 0
  for (const target of rest) {
    const pid = target.startsWith('%') ? (jobOf(target, state)?.pid ?? 0) : Number(target)
    const isSent =
      pid === machine.pid
        ? signalSelf(machine, signal)
        : machine.kill(pid, signal) || machine.process.signal?.(pid, signal) === true
    if (isSent) continue
    outputOf(streams, 2).write(`${state.name}: can't kill pid ${target}: No such process\n`)
    status = 1
  }
  return status
})

function signalSelf(machine: Call['machine'], signal: string): boolean {
  machine.onOwnSignal?.(signal)
  return true
}

/** What deals with processes and signals. */
export const JOB_BUILTINS: Readonly<Record<string, Builtin>> = {
  trap,
  wait,
  kill,
  jobs: immediate(({ streams }, state) => {
    for (const [at, job] of state.jobs.entries())
      if (job.status === undefined) outputOf(streams, 1).write(`[${at + 1}]+  Running                 \n`)
    return 0
  }),
}
