import type { Json } from '../kubernetes/json'
import type { Path } from '../kubernetes/path'
import type { Field, FieldType } from '../kubernetes/schema/field'
import { fieldOf, KINDS, typeBelow, typeOfDocument } from '../kubernetes/schema/schema'
import { field, textOf } from '../kubernetes/shape'

/*
 * What the schema says of a place in documents that are being written: the kind may be there before its apiVersion,
 * or not yet, and the metadata of a kind that nobody knows are like all others.
 */

/** Takes the documents and a path; gives the type of what stands there, as far as it can be told already, or null. */
export function typeHere(documents: readonly Json[], [index, ...steps]: Path): FieldType | null {
  const document = typeof index === 'number' ? documents[index] : undefined
  if (document === undefined) return null
  const known = typeOfDocument(document) ?? typeByKind(document)
  if (known !== null) return typeBelow(known, steps)
  if (steps.length === 0) return ANY_OBJECT
  const isCommon = steps[0] === 'kind' || steps[0] === 'apiVersion' || steps[0] === 'metadata'
  return isCommon ? typeBelow(ANY_OBJECT, steps) : null
}

/** Every object begins like a Pod: apiVersion, kind, metadata, and mostly a spec. */
const ANY_OBJECT: FieldType = { is: 'object', type: 'Pod' }

function typeByKind(document: Json): FieldType | null {
  if (textOf(field(document, 'apiVersion')) !== '') return null
  const kind = textOf(field(document, 'kind'))
  return KINDS.some((row) => row.kind === kind) ? { is: 'object', type: kind } : null
}

/**
 * Takes the documents and a path; gives the field that stands there, or the list or map that the item or entry there
 * is in; null where it is not known.
 */
export function fieldHere(documents: readonly Json[], path: Path): Field | null {
  const step = path.at(-1)
  if (path.length < 2 || step === undefined) return null
  const around = path.slice(0, -1)
  const type = typeHere(documents, around)
  if (type === null || type.is === 'scalar') return null
  if (type.is === 'object') return typeof step === 'string' ? fieldOf(type.type, step) : null
  return fieldHere(documents, around)
}
