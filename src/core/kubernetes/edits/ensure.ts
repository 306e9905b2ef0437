import { isArray, isObject, type Json, type JsonArray, type JsonObject } from '../json'
import { valueAt, type Path } from '../path'
import { setKey } from './mapping'

/*
 * Edits repair only where they write: what is missing or has the wrong shape on the way to the place becomes a
 * mapping or a list. An index beyond the end of a list is no place: then there is null and nothing changed.
 */

/** Takes the draft and a path; gives the mapping there, made where there is none. */
export function ensureObject(documents: Json[], path: Path): JsonObject | null {
  const found = valueAt(documents, path)
  if (isObject(found)) return found
  return place(documents, path, {}) ? objectAt(documents, path) : null
}

/** Takes the draft and a path; gives the list there, made where there is none. */
export function ensureList(documents: Json[], path: Path): JsonArray | null {
  const found = valueAt(documents, path)
  if (isArray(found)) return found
  return place(documents, path, []) ? listAt(documents, path) : null
}

/** Takes the draft and a path; gives the mapping there, or null. */
export function objectAt(documents: readonly Json[], path: Path): JsonObject | null {
  const found = valueAt(documents, path)
  return isObject(found) ? found : null
}

/** Takes the draft and a path; gives the list there, or null. */
export function listAt(documents: readonly Json[], path: Path): JsonArray | null {
  const found = valueAt(documents, path)
  return isArray(found) ? found : null
}

/**
 * Takes the draft, a path and a value; puts the value there, with the mappings and lists on the way. Says whether
 * it did. At the end of a list it is added.
 */
export function place(documents: Json[], path: Path, value: Json): boolean {
  const step = path.at(-1)
  const parentPath = path.slice(0, -1)
  if (step === undefined || !exists(documents, parentPath)) return false
  if (typeof step === 'number') {
    const list = parentPath.length === 0 ? documents : (listAt(documents, parentPath) ?? [])
    if (step < 0 || step > list.length || !Number.isInteger(step)) return false
    const parent = parentPath.length === 0 ? documents : ensureList(documents, parentPath)
    if (parent === null) return false
    parent[step] = value
    return true
  }
  const parent = ensureObject(documents, parentPath)
  if (parent === null) return false
  setKey(parent, parentPath, step, value)
  return true
}

/** Whether every index on the way is one that is there (keys can be made, items of lists can't be made up). */
function exists(documents: readonly Json[], path: Path): boolean {
  return path.every(
    (step, i) => typeof step !== 'number' || valueAt(documents, path.slice(0, i + 1)) !== undefined,
  )
}
