import { isObject, type Json, type JsonObject } from '../kubernetes/json'

/**
 * Takes the documents as they were and as they are; gives the new ones, in which all that did not change keeps its
 * old identity, so that what is derived from it need not be made anew.
 */
export function share(old: Json | undefined, now: Json): Json {
  if (old === now || old === undefined) return now
  if (Array.isArray(old) && Array.isArray(now)) {
    const items = now.map((item, i) => share(old[i], item))
    return items.length === old.length && items.every((item, i) => item === old[i]) ? old : items
  }
  if (isObject(old) && isObject(now)) {
    const entries = Object.entries(now).map(([key, value]) => [key, share(own(old, key), value)] as const)
    const keys = Object.keys(old)
    const isSame =
      entries.length === keys.length &&
      entries.every(([key, value], i) => key === keys[i] && value === own(old, key))
    return isSame ? old : Object.fromEntries(entries)
  }
  return now
}

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
