import { shareObjects } from '../core/simulator/session/objectKey'
import { useDesigner } from './designer'
import { designs, useDesigns } from './library'
import { useRun, type Run } from './run'

/** Takes the run; says whether what runs is the design that is open. */
export function isOfOpenDesign({ design }: Run): boolean {
  return design === designs.getState().open.id
}

/**
 * How the design that is open and what runs are to each other: the same; changed since it was applied; replaced, so that
 * no object of it runs; another design altogether.
 */
export type RunRelation = 'same' | 'changed' | 'replaced' | 'other'

/** Says, live, how the design that is open and what runs are to each other; `same` where nothing runs. */
export function useRunRelation(): RunRelation {
  const design = useRun((run) => run.design)
  const applied = useRun((run) => run.applied)
  const open = useDesigns((state) => state.open.id)
  const documents = useDesigner(({ readable }) => readable.documents)
  if (design === null) return 'same'
  if (design !== open) return 'other'
  if (documents === applied) return 'same'
  return documents.length === 0 || applied.length === 0 || shareObjects(documents, applied)
    ? 'changed'
    : 'replaced'
}
