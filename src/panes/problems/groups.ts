import type { Json } from '../../core/kubernetes/json'
import { field, textOf, wordOf } from '../../core/kubernetes/shape'
import type { Diagnostic } from '../../core/rules/verdict'
import type { Level } from '../../ui/levels'

/** The levels, worst first. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'info']

/** What is said of one object. */
export interface ProblemGroup {
  readonly index: number
  readonly kind: string
  readonly name: string
  readonly problems: readonly Diagnostic[]
}

/** Takes the documents, what is said of them and which levels are wanted; gives it by object, worst first in each. */
export function groupsOf(
  documents: readonly Json[],
  shown: readonly Diagnostic[],
  levels: ReadonlySet<Level>,
): readonly ProblemGroup[] {
  return documents.flatMap((document, index) => {
    const problems = shown
      .filter(({ path, level }) => path[0] === index && levels.has(level))
      .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
    if (problems.length === 0) return []
    const name = wordOf(field(field(document, 'metadata'), 'name'))
    return [{ index, kind: textOf(field(document, 'kind')) || 'Object', name, problems }]
  })
}
