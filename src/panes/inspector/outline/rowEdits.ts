import type { Change } from '../../../core/kubernetes/change'
import { moveContainer, removeContainer } from '../../../core/kubernetes/edits/containers'
import { removeDocument } from '../../../core/kubernetes/edits/objects'
import { moveVolume, removeVolume } from '../../../core/kubernetes/edits/volumes'
import type { Path } from '../../../core/kubernetes/path'
import type { OutlineKind, OutlineRow } from './rows'

const REMOVES: Readonly<Record<OutlineKind, ((path: Path) => Change) | null>> = {
  workload: removeDocument,
  service: removeDocument,
  object: removeDocument,
  container: removeContainer,
  volume: removeVolume,
  init: null,
  app: null,
  volumes: null,
}

/** Takes a row; gives the change that removes what it stands for, or null where it is only a heading. */
export function removal({ kind, path }: OutlineRow): Change | null {
  return REMOVES[kind]?.(path) ?? null
}

/** Takes a row and -1 or 1; gives the change that moves what it stands for among its siblings, or null. */
export function movement({ kind, path }: OutlineRow, step: number): Change | null {
  const index = path.at(-1)
  if (typeof index !== 'number') return null
  if (kind === 'container') return moveContainer(path, index + step)
  return kind === 'volume' ? moveVolume(path, index + step) : null
}
