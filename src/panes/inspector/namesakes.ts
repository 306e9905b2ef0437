import { CONTAINER_LISTS } from '../../core/kubernetes/containers'
import type { Json } from '../../core/kubernetes/json'
import { valueAt, type Path } from '../../core/kubernetes/path'
import { field, itemsOf, wordOf } from '../../core/kubernetes/shape'

/** Takes the documents, lists and the path of an item in one of them; says whether another item has the same name. */
export function hasNamesake(documents: readonly Json[], lists: readonly Path[], item: Path): boolean {
  const name = wordOf(field(valueAt(documents, item), 'name'))
  if (name === '') return false
  let count = 0
  for (const list of lists)
    for (const other of itemsOf(valueAt(documents, list))) if (wordOf(field(other, 'name')) === name) count++
  return count > 1
}

/** Takes a pod spec's path; gives the lists whose containers must all have different names. */
export function containerLists(podSpec: Path): readonly Path[] {
  return CONTAINER_LISTS.map((list) => [...podSpec, list])
}
