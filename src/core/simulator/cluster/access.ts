import type { Json } from '../../kubernetes/json'
import type { ApiServer } from '../api/apiServer'
import type { ApiKind } from '../api/objects'
import type { Clock, Signal, Steps } from '../clock'
import type { TerminalInput } from '../programs/terminalInput'
import type { NetworkAnswer, NetworkRequest } from '../network/request'

/** A line that a container wrote. */
export interface LogLine {
  /** Milliseconds of virtual time. */
  readonly time: number
  readonly stream: 'stdout' | 'stderr'
  /** Without its line end. */
  readonly text: string
}

/** What `kubectl apply` says of an object: what it did, or the server's words why not. */
export type ApplyOutcome =
  | { readonly done: 'created' | 'configured' | 'unchanged'; readonly warnings: readonly string[] }
  | { readonly error: string }

/** Where a command inside a container writes to and reads from, and what ends it early. */
export interface Streams {
  readonly stdin: string
  /** Instead of `stdin`, where somebody types. */
  readonly typed?: TerminalInput
  readonly write: (stream: 'stdout' | 'stderr', text: string) => void
  /** Fires when who ran it gives up (Ctrl-C). */
  readonly interrupted: Signal
}

/** How a command inside a container ended: its exit code, or why it could not run. */
export type ExecOutcome = { readonly exitCode: number } | { readonly error: string }

/** What `kubectl`, and whoever else stands outside, can do with the cluster. */
export interface ClusterAccess {
  readonly clock: Clock
  readonly api: ApiServer
  /** The name of the one node. */
  readonly node: string
  /** Takes an object as decoded; stores it as `kubectl apply` would: what the server refuses stays out. */
  apply(object: Json): ApplyOutcome
  /** Takes an object's place and its grace period in seconds (null: its own); asks for its end. Says whether it was there. */
  remove(kind: ApiKind, namespace: string, name: string, grace: number | null): boolean
  /** Takes a pod, a container, and which instance; gives what it wrote, oldest first, as far as it is kept. */
  log(namespace: string, pod: string, container: string, previous: boolean): readonly LogLine[]
  /** Fires whenever a container has written something. */
  readonly logged: Signal
  /** Takes a pod, a container and a command; runs it there. */
  exec(
    namespace: string,
    pod: string,
    container: string,
    command: readonly string[],
    streams: Streams,
  ): Steps<ExecOutcome>
  /** Takes a request from a machine beside the cluster (it finds Services and pods by name and address, as a pod does). */
  request(request: NetworkRequest): Steps<NetworkAnswer>
  /** Takes a namespace, a pod's name and a request to a port of it; gives what comes back (`kubectl port-forward`). */
  requestTo(namespace: string, pod: string, request: NetworkRequest): Steps<NetworkAnswer>
}
