import { setValue } from '../../../core/kubernetes/edits/setValue'
import { moveItem, removeItem } from '../../../core/kubernetes/edits/list'
import type { Json } from '../../../core/kubernetes/json'
import type { Path } from '../../../core/kubernetes/path'
import { itemsOf } from '../../../core/kubernetes/shape'
import { act } from '../change'
import { useValue } from './useValue'

/** What a list editor needs of a list in the manifest. */
export interface Items {
  readonly count: number
  readonly onAdd: () => void
  readonly onRemove: (index: number) => void
  readonly onMove: (from: number, to: number) => void
}

/** Takes a list's path and what a new item is; gives its length and the edits of its items. */
export function useItems(path: Path, blank: () => Json): Items {
  const count = itemsOf(useValue(path)).length
  return {
    count,
    onAdd: () => act(setValue([...path, count], blank())),
    onRemove: (index) => act(removeItem([...path, index])),
    onMove: (from, to) => act(moveItem([...path, from], to)),
  }
}
