import type { ClusterAccess } from '../cluster/access'
import type { Signal, Steps } from '../clock'

/** A port of this machine that `kubectl port-forward` leads to a pod. */
export interface ForwardedPort {
  readonly namespace: string
  readonly pod: string
  readonly port: number
  /** Says that a connection came. */
  readonly connected: () => void
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
  /** Gives the manifest of the design, which `kubectl apply -f design.yaml` applies. */
  design(): string
  /** The ports of this machine that are forwarded, by their numbers: one map for all terminals of a machine. */
  readonly forwarded: Map<number, ForwardedPort>
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

/** A command of the terminal: runs in virtual time, or at once; gives its exit code. */
export type TerminalCommand = (call: CommandCall) => Steps<number> | number

/** The exit code of what was ended by Ctrl-C. */
export const INTERRUPTED = 130

/** The exit code of a command that nobody knows. */
export const NOT_FOUND = 127
