import { isArray, isObject, type Json, type JsonArray, type JsonObject } from './json'

/*
 * Reading a field whatever shape the text gave it. Anybody may type `spec: 5` or `containers: null`:
 * what has the wrong shape reads as absent, and nothing throws.
 */

/** Labels, selectors and annotations as read: keys to values. What is neither a string nor null is left out. */
export type Labels = Readonly<Record<string, string>>

/** Takes a value and a key; gives the field of that mapping, or undefined where there is none. */
export function field(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** Takes a value; gives it where it is a string, else ''. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** Takes a value that should be a string; gives it as it reads: also a number or boolean (`name: 1`), which the server refuses. */
export function wordOf(value: Json | undefined): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value)
}

/** Takes a value; gives it where it is a number, else null. */
export function numberOf(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** Takes a value; gives its items where it is a sequence, else none. */
export function itemsOf(value: Json | undefined): Readonly<JsonArray> {
  return isArray(value) ? value : []
}

/** Takes a value; gives the strings of a sequence (numbers and booleans, which the server refuses, as they read). */
export function stringsOf(value: Json | undefined): readonly string[] {
  return itemsOf(value).flatMap((item) =>
    item === null || typeof item === 'object' ? [] : [typeof item === 'string' ? item : String(item)],
  )
}

/** Takes a value; gives the string entries of a mapping, e.g. of `matchLabels` (a null is the server's ''). */
export function labelsOf(value: Json | undefined): Labels {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, text]) =>
      text === null ? [[key, '']] : typeof text === 'string' ? [[key, text]] : [],
    ),
  )
}

/** Takes a value of a document; gives a copy that shares nothing with it (works on drafts, where structuredClone can't). */
export function copyOf(value: JsonObject): JsonObject
export function copyOf(value: Json): Json
export function copyOf(value: Json): Json {
  if (isArray(value)) return value.map((item) => copyOf(item))
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)]))
  }
  return value
}
