/** What a container's program does in one attempt: it runs for so many seconds (for ever where left out), then exits. */
export interface Run {
  readonly for?: number
  readonly exit: number
}

/** What the program of a container does: attempt i is runs[i], the last one repeats; and how it takes a SIGTERM. */
export interface Behavior {
  readonly runs: readonly Run[]
  readonly termAfter?: number
  readonly termExit?: number
  readonly ignoreTerm?: boolean
}

/** An image that is not on the node: why it can't be pulled, or how many seconds its pull takes. */
export type ImageSource = Readonly<Record<string, string | number | boolean>>

const FOREVER: Behavior = { runs: [{ exit: 0 }] }

/** Takes the behaviours and a container's name; gives what its program does. One nobody tells of runs for ever. */
export function behaviorOf(behaviors: Readonly<Record<string, Behavior>>, name: string): Behavior {
  return (Object.hasOwn(behaviors, name) ? behaviors[name] : undefined) ?? FOREVER
}

/** Takes a behaviour and the number of an attempt; gives what the program does in it. */
export function runOf({ runs }: Behavior, attempt: number): Run {
  return runs[Math.min(attempt, runs.length - 1)] ?? { exit: 0 }
}

/** What a command run inside a container sees: how old the container is, in seconds, and which attempt it is. */
export interface ExecContext {
  readonly age: number
  readonly attempt: number
}

/** How a command ends: whether it succeeds, and after how many seconds. */
export interface ExecResult {
  readonly ok: boolean
  readonly seconds: number
}

type Verdict = (context: ExecContext, first: number, second: number) => boolean

/** The commands of probes and hooks whose outcome depends on the container's age, by name. */
const COMMANDS: Readonly<Record<string, Verdict>> = {
  true: () => true,
  false: () => false,
  after: ({ age }, seconds) => age >= seconds,
  until: ({ age }, seconds) => age < seconds,
  between: ({ age }, from, to) => age < from || age >= to,
  untilAttempt0: ({ age, attempt }, seconds) => attempt > 0 || age < seconds,
  sleep: () => true,
}

/** Takes a command and what it sees; gives how it ends. A command that is not known fails. */
export function execResult(command: readonly string[], context: ExecContext): ExecResult {
  const [name = '', first, second] = command
  const verdict = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  return {
    ok: verdict?.(context, Number(first), Number(second)) ?? false,
    seconds: name === 'sleep' ? Number(first) || 0 : 0,
  }
}
