import type { Clock, Signal, Steps } from '../clock'
import type { Credentials, FileSystem } from '../filesystem/fileSystem'
import type { Network } from '../network/request'
import type { TerminalInput } from './terminalInput'

/** A signal of the operating system that is sent to a process: whether it was sent, and what wakes who waits for it. */
export interface Sent {
  readonly isSent: boolean
  readonly signal: Signal
}

/** A ConfigMap or Secret as a program sees it that asks the API server. */
export interface ConfigObject {
  readonly name: string
  readonly namespace: string
  readonly labels: Readonly<Record<string, string>>
  /** Decoded. */
  readonly data: ReadonlyMap<string, string>
}

/** A process as others of its namespace see it. */
export interface SeenProcess {
  readonly pid: number
  readonly uid: number
  /** Its command line. */
  readonly command: string
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
  /** Instead of `stdin`, where somebody types (`kubectl exec -it`). */
  readonly typed?: TerminalInput
  /** The number of the container's attempt: 0 at first. */
  readonly attempt: number
  readonly term: Sent
  /** SIGKILL, or the container's end. The process is never resumed after it; real work has to be given up. */
  readonly kill: Sent
  /** Takes the number of a process of the container that is not its own, and a signal's name (TERM); sends it. Says whether it is there. */
  signal?(pid: number, name: string): boolean
  /** Gives the main processes of its process namespace, its own container's among them. */
  processes?(): readonly SeenProcess[]
  /** Takes a kind and a namespace ('' is all); gives the objects that the process' service account may list. */
  configObjects?(kind: 'ConfigMap' | 'Secret', namespace: string): readonly ConfigObject[]
  /** Takes text; writes it to the log of the container, or to who runs the command. */
  write(stream: 'stdout' | 'stderr', text: string): void
  /** Takes the name of a sink and a line; sends the line there (log shippers). */
  ship(sink: string, text: string): void
}

/** What a process does, in virtual time, up to its exit code. */
export type Program = (process: Process) => Steps<number>
