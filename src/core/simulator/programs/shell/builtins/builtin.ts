import type { Steps } from '../../../clock'
import type { Call, ShellState } from '../shellState'

/** A command that works on the shell itself. */
export type Builtin = (call: Call, state: ShellState) => Steps<number>

/** Takes what happens at once; gives a builtin of it. */
export function immediate(run: (call: Call, state: ShellState) => number): Builtin {
  // A builtin that never waits is one too.
  // oxlint-disable-next-line require-yield
  return function* builtin(call, state) {
    return run(call, state)
  }
}
