import type { Change } from '../change'
import type { Json } from '../json'
import type { Path } from '../path'
import { place } from './ensure'
import { removeAt } from './remove'

/**
 * Takes any path and a value; puts the value there, with the mappings on the way (an index at the end of a list adds
 * an item). undefined removes what is there: parents stay, except lists and mappings that must not be empty.
 */
export function setValue(path: Path, value: Json | undefined): Change {
  return (documents) => {
    if (value === undefined) removeAt(documents, path)
    else place(documents, path, value)
    return undefined
  }
}

/** Takes paths and values; does `setValue` for each, as one edit. */
export function setValues(entries: readonly (readonly [Path, Json | undefined])[]): Change {
  return (documents) => {
    for (const [path, value] of entries) setValue(path, value)(documents)
    return undefined
  }
}
