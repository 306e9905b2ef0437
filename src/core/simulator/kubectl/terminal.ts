import type { ClusterAccess } from '../cluster/access'
import type { Signal, Steps } from '../clock'
import type { TerminalInput } from '../programs/terminalInput'

/** A port of this machine that `kubectl port-forward` leads to a pod. */
export interface ForwardedPort {
  readonly namespace: string
  readonly pod: string
  readonly port: number
  /** Says that a connection came. */
  readonly connected: () => void
}

/** A line that runs in the background. */
export interface Job {
  readonly line: string
  /** Ends it, as Ctrl-C ends one in the foreground. */
  readonly interrupt: () => void
}

/** The terminal a line is typed in. */
export interface TerminalStreams {
  write(text: string): void
  /** Fires at Ctrl-C. */
  readonly interrupted: Signal
  /** Whether Ctrl-C was pressed since the line began. */
  isInterrupted(): boolean
  /** How many characters fit into a line. */
  readonly columns: number
  /** Gives what is typed from now on, for a command that reads it; null where nobody types. */
  typed(): TerminalInput | null
  /** Gives the manifest of the design, which `kubectl apply -f design.yaml` applies. */
  design(): string
  /** The ports of this machine that are forwarded, by their numbers: one map for all terminals of a machine. */
  readonly forwarded: Map<number, ForwardedPort>
  /** What runs in the background, by its number: one map for all terminals of a machine. */
  readonly jobs: Map<number, Job>
}

/** What a command is given: its words, what is piped into it, and where it writes to. */
export interface CommandCall {
  readonly cluster: ClusterAccess
  readonly args: readonly string[]
  /** What came through a pipe; null where nothing is piped. */
  readonly stdin: string | null
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Fires when it should end: Ctrl-C, or nobody reads on. */
  readonly interrupted: Signal
  readonly isInterrupted: () => boolean
  readonly terminal: TerminalStreams
}

/** Takes a terminal, and what ends the line; gives the terminal whose line is ended by that, and which nobody types into. */
export function endedBy(
  io: TerminalStreams,
  interrupted: Signal,
  isInterrupted: () => boolean,
): TerminalStreams {
  const { columns, forwarded, jobs } = io
  return {
    columns,
    forwarded,
    jobs,
    interrupted,
    isInterrupted,
    write: (text) => io.write(text),
    design: () => io.design(),
    typed: () => null,
  }
}

/** A command of the terminal: runs in virtual time, or at once; gives its exit code. */
export type TerminalCommand = (call: CommandCall) => Steps<number> | number

/** The exit code of what was ended by Ctrl-C. */
export const INTERRUPTED = 130

/** The exit code of a command that nobody knows. */
export const NOT_FOUND = 127
