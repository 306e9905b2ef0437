import type { Steps } from '../clock'
import type { Asked, Flag } from './flags'
import type { CommandCall } from './terminal'

/** What a verb of kubectl is given. */
export interface VerbCall extends CommandCall {
  readonly asked: Asked
  /** `-n`, else `default`. */
  readonly namespace: string
  /** The verb as it was typed: `rollout status`. */
  readonly path: string
}

/** A verb of kubectl. */
export interface Verb {
  readonly about: string
  /** What follows the verb, e.g. `(TYPE NAME | TYPE/NAME) [flags]`. */
  readonly usage: string
  readonly examples: readonly string[]
  readonly flags: readonly Flag[]
  /** What its words name, for completion: kinds and names, pods, or nothing. */
  readonly takes: 'objects' | 'pod' | 'workload' | 'node' | 'kind' | 'nothing'
  /** In virtual time, or at once; gives the exit code. */
  readonly run: (call: VerbCall) => Steps<number> | number
}

/** A verb that has verbs of its own: `kubectl rollout status`. */
export interface VerbGroup {
  readonly about: string
  readonly verbs: Readonly<Record<string, Verb>>
}

/** Takes a call and words; says them as kubectl says errors, and gives its exit code. */
export function fail(call: Pick<CommandCall, 'err'>, words: string): number {
  call.err(`${words}\n`)
  return 1
}

/** The flags that choose objects. */
export const SELECTING: readonly Flag[] = [
  { name: 'selector', short: 'l', value: 'one', about: 'Selector (label query) to filter on' },
  { name: 'field-selector', value: 'one', about: 'Selector (field query) to filter on' },
  { name: 'all-namespaces', short: 'A', value: 'none', about: 'List the objects across all namespaces' },
]

/** `-f`, and what is read from it. */
export const FILENAME: Flag = {
  name: 'filename',
  short: 'f',
  value: 'one',
  about: 'design.yaml (the design), or - for what is piped in',
}

/** Flags that every verb knows. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  { name: 'namespace', short: 'n', value: 'one', about: 'The namespace' },
  { name: 'help', short: 'h', value: 'none', about: 'Help for the command' },
  { name: 'context', value: 'one', about: 'The context (there is one)' },
  { name: 'kubeconfig', value: 'one', about: 'The configuration (there is one)' },
  { name: 'request-timeout', value: 'one', about: 'How long to wait for the server (it answers at once)' },
  { name: 'v', short: 'v', value: 'one', about: 'How much is logged (nothing)' },
]
