import type { Json, JsonObject } from '../json'
import { keyOrderAt, placeOf } from '../keyOrder'
import type { Path } from '../path'

/*
 * Changing the keys of a mapping in place. A JavaScript object keeps the order keys were added in, so a key gets
 * its place by taking those behind it out and putting them back. (Keys that look like whole numbers always come
 * first; the writer, not we, decides where such a key stands in the text.)
 */

/** Plain assignment to this key would change the object's prototype instead; it is valid in no manifest. */
const UNSETTABLE = '__proto__'

/** Takes a mapping, its path, a key and a value; sets the key, a new one at its natural place. */
export function setKey(mapping: JsonObject, path: Path, key: string, value: Json): void {
  if (key === UNSETTABLE) return
  if (Object.hasOwn(mapping, key)) {
    mapping[key] = value
    return
  }
  const keys = Object.keys(mapping)
  const behind = takeOut(mapping, keys.slice(placeOf(keys, key, keyOrderAt(path))))
  mapping[key] = value
  putBack(mapping, behind)
}

/** Takes a mapping and two keys; renames the first to the second, in its place. Says whether it did: not onto a taken key. */
export function renameKey(mapping: JsonObject, from: string, to: string): boolean {
  if (from === to || to === UNSETTABLE || from === UNSETTABLE) return false
  if (!Object.hasOwn(mapping, from) || Object.hasOwn(mapping, to)) return false
  const keys = Object.keys(mapping)
  const value = mapping[from]
  const behind = takeOut(mapping, keys.slice(keys.indexOf(from) + 1))
  delete mapping[from]
  if (value !== undefined) mapping[to] = value
  putBack(mapping, behind)
  return true
}

type Entry = readonly [string, Json]

function takeOut(mapping: JsonObject, keys: readonly string[]): readonly Entry[] {
  return keys.flatMap((key) => {
    const value = mapping[key]
    if (value === undefined || key === UNSETTABLE) return []
    delete mapping[key]
    return [[key, value] satisfies Entry]
  })
}

function putBack(mapping: JsonObject, entries: readonly Entry[]): void {
  for (const [key, value] of entries) mapping[key] = value
}
