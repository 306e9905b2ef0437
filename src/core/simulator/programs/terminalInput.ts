import type { Clock, Signal } from '../clock'

/** What somebody types at a terminal while a process runs (`kubectl exec -it`). */
export class TerminalInput {
  /** Fires when something was typed, or nothing more will be. */
  readonly changed: Signal
  private text = ''
  private isOver = false
  private onInterrupt: (() => void) | null = null

  constructor(clock: Clock) {
    this.changed = clock.signal()
  }

  /** Takes what was typed, with its line end. */
  type(text: string): void {
    this.text += text
    this.changed.fire()
  }

  /** Nothing more will be typed (Ctrl-D). */
  end(): void {
    this.isOver = true
    this.changed.fire()
  }

  /** Gives what was typed and not read yet, and takes it away. */
  take(): string {
    const { text } = this
    this.text = ''
    return text
  }

  /** Takes what was read too much. */
  giveBack(text: string): void {
    this.text = text + this.text
  }

  /** Says whether nothing more will come. */
  isEnded(): boolean {
    return this.isOver
  }

  /** Takes what a process does at Ctrl-C; null: it is ended, as most are. */
  handleInterrupts(handler: (() => void) | null): void {
    this.onInterrupt = handler
  }

  /** Ctrl-C: says whether the process took it upon itself. */
  interrupt(): boolean {
    this.onInterrupt?.()
    return this.onInterrupt !== null
  }
}
