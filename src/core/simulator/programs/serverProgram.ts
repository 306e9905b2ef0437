import type { NetworkRequest } from '../network/request'
import type { Listener } from '../network/request'
import { listen, pause, raw, untilTerm } from './images/serving'
import type { Handler } from './images/serving'
import type { Process, Program } from './process'

/** A port that a server opens, and what answers there. */
export interface ServedPort {
  readonly port: number
  readonly address?: Listener['address']
  readonly transport?: Listener['transport']
  readonly handle: Handler
}

/** What is particular to a server. */
export interface ServerOptions {
  /** Milliseconds until it listens. */
  readonly bootTime?: number
  /** Where its log goes: stderr where nothing is said. */
  readonly stream?: 'stdout' | 'stderr'
  /** Why it can't run at all, in its own words with their line end; it ends with 1. */
  readonly problem?: (process: Process) => string | undefined
  /** What it writes before it listens. */
  readonly starting?: (process: Process) => readonly string[]
  readonly ports: (process: Process) => readonly ServedPort[]
  /** What it writes when it listens. */
  readonly started?: (process: Process) => readonly string[]
  /** Its words for a port that is taken, or not allowed. */
  readonly bindProblem: (process: Process, port: number, words: BindWords) => readonly string[]
  /** What it writes at SIGTERM, and what it does at the end. */
  readonly stopping?: (process: Process) => readonly string[]
  /** 0 where nothing is said. */
  readonly exitCode?: number
}

/** strerror(3) for what bind(2) gives. */
export type BindWords = 'Address already in use' | 'Permission denied'

/** Takes what is particular to a server; gives its program: start, open the ports, answer until SIGTERM. */
export function serverProgram(options: ServerOptions): Program {
  return function* server(process) {
    const { stream = 'stderr', bootTime = 0, exitCode = 0 } = options
    const write = (lines: readonly string[] = []) => {
      for (const line of lines) process.write(stream, `${line}\n`)
    }
    const problem = options.problem?.(process)
    if (problem !== undefined) {
      process.write(stream, problem)
      return 1
    }
    write(options.starting?.(process))
    if (bootTime > 0 && (yield* pause(process, bootTime))) return 128 + TERM
    for (const { port, address, transport, handle } of options.ports(process)) {
      const outcome = listen(process, port, handle, {
        ...(address === undefined ? {} : { address }),
        ...(transport === undefined ? {} : { transport }),
      })
      if (outcome === 'listening') continue
      write(
        options.bindProblem(
          process,
          port,
          outcome === 'EADDRINUSE' ? 'Address already in use' : 'Permission denied',
        ),
      )
      return 1
    }
    write(options.started?.(process))
    yield* untilTerm(process)
    write(options.stopping?.(process))
    return exitCode
  }
}

const TERM = 15

/** Takes a process, a port and what it says; gives what a Go program says of a port that it can't have. */
export function goBindProblem(port: number, words: BindWords): string {
  return `listen tcp :${port}: bind: ${words.toLowerCase()}`
}

/** Takes what answers over HTTP; a bare connection gets nothing but is accepted. */
export function onlyHttp(handle: Handler): Handler {
  return (request) => (isBare(request) ? raw('') : handle(request))
}

function isBare({ protocol, body }: NetworkRequest): boolean {
  return protocol === 'tcp' && body === ''
}
