import { readField, type Field, type FieldType } from '../../kubernetes/schema/field'
import { fieldsOf } from '../../kubernetes/schema/schema'
import { knownFields } from '../../rules/decode/knownFields'

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
    const fields = inner.is === 'object' ? explainedFields(inner.type) : []
    const field = fields.find((each) => each.name === name)
    if (field === undefined) return { error: `error: field "${name}" does not exist` }
    place = { type: field.type, field }
  }
  return place
}

/** Takes the name of a type; gives its fields by the alphabet, those of the status too, of which there is no documentation here. */
export function explainedFields(type: string): readonly Field[] {
  const written = fieldsOf(type)
  const names = new Set(written.map(({ name }) => name))
  const others = [...knownFields(type)].filter(([name]) => !names.has(name))
  return [
    ...written,
    ...others.map(([name, is]) => ({ ...readField(type, name, 'any'), type: is })),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Takes a type; gives the type of its items, where it is a list or map. */
export function innermost(type: FieldType): FieldType {
  return type.is === 'list' || type.is === 'map' ? innermost(type.of) : type
}
