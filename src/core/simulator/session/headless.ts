import type { Happening } from '../history/happening'
import { Session, type SessionInput } from './session'

/** A line typed at a moment (milliseconds of virtual time). */
export interface TypedLine {
  readonly time: number
  readonly line: string
}

/** What a typed line wrote, and how it ended; null: it has not ended. */
export interface LineOutput extends TypedLine {
  readonly output: string
  readonly exitCode: number | null
}

/** A design's whole life, and what was typed into it. */
export interface HeadlessRun {
  /** What `kubectl apply` said of the design's objects. */
  readonly applied: readonly string[]
  readonly happenings: readonly Happening[]
  readonly lines: readonly LineOutput[]
}

/** What a run without a page is given. */
export interface HeadlessInput extends SessionInput {
  /** Milliseconds of virtual time. */
  readonly duration: number
  /** In the order of their times. */
  readonly script: readonly TypedLine[]
  /** How wide the terminal is. */
  readonly columns: number
}

interface Running extends TypedLine {
  output: string
  exitCode: number | null
}

/** Takes a design, how long it lives and what is typed when; gives its life. */
export async function runHeadless(input: HeadlessInput): Promise<HeadlessRun> {
  const session = new Session(input)
  const lines = input.script.map((typed): Running => ({ ...typed, output: '', exitCode: null }))
  for (const [id, line] of lines.entries()) {
    if (line.time > input.duration) break
    // One after the other: each line sees the cluster at its moment.
    // oxlint-disable-next-line no-await-in-loop
    await session.advance(line.time)
    session.run(id, line.line, input.columns, {
      write: (text) => {
        line.output += text
      },
      reads: null,
      ended: (exitCode) => {
        line.exitCode = exitCode
      },
    })
  }
  await session.advance(input.duration)
  return { applied: session.applied, happenings: session.take(), lines }
}
