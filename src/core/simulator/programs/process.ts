import type { Clock, Signal, Steps } from '../clock'
import type { Credentials, FileSystem } from '../filesystem/fileSystem'
import type { Network } from '../network/request'

/** A signal of the operating system that is sent to a process: whether it was sent, and what wakes who waits for it. */
export interface Sent {
  readonly isSent: boolean
  readonly signal: Signal
}

/** The process of a container, or one that is run inside it (`kubectl exec`, a probe, a hook). */
export interface Process {
  readonly clock: Clock
  readonly image: string
  /** `command` and `args` with `$(VAR)` replaced; empty where the image's own entrypoint runs. */
  readonly command: readonly string[]
  readonly args: readonly string[]
  readonly env: ReadonlyMap<string, string>
  /** `workingDir`, or '' for the image's own. */
  readonly cwd: string
  readonly credentials: Credentials
  /** A process that is number 1 of its namespace is not ended by a SIGTERM that it does not handle. */
  readonly isFirst: boolean
  readonly hostname: string
  readonly files: FileSystem
  readonly network: Network
  readonly stdin: string
  /** The number of the container's attempt: 0 at first. */
  readonly attempt: number
  readonly term: Sent
  /** SIGKILL, or the container's end. The process is never resumed after it; real work has to be given up. */
  readonly kill: Sent
  /** Takes text; writes it to the log of the container, or to who runs the command. */
  write(stream: 'stdout' | 'stderr', text: string): void
}

/** What a process does, in virtual time, up to its exit code. */
export type Program = (process: Process) => Steps<number>
