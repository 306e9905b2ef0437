import type { Clock, Signal } from '../../clock'
import type { Steps } from '../../clock'

/** Where a command writes to. */
export interface Output {
  /** Throws a BrokenPipe where nobody reads any more, a FileError where a file can't take it. */
  write(text: string): void
  /** Says that whoever opened it is done with it. */
  close(): void
}

/** Where a command reads from. */
export interface Input {
  /** Gives what is there, and takes it away. */
  take(): string
  /** Takes what was taken too much; the next one to read finds it. */
  giveBack(text: string): void
  /** Says whether no more can come after what is there. */
  isEnded(): boolean
  readonly changed: Signal
  close(): void
}

/** What a command reads from and writes to: 1 is its standard output, 2 its standard error. */
export interface Streams {
  /** `exec` without a command changes both for the rest of a script. */
  input: Input
  /** What is open for reading besides (`exec 3< file`). */
  inputs?: ReadonlyMap<number, Input>
  outputs: ReadonlyMap<number, Output>
}

/** Somebody wrote into a pipe that nobody reads: SIGPIPE ends a command there. */
export class BrokenPipe extends Error {}

const NOWHERE: Output = { write: () => undefined, close: () => undefined }

/** Takes streams and a number; gives the output of that number, or one that swallows what it gets. */
export function outputOf({ outputs }: Streams, number: number): Output {
  return outputs.get(number) ?? NOWHERE
}

/** Takes what happens to the text; gives an output. */
export function outputTo(write: (text: string) => void): Output {
  return { write, close: () => undefined }
}

/** What is written at one end is read at the other. */
export class Pipe implements Input, Output {
  readonly changed: Signal
  private text = ''
  private isWritten = false
  private isLeft = false

  constructor(clock: Clock) {
    this.changed = clock.signal()
  }

  write(text: string): void {
    if (this.isLeft) throw new BrokenPipe()
    this.text += text
    this.changed.fire()
  }

  take(): string {
    const { text } = this
    this.text = ''
    return text
  }

  giveBack(text: string): void {
    this.text = text + this.text
  }

  isEnded(): boolean {
    return this.isWritten
  }

  /** The writer is done. */
  close(): void {
    this.isWritten = true
    this.changed.fire()
  }

  /** The reader is gone. */
  leave(): void {
    this.isLeft = true
  }

  /** Gives the end to read from. */
  get reader(): Input {
    return {
      take: () => this.take(),
      giveBack: (text) => {
        this.giveBack(text)
      },
      isEnded: () => this.isEnded(),
      changed: this.changed,
      close: () => {
        this.leave()
      },
    }
  }
}

/** Takes a clock and a text; gives an input that has it and ends there. */
export function textInput(clock: Clock, text: string): Input {
  const pipe = new Pipe(clock)
  pipe.write(text)
  pipe.close()
  return pipe.reader
}

/** Takes an input; gives all of it, once it has ended. */
export function* readAll(input: Input): Steps<string> {
  let text = input.take()
  while (!input.isEnded()) {
    yield { signal: input.changed }
    text += input.take()
  }
  return text + input.take()
}

/** Takes an input; gives its next lines as soon as there is one, with their ends; '' when it has ended. */
export function* readLines(input: Input): Steps<string> {
  let text = input.take()
  while (!text.includes('\n')) {
    if (input.isEnded()) return text + input.take()
    yield { signal: input.changed }
    text += input.take()
  }
  const end = text.lastIndexOf('\n') + 1
  input.giveBack(text.slice(end))
  return text.slice(0, end)
}

/** Takes an input; gives its next line without its end, or undefined when there is none. */
export function* readLine(input: Input): Steps<string | undefined> {
  const text = yield* readLines(input)
  if (text === '') return undefined
  const end = text.indexOf('\n')
  if (end < 0) return text
  input.giveBack(text.slice(end + 1))
  return text.slice(0, end)
}
