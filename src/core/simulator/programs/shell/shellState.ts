import type { Signal, Steps } from '../../clock'
import type { Job, Machine } from './machine'
import type { Streams } from './streams'
import type { FunctionBody, Script } from './syntax'

/** `set -e` and its like. */
export type ShellOption = 'errexit' | 'nounset' | 'xtrace' | 'pipefail' | 'noglob'

/** A call of a command: its arguments without its name, what it reads and writes, and where it runs. */
export interface Call {
  readonly name: string
  readonly args: readonly string[]
  readonly streams: Streams
  readonly env: ReadonlyMap<string, string>
  readonly cwd: string
  readonly machine: Machine
  /** Takes a command line that is expanded already, and an environment and streams in place of the call's; runs it as a child of the shell (`env`, `timeout`). */
  run(words: readonly string[], env?: ReadonlyMap<string, string>, streams?: Streams): Steps<number>
}

/** What runs scripts; the parts of a shell that need it get it with the state, and so need not know each other. */
export interface ScriptRunner {
  /** Takes a script and where; gives its status. Throws an Unwind where it leaves more than itself. */
  script(script: Script, state: ShellState, streams: Streams): Steps<number>
  /** Takes a command line that is expanded already; runs it and gives its status. */
  command(words: readonly string[], state: ShellState, streams: Streams, isExec: boolean): Steps<number>
  /** Takes a script's text; the same. */
  text(text: string, state: ShellState, streams: Streams): Steps<number>
}

/** What a shell remembers. */
export interface ShellState {
  readonly machine: Machine
  readonly runner: ScriptRunner
  /** `$0`. */
  readonly name: string
  readonly variables: Map<string, string>
  /** bash's indexed arrays, by name. */
  readonly arrays: Map<string, readonly string[]>
  readonly exported: Set<string>
  readonly readonly: Set<string>
  readonly functions: Map<string, FunctionBody>
  readonly options: Set<ShellOption>
  /** What to do at a signal, or at EXIT. '' is to do nothing. */
  readonly traps: Map<string, string>
  /** Signals that came and wait for the end of the command that runs. */
  readonly pending: string[]
  /** Fires when a signal came. */
  readonly signalled: Signal
  readonly jobs: Job[]
  readonly pid: number
  positional: readonly string[]
  cwd: string
  /** `$?`. */
  status: number
  /** The status of the last `$(…)` of the command that is being expanded, if it has one. */
  substituted: number | undefined
  /** `$!`. */
  lastJob: number | undefined
  /** Variables to put back when the function that runs ends, the innermost last. */
  readonly locals: Map<string, string | undefined>[]
  /** In a condition `set -e` says nothing. */
  conditions: number
}

/** Takes a machine, what runs scripts, `$0` and `$1` …; gives a shell that has just been started. */
export function newShell(
  machine: Machine,
  runner: ScriptRunner,
  name: string,
  positional: readonly string[],
): ShellState {
  const { process } = machine
  return {
    machine,
    runner,
    name,
    variables: new Map([['IFS', ' \t\n'], ['PWD', process.cwd], ...process.env]),
    arrays: new Map(),
    exported: new Set(process.env.keys()),
    readonly: new Set(),
    functions: new Map(),
    options: new Set(),
    traps: new Map(),
    pending: [],
    signalled: process.clock.signal(),
    jobs: [],
    pid: machine.pid,
    positional,
    cwd: process.cwd === '' ? '/' : process.cwd,
    status: 0,
    substituted: undefined,
    lastJob: undefined,
    locals: [],
    conditions: 0,
  }
}

/** Takes a shell; gives a subshell of it: it has all that the shell has, but its changes stay its own. */
export function subshellOf(state: ShellState): ShellState {
  return {
    ...state,
    variables: new Map(state.variables),
    arrays: new Map(state.arrays),
    exported: new Set(state.exported),
    readonly: new Set(state.readonly),
    functions: new Map(state.functions),
    options: new Set(state.options),
    traps: new Map([...state.traps].filter(([, action]) => action === '')),
    pending: [],
    signalled: state.machine.process.clock.signal(),
    jobs: [],
    locals: [],
  }
}

/** Takes a shell and a signal's name; says whether the shell does something of its own with it. */
export function receive(state: ShellState, signal: string): boolean {
  const action = state.traps.get(signal)
  if (action === undefined) return false
  if (action !== '') {
    state.pending.push(signal)
    state.signalled.fire()
  }
  return true
}

/** Takes a shell; gives the environment of the commands that it starts. */
export function environmentOf(state: ShellState): ReadonlyMap<string, string> {
  const env = new Map<string, string>()
  for (const name of state.exported) {
    const value = state.variables.get(name)
    if (value !== undefined) env.set(name, value)
  }
  return env
}
