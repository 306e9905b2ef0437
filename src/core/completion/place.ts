import type { Json } from '../kubernetes/json'
import type { Path } from '../kubernetes/path'
import type { Field, FieldType } from '../kubernetes/schema/field'
import { fieldsOf, KINDS, typeBelow, typeOfDocument } from '../kubernetes/schema/schema'
import { field, textOf } from '../kubernetes/shape'
import { isList, withItemsApart } from './lists'

/*
 * What the schema says of a place in documents that are being written: the kind may be there before its apiVersion,
 * or not yet, and the metadata of a kind that nobody knows are like all others.
 */

/** Takes the documents and a path; gives the type of what stands there, as far as it can be told already, or null. */
export function typeHere(documents: readonly Json[], path: Path): FieldType | null {
  const apart = withItemsApart({ documents, path })
  const [index, ...steps] = apart.path
  const document = typeof index === 'number' ? apart.documents[index] : undefined
  if (document === undefined) return null
  const known = typeOfDocument(document) ?? typeByKind(document)
  if (known !== null) return typeBelow(known, steps)
  if (steps.length === 0) return ANY_OBJECT
  if (isList(document) && steps[0] === 'items')
    return typeBelow({ is: 'list', of: ANY_OBJECT }, steps.slice(1))
  return typeof steps[0] === 'string' && COMMON.has(steps[0]) ? typeBelow(ANY_OBJECT, steps) : null
}

/** Every object begins like a Pod: apiVersion, kind, metadata, and mostly a spec. */
export const ANY_OBJECT: FieldType = { is: 'object', type: 'Pod' }

/** What is the same in every object, of a kind that is known or not. */
const COMMON: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

function typeByKind(document: Json): FieldType | null {
  if (textOf(field(document, 'apiVersion')) !== '') return null
  const kind = textOf(field(document, 'kind'))
  return KINDS.some((row) => row.kind === kind) ? { is: 'object', type: kind } : null
}

/** Whether a document is of no kind that is known, nor will be once the rest is written. */
function isOfUnknownKind(document: Json | undefined): boolean {
  const kind = textOf(field(document, 'kind'))
  const apiVersion = textOf(field(document, 'apiVersion'))
  return !KINDS.some(
    (row) => (kind === '' || row.kind === kind) && (apiVersion === '' || row.apiVersion === apiVersion),
  )
}

/** Takes the documents and the path of a mapping; gives the fields that it may have, none where that is not known. */
export function fieldsHere(documents: readonly Json[], path: Path): readonly Field[] {
  const type = typeHere(documents, path)
  if (type?.is !== 'object') return []
  const apart = withItemsApart({ documents, path })
  const isUnknown = apart.path.length === 1 && isOfUnknownKind(apart.documents[Number(apart.path[0])])
  return isUnknown ? fieldsOf(type.type).filter(({ name }) => COMMON.has(name)) : fieldsOf(type.type)
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
  if (type.is === 'object') return fieldsHere(documents, around).find(({ name }) => name === step) ?? null
  return fieldHere(documents, around)
}
