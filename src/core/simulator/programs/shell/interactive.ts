import { within, type Steps } from '../../clock'
import type { TerminalInput } from '../terminalInput'
import { isolatedLine } from './isolated'
import type { Userland } from './machine'
import type { ShellState } from './shellState'
import { outputOf, readLine, type Streams } from './streams'

/** What an interactive shell shows when it waits for a line: ash's and bash's own defaults, dash's is a bare sign. */
const PROMPTS: Readonly<Record<Userland, (state: ShellState, sign: string) => string>> = {
  busybox: ({ cwd }, sign) => `${cwd} ${sign} `,
  bash: ({ cwd, machine }, sign) => `${machine.process.hostname}:${cwd}${sign} `,
  debian: (_state, sign) => `${sign} `,
}

/** SIGINT. */
const INTERRUPTED = 130

/** Takes a shell whose lines are typed, and its streams; reads and runs one after the other until `exit` or the end of what is typed, and gives the last status. */
export function* interactive(state: ShellState, streams: Streams, typed: TerminalInput): Steps<number> {
  const { machine } = state
  const { clock, credentials } = machine.process
  const prompt = PROMPTS[machine.image.userland]
  const sign = credentials.uid === 0 ? '#' : '$'
  const interrupted = clock.signal()
  const out = outputOf(streams, 1)
  typed.handleInterrupts(() => interrupted.fire())
  try {
    for (;;) {
      out.write(prompt(state, sign))
      const read = yield* within(clock, readLine(streams.input), Infinity, interrupted)
      if (!('result' in read)) {
        state.status = INTERRUPTED
        continue
      }
      if (read.result === undefined) return state.status
      const older = new Set(machine.jobs.keys())
      const ran = yield* within(clock, isolatedLine(state, streams, read.result), Infinity, interrupted)
      if (ran.result === undefined) {
        for (const pid of machine.jobs.keys()) if (!older.has(pid)) machine.kill(pid, 'INT')
        state.status = INTERRUPTED
      } else if (ran.result.isExit) return ran.result.status
      else state.status = ran.result.status
    }
  } finally {
    typed.handleInterrupts(null)
  }
}
