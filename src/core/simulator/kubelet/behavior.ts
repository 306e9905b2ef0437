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
