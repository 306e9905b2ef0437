import type { ReactNode } from 'react'
import type { Path } from '../../../core/kubernetes/path'
import { pathKey } from '../pathKey'

/** Marks where in a form the controls of a field are, so that one can go there. */
export function Place({ at, children }: { readonly at: Path; readonly children: ReactNode }) {
  return <div data-at={pathKey(at)}>{children}</div>
}
