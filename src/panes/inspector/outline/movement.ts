import type { Change } from '../../../core/kubernetes/change'
import { moveContainer } from '../../../core/kubernetes/edits/containers'
import { moveVolume } from '../../../core/kubernetes/edits/volumes'
import type { OutlineRow } from './rows'

/** Takes a row and -1 or 1; gives the change that moves what it stands for among its siblings, or null. */
export function movement({ kind, path }: OutlineRow, step: number): Change | null {
  const index = path.at(-1)
  if (typeof index !== 'number') return null
  if (kind === 'container') return moveContainer(path, index + step)
  return kind === 'volume' ? moveVolume(path, index + step) : null
}
