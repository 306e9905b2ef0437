/** Leaves what a shell is running: the whole of it, a function, or loops. */
export class Unwind extends Error {
  constructor(
    readonly kind: 'exit' | 'return' | 'break' | 'continue',
    readonly status: number,
    /** How many loops. */
    readonly depth = 1,
  ) {
    super(kind)
  }
}

/** The shell says why and gives up what it is doing: a word can't be expanded, a redirection can't be opened. */
export class ShellError extends Error {
  constructor(
    message: string,
    readonly status = 1,
    /** A shell that is not interactive ends with some errors (POSIX 2.8.1). */
    readonly isFatal = false,
  ) {
    super(message)
  }
}
