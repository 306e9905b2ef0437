import type { LogLine } from './access'

/** How many lines of an instance are kept: the node's log files are rotated too. */
const KEPT = 5000

/** What the instances of one container wrote: the newest one and the one before, as the node keeps them. */
export class ContainerLog {
  private current: LogLine[] = []
  private previous: readonly LogLine[] = []
  private attempt = -1
  /** What was written without its line end yet, by stream. */
  private open: Record<LogLine['stream'], string> = { stdout: '', stderr: '' }

  /** Takes the number of an attempt; what is written from now on is its. */
  begin(attempt: number): void {
    if (this.attempt >= 0) this.previous = this.current
    this.attempt = attempt
    this.current = []
    this.open = { stdout: '', stderr: '' }
  }

  /** Takes a time, a stream and a text; gives the lines that are whole by now. */
  write(time: number, stream: LogLine['stream'], text: string): readonly LogLine[] {
    const parts = (this.open[stream] + text).split('\n')
    this.open[stream] = parts.pop() ?? ''
    return this.keep(parts.map((line) => ({ time, stream, text: line })))
  }

  /** Takes the time of the end; gives the lines that had no end. */
  end(time: number): readonly LogLine[] {
    const left = (['stdout', 'stderr'] as const).flatMap((stream) =>
      this.open[stream] === '' ? [] : [{ time, stream, text: this.open[stream] }],
    )
    this.open = { stdout: '', stderr: '' }
    return this.keep(left)
  }

  /** Takes whether the instance before is meant; gives its lines, oldest first. */
  lines(previous: boolean): readonly LogLine[] {
    return previous ? this.previous : this.current
  }

  /** Takes a number of bytes; gives the end of what was written that fits into it (terminationMessagePolicy FallbackToLogsOnError). */
  tail(bytes: number): string {
    return this.current
      .slice(-80)
      .map(({ text }) => text)
      .join('\n')
      .slice(-bytes)
  }

  private keep(lines: readonly LogLine[]): readonly LogLine[] {
    this.current.push(...lines)
    if (this.current.length > 2 * KEPT) this.current = this.current.slice(-KEPT)
    return lines
  }
}
