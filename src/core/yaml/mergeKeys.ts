import type { Json, JsonObject } from '../kubernetes/json'
import { Refusal } from './refusal'
import type { YamlNode } from './tree'

/**
 * Takes a mapping so far, the value of a `<<` in it and its offset; gives the mapping with what that brings in. As
 * go-yaml 2 does it: a merge overwrites what stands before it, and what follows overwrites the merge.
 * Throws `Refusal` where there is nothing to merge.
 */
export function merged(value: JsonObject, node: YamlNode, offset: number): JsonObject {
  const sources =
    node.kind === 'sequence' ? node.entries.toReversed().map((entry) => entry.node.value) : [node.value]
  const result = { ...value }
  for (const source of sources) {
    if (typeof source !== 'object' || source === null || Array.isArray(source))
      throw new Refusal(
        offset,
        '`<<` merges mappings: point it to a mapping, or to a list of them.',
        'map merge requires map or sequence of maps as the value',
      )
    for (const [key, inherited] of Object.entries(source)) define(result, key, inherited)
  }
  return result
}

/** Takes a mapping, a key, and a value; sets it as an own property, whatever its name (`__proto__` too). */
export function define(object: JsonObject, key: string, value: Json): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}
