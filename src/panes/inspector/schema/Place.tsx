import type { ReactNode } from 'react'
import type { Path } from '../../../core/kubernetes/path'
import { pathKey } from '../pathKey'
import { NotesAt } from './NotesAt'

/** Marks where in a form the controls of a field are, so that one can go there. */
export function Place({
  at,
  notes = false,
  children,
}: {
  readonly at: Path
  /** Whether to say what is said of the field as a whole: where no control inside says it. */
  readonly notes?: boolean
  readonly children: ReactNode
}) {
  return (
    <div data-at={pathKey(at)}>
      {children}
      {notes ? <NotesAt path={at} /> : null}
    </div>
  )
}
