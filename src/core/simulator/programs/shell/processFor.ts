import type { Steps } from '../../clock'
import type { Process } from '../process'
import type { Call } from './shellState'
import { outputOf, readAll } from './streams'

/**
 * Takes a call in a shell, its whole command line, and whether it takes the shell's place (`exec`); gives the process
 * that it is. A child of the shell gets no SIGTERM when the container is asked to end: only process 1 does.
 */
export function* processFor(call: Call, command: readonly string[], isExec: boolean): Steps<Process> {
  const { process } = call.machine
  return {
    ...process,
    command,
    args: [],
    env: call.env,
    cwd: call.cwd,
    isFirst: isExec && process.isFirst,
    stdin: call.streams.input.isEnded() ? yield* readAll(call.streams.input) : '',
    term: isExec ? process.term : { isSent: false, signal: process.clock.signal() },
    write: (stream, text) => {
      outputOf(call.streams, stream === 'stdout' ? 1 : 2).write(text)
    },
  }
}
