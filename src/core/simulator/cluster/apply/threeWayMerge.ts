import { isArray, isObject, type Json, type JsonObject } from '../../../kubernetes/json'
import type { FieldType } from '../../../kubernetes/schema/field'
import { fieldOf } from '../../../kubernetes/schema/schema'
import { equalJson } from '../../../yaml/equal'

/**
 * Takes what was applied before, what is applied now, what is there, and the type of all three; gives what is there then:
 * what was applied and is not any more goes, what is applied is set, what others have set stays (the three-way merge of
 * `kubectl apply`, apimachinery/pkg/util/strategicpatch). Lists whose items the server tells apart by a field are merged
 * item by item, others are replaced.
 */
export function threeWayMerge(
  applied: Json | undefined,
  now: Json,
  live: Json | undefined,
  type: FieldType | null,
): Json {
  if (isObject(now) && isObject(live)) return mergedObjects(applied, now, live, type)
  return now
}

function mergedObjects(
  applied: Json | undefined,
  now: JsonObject,
  live: JsonObject,
  type: FieldType | null,
): JsonObject {
  const before = isObject(applied) ? applied : {}
  const merged: JsonObject = {}
  for (const [key, value] of Object.entries(live))
    if (Object.hasOwn(now, key) || !Object.hasOwn(before, key)) merged[key] = value
  for (const [key, value] of Object.entries(now)) {
    const field = type?.is === 'object' ? fieldOf(type.type, key) : null
    const keys = field?.itemKeys
    const there = live[key]
    merged[key] =
      isArray(value) && isArray(there) && Array.isArray(keys) && keys.length > 0
        ? mergedLists(before[key], value, there, keys, itemType(field?.type ?? null))
        : threeWayMerge(before[key], value, there, field?.type ?? null)
  }
  return merged
}

function itemType(type: FieldType | null): FieldType | null {
  return type?.is === 'list' ? type.of : null
}

function mergedLists(
  applied: Json | undefined,
  now: readonly Json[],
  live: readonly Json[],
  keys: readonly string[],
  type: FieldType | null,
): Json[] {
  const before = isArray(applied) ? applied : []
  const find = (list: readonly Json[], item: Json) => list.find((other) => isSame(item, other, keys))
  const kept = live.filter((item) => find(now, item) === undefined && find(before, item) === undefined)
  return [...now.map((item) => threeWayMerge(find(before, item), item, find(live, item), type)), ...kept]
}

function isSame(a: Json, b: Json, keys: readonly string[]): boolean {
  if (!isObject(a) || !isObject(b)) return false
  // A key that one of them leaves out (a port's protocol) has its default there: it does not tell them apart.
  return keys.every((key) => a[key] === undefined || b[key] === undefined || equalJson(a[key], b[key]))
}
