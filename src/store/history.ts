import type { Source } from '../core/yaml/source'
import type { Path } from '../core/kubernetes/path'

/** What undo brings back: the text, what it means, and the last text that could be read. */
export interface Page {
  readonly source: Source
  /** The last source without a problem; `source` itself while there is none. */
  readonly readable: Source
}

/** A page and what was selected on it. */
export interface Moment {
  readonly page: Page
  readonly selected: Path | null
}

/** One step of the timeline. Edits of the same topic in a row are one step. */
export interface Step {
  readonly topic: string
  readonly before: Moment
  readonly after: Moment
}

/** The timeline of one design: `steps[0 … at-1]` are done, `steps[at …]` are undone. */
export interface History {
  readonly steps: readonly Step[]
  readonly at: number
  /** Whether the next change of the same topic joins the last step. */
  readonly open: boolean
}

/** How many steps can be undone; the oldest fall off. */
const LONGEST_HISTORY = 1000

export const NO_HISTORY: History = { steps: [], at: 0, open: false }

/**
 * Takes a history and a change that just happened; gives the history with it. It joins the last step when that
 * has the same topic, is still open and `joins` allows it; what was undone is forgotten. A step that comes back
 * to the text it began with leaves no trace.
 */
export function record(history: History, step: Step, joins = true): History {
  const done = history.steps.slice(0, history.at)
  const last = done.at(-1)
  if (history.open && joins && last?.topic === step.topic) {
    const merged: Step = { ...last, after: step.after }
    const steps = done.slice(0, -1)
    if (merged.before.page.source.text === merged.after.page.source.text)
      return { steps, at: steps.length, open: false }
    return { steps: [...steps, merged], at: steps.length + 1, open: true }
  }
  const steps = [...done, step].slice(-LONGEST_HISTORY)
  return { steps, at: steps.length, open: true }
}

/** Takes a history; gives it with the last step closed: the next change begins a new one. */
export function close(history: History): History {
  return history.open ? { ...history, open: false } : history
}

/** Takes a history; gives the moment before the last step and the history without it, or null at the beginning. */
export function back(history: History): { moment: Moment; history: History; step: Step } | null {
  const step = history.steps[history.at - 1]
  if (step === undefined) return null
  return { moment: step.before, history: { ...history, at: history.at - 1, open: false }, step }
}

/** Takes a history; gives the moment after the next undone step and the history with it, or null at the end. */
export function forth(history: History): { moment: Moment; history: History; step: Step } | null {
  const step = history.steps[history.at]
  if (step === undefined) return null
  return { moment: step.after, history: { ...history, at: history.at + 1, open: false }, step }
}
