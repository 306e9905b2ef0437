import { readType, type FieldType } from '../../kubernetes/schema/field'
import { fieldsOf } from '../../kubernetes/schema/schema'
import status from '../../kubernetes/schema/status-1.36.json' with { type: 'json' }

const statusOf: Readonly<Record<string, string>> = status.kinds
const statusTypes: Readonly<Record<string, Readonly<Record<string, string>>>> = status.types
const known = new Map<string, ReadonlyMap<string, FieldType>>()

/**
 * Takes the name of a type; gives its fields by their names, with what may stand there. Unlike the schema that is edited
 * by, this knows `status` too, which the server reads (and then drops).
 */
export function knownFields(owner: string): ReadonlyMap<string, FieldType> {
  const already = known.get(owner)
  if (already !== undefined) return already
  const fields = new Map(fieldsOf(owner).map((field) => [field.name, field.type]))
  for (const [name, text] of Object.entries(statusTypes[owner] ?? {})) fields.set(name, readType(text))
  const ofStatus = statusOf[owner]
  if (ofStatus !== undefined) fields.set('status', { is: 'object', type: ofStatus })
  known.set(owner, fields)
  return fields
}

/** Takes a type and a field of it; says whether it is the status of a kind. */
export function isStatus(owner: string, name: string): boolean {
  return name === 'status' && Object.hasOwn(statusOf, owner)
}
