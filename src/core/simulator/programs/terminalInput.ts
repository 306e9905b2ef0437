import type { Clock } from '../clock'
import { Pipe, type Input } from './shell/streams'

/** What somebody types at a terminal while a process runs (`kubectl exec -it`). */
export class TerminalInput {
  private readonly pipe: Pipe
  private onInterrupt: (() => void) | null = null

  constructor(clock: Clock) {
    this.pipe = new Pipe(clock)
  }

  /** The end that the process reads. */
  get reader(): Input {
    return this.pipe.reader
  }

  /** Takes what was typed, with its line end. */
  type(text: string): void {
    this.pipe.write(text)
  }

  /** Nothing more will be typed (Ctrl-D). */
  end(): void {
    this.pipe.close()
  }

  /** Takes what a process does at Ctrl-C; null: it is ended, as most are. */
  handleInterrupts(handler: (() => void) | null): void {
    this.onInterrupt = handler
  }

  /** Ctrl-C: what was typed and not read yet is gone, as in a terminal; says whether the process took it upon itself. */
  interrupt(): boolean {
    this.pipe.take()
    this.onInterrupt?.()
    return this.onInterrupt !== null
  }
}
