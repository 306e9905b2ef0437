import type { Json, JsonObject } from '../kubernetes/json'

/** Takes two values of documents; says whether they mean the same. The order of keys means nothing. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false
    for (let i = 0; i < a.length; i++) if (!equalJson(a[i], b[i])) return false
    return true
  }
  if (Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys) if (!Object.hasOwn(b, key) || !equalJson(a[key], b[key])) return false
  return true
}

/** Takes two mappings; gives how many keys both have with the same value. */
export function sameEntries(a: JsonObject, b: JsonObject): number {
  return Object.keys(b).filter((key) => Object.hasOwn(a, key) && equalJson(a[key], b[key])).length
}
