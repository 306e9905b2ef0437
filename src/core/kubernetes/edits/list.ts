import type { Change } from '../change'
import type { Json } from '../json'
import type { Path } from '../path'
import { listAt, place } from './ensure'
import { removeAt } from './remove'

/** Takes an item's path and an index; moves the item there within its list (clamped to the list's ends). Selects it. */
export function moveItem(path: Path, toIndex: number): Change {
  return (documents) => {
    const listPath = path.slice(0, -1)
    const from = path.at(-1)
    const list = listPath.length === 0 ? documents : listAt(documents, listPath)
    if (list === null || typeof from !== 'number' || !Number.isInteger(toIndex)) return undefined
    const to = Math.max(0, Math.min(toIndex, list.length - 1))
    const item = list[from]
    if (item === undefined) return undefined
    if (from !== to) {
      list.splice(from, 1)
      list.splice(to, 0, item)
    }
    return [...listPath, to]
  }
}

/** Takes an item's path; removes it, and the list with its last item. Selects its neighbour, else what holds the list. */
export function removeItem(path: Path): Change {
  return (documents) => {
    const listPath = path.slice(0, -1)
    removeAt(documents, path)
    return neighbourOf(documents, listPath, path.at(-1))
  }
}

/** Takes the draft, a list's path and an index just removed; gives the path to select now. */
export function neighbourOf(
  documents: readonly Json[],
  listPath: Path,
  index: string | number | undefined,
): Path | undefined {
  const length = listPath.length === 0 ? documents.length : (listAt(documents, listPath)?.length ?? 0)
  if (typeof index === 'number' && length > 0) return [...listPath, Math.min(index, length - 1)]
  return listPath.length === 0 ? undefined : listPath.slice(0, -1)
}

/** Takes the draft, a list's path and an item; adds it at the end of the list, made where there is none. Gives its path. */
export function append(documents: Json[], listPath: Path, item: Json): Path | undefined {
  const path = [...listPath, listAt(documents, listPath)?.length ?? 0]
  return place(documents, path, item) ? path : undefined
}
