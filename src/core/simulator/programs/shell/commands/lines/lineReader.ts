import { FileError } from '../../../../filesystem/fileSystem'
import type { Steps } from '../../../../clock'
import { messageOf } from '../../errorMessages'
import type { Call } from '../../shellState'
import { readLines } from '../../streams'
import { complain, pathOf } from '../command'

/** Reads files one after the other, or standard input (`-`), a line at a time. What can't be read is told, and left out. */
export class LineReader {
  /** The file that the last line came from, as it was named. */
  file = ''
  /** 1 where a file could not be read. */
  status = 0
  private text = ''
  private at = 0
  private isInput = false
  private place = 0

  /**
   * Takes the call that reads, and its files; none stands for standard input. `isTaken` says of an operand that it is no
   * file, when its turn comes.
   */
  constructor(
    private readonly call: Call,
    private readonly files: readonly string[],
    private readonly isTaken: (operand: string) => boolean = () => false,
  ) {
    if (files.length === 0) this.files = ['-']
  }

  /** Which file the last line came from. */
  get fileNumber(): number {
    return this.place
  }

  /** Gives the next line with its end, once there is one; undefined at the end of the last file. */
  *next(): Steps<string | undefined> {
    for (;;) {
      const { text, at } = this
      if (at < text.length) {
        const end = text.indexOf('\n', at)
        this.at = end < 0 ? text.length : end + 1
        return text.slice(at, this.at)
      }
      if (this.isInput) {
        this.text = yield* readLines(this.call.streams.input)
        this.at = 0
        this.isInput = this.text !== ''
      } else if (!this.open()) return undefined
    }
  }

  /** Leaves out what is left of the file that is read. */
  skipFile(): void {
    this.at = this.text.length
    this.isInput = false
  }

  private open(): boolean {
    const file = this.files[this.place]
    if (file === undefined) return false
    this.place += 1
    this.text = ''
    this.isInput = false
    if (this.isTaken(file)) return true
    this.file = file
    this.isInput = file === '-' || file === '/dev/stdin'
    this.text = this.isInput ? '' : (readOrTell(this.call, file) ?? this.failed())
    this.at = 0
    return true
  }

  private failed(): string {
    this.status = 1
    return ''
  }
}

/** Takes a call and a file as it was named; gives its text, or undefined when it has been told why there is none (fopen_or_warn of busybox). */
export function readOrTell(call: Call, file: string): string | undefined {
  try {
    return call.machine.process.files.readText(pathOf(call, file))
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    complain(call, error.code === 'EISDIR' ? `${file}: Is a directory` : `${file}: ${messageOf(error.code)}`)
    return undefined
  }
}

/** Takes a line; gives it without its end. */
export function bare(line: string): string {
  return line.endsWith('\n') ? line.slice(0, -1) : line
}
