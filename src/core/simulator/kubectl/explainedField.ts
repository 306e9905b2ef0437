import type { Field, FieldType } from '../../kubernetes/schema/field'
import { fieldOf } from '../../kubernetes/schema/schema'

/** A type, and the field that is of it. */
export interface Place {
  readonly type: FieldType
  readonly field: Field | null
}

/** Takes a kind and the names of fields, one inside the other, through lists and maps; gives what stands there, or kubectl's error. */
export function fieldAt(kind: string, path: readonly string[]): Place | { readonly error: string } {
  let place: Place = { type: { is: 'object', type: kind }, field: null }
  for (const name of path) {
    const inner = innermost(place.type)
    const field = inner.is === 'object' ? fieldOf(inner.type, name) : null
    if (field === null) return { error: `error: field "${name}" does not exist` }
    place = { type: field.type, field }
  }
  return place
}

/** Takes a type; gives the type of its items, where it is a list or map. */
export function innermost(type: FieldType): FieldType {
  return type.is === 'list' || type.is === 'map' ? innermost(type.of) : type
}
