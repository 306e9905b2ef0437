import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import type { ShellState } from './shellState'
import { BrokenPipe, outputOf } from './streams'
import type { Streams } from './streams'
import { ShellError, Unwind } from './unwind'
import { WORDS } from './words'

/** SIGPIPE. */
const PIPE_STATUS = 141

/** Takes a shell and what it runs; runs it to the shell's end with its EXIT trap, and gives its status. */
export function* isolated(state: ShellState, streams: Streams, run: () => Steps<number>): Steps<number> {
  const status = yield* caught(state, streams, run)
  const action = state.traps.get('EXIT')
  if (action === undefined || action === '') return status
  state.traps.delete('EXIT')
  state.status = status
  const last = yield* caught(state, streams, function* trap() {
    yield* state.runner.text(action, state, streams)
    return status
  })
  return last
}

/** How a line that was typed ended: its status, and whether it ended the shell too. */
export interface LineEnd {
  readonly status: number
  readonly isExit: boolean
}

/** Takes an interactive shell, its streams and a line; runs it. What ends a script does not end the shell, but `exit` does. */
export function* isolatedLine(state: ShellState, streams: Streams, line: string): Steps<LineEnd> {
  let isExit = false
  const status = yield* caught(state, streams, function* run() {
    try {
      return yield* state.runner.text(line, state, streams)
    } catch (error) {
      isExit = error instanceof Unwind && error.kind === 'exit'
      throw error
    }
  })
  return { status, isExit }
}

/** Takes a shell; runs what it has trapped for the signals that came. */
export function* runPending(state: ShellState, streams: Streams): Steps {
  for (let signal = state.pending.shift(); signal !== undefined; signal = state.pending.shift()) {
    const before = state.status
    const action = state.traps.get(signal)
    if (action !== undefined) yield* state.runner.text(action, state, streams)
    state.status = before
  }
}

function* caught(state: ShellState, streams: Streams, run: () => Steps<number>): Steps<number> {
  try {
    return yield* run()
  } catch (error) {
    if (error instanceof Unwind) return error.status
    if (error instanceof BrokenPipe) return PIPE_STATUS
    if (error instanceof FileError) return 1
    if (!(error instanceof ShellError)) throw error
    const { prefix } = WORDS[state.machine.image.userland]
    outputOf(streams, 2).write(`${prefix(state.name)}${error.message}\n`)
    return error.status
  }
}
