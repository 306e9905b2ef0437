import type { RuntimeHappening } from './happening'
import { stateNow, type Known, type RuntimeNow, type StateNow } from './containerState'
import { countUpTo, type Timed } from './recent'

/** A stretch of a container's life in which its state is the same. It ends where the next begins. */
export interface Span extends StateNow, Timed {
  /** When it ended; null: not yet. */
  readonly end: number | null
}

const UNKNOWN: Known = { runtime: null, status: undefined, isPodDeleted: false }

/** The most spans that a lane keeps. */
const MOST = 4000

/** The life of a container, as spans one after the other. */
export class Lane {
  private list: Span[] = []
  private known: Known = UNKNOWN

  /** All its spans, oldest first. */
  get spans(): readonly Span[] {
    return this.list
  }

  /** Takes a moment; gives the number of the span at it in {@link spans}, -1 where there is none. */
  indexAt(time: number): number {
    const index = countUpTo(this.list, time) - 1
    const end = this.list[index]?.end ?? null
    return end !== null && end <= time ? -1 : index
  }

  /** Takes a moment; gives the span at it, or null. */
  at(time: number): Span | null {
    return this.list[this.indexAt(time)] ?? null
  }

  /** Takes a moment and what the pod's status says of it from then on. */
  learn(time: number, status: Known['status'], isPodDeleted: boolean): void {
    this.know(time, { ...this.known, status, isPodDeleted })
  }

  /** Takes a moment and what the runtime does with it then. */
  act(time: number, happening: RuntimeHappening): void {
    const runtime = runtimeAfter(this.known.runtime, time, happening)
    this.know(time, { ...this.known, runtime })
  }

  /** Takes the moment at which the pod is gone. */
  close(time: number): void {
    this.known = UNKNOWN
    this.end(time)
  }

  private know(time: number, known: Known): void {
    this.known = known
    const now = stateNow(known)
    const last = this.list.at(-1)
    if (last !== undefined && last.end === null && isSame(last, now)) return
    this.end(time)
    this.list.push({ ...now, time, end: null })
    if (this.list.length > MOST * 1.25) this.list = this.list.slice(-MOST)
  }

  private end(time: number): void {
    const last = this.list.pop()
    if (last === undefined) return
    // What lasted no time is not worth showing.
    if (last.end !== null || last.time < time) this.list.push({ ...last, end: last.end ?? time })
  }
}

function isSame(span: Span, now: StateNow): boolean {
  return (
    span.state === now.state &&
    span.reason === now.reason &&
    span.attempt === now.attempt &&
    span.exitCode === now.exitCode &&
    span.until === now.until &&
    span.isStarted === now.isStarted
  )
}

function runtimeAfter(
  before: RuntimeNow | null,
  time: number,
  happening: RuntimeHappening,
): RuntimeNow | null {
  const { what, attempt, code = 0, reason = '' } = happening
  if (what === 'start') return { attempt, endedAt: null, exitCode: 0, reason: '', isStopping: false }
  if (what === 'exit') return { attempt, endedAt: time, exitCode: code, reason, isStopping: false }
  return before === null ? null : { ...before, isStopping: true }
}
