import type { Json } from '../json'
import type { Path } from '../path'
import { field as valueOf, textOf } from '../shape'
import { readField, type Field, type FieldType } from './field'
import shape from './shape-1.36.json' with { type: 'json' }

/*
 * What Kubernetes says a manifest may hold: made from its OpenAPI definitions by `npm run schema`. The status of
 * an object is left out: it is the server's.
 */

/** A kind of object that is known field by field. */
export interface Kind {
  readonly apiVersion: string
  readonly kind: string
}

/** Every kind that is known field by field, workloads first. */
export const KINDS: readonly Kind[] = shape.kinds

const types: Readonly<Record<string, Readonly<Record<string, string>>>> = shape.types
const read = new Map<string, readonly Field[]>()

/** Gives the names of all types, e.g. `Container`. */
export function typeNames(): readonly string[] {
  return Object.keys(types)
}

/** Takes a type's name; gives its fields in the order in which Kubernetes prints them, or none where there is no such type. */
export function fieldsOf(type: string): readonly Field[] {
  const known = read.get(type)
  if (known !== undefined) return known
  const texts = Object.hasOwn(types, type) ? (types[type] ?? {}) : {}
  const fields = Object.entries(texts).map(([name, text]) => readField(type, name, text))
  read.set(type, fields)
  return fields
}

/**
 * Takes a type's name; gives its fields as they are inside another object: one that is a kind (a claim in the
 * templates of a StatefulSet) need not say so there.
 */
export function innerFieldsOf(type: string): readonly Field[] {
  const fields = fieldsOf(type)
  return KINDS.some(({ kind }) => kind === type)
    ? fields.map((field) => (NAMES_OF_KIND.has(field.name) ? { ...field, required: false } : field))
    : fields
}

const NAMES_OF_KIND: ReadonlySet<string> = new Set(['apiVersion', 'kind'])

/** Takes a type's name and a field's; gives the field, or null. */
export function fieldOf(type: string, name: string): Field | null {
  return fieldsOf(type).find((field) => field.name === name) ?? null
}

/** Takes a document; gives the type of its kind, or null where the kind is not known. */
export function typeOfDocument(document: Json | undefined): FieldType | null {
  const kind = textOf(valueOf(document, 'kind'))
  const apiVersion = textOf(valueOf(document, 'apiVersion'))
  const isKnown = KINDS.some((row) => row.kind === kind && row.apiVersion === apiVersion)
  return isKnown ? { is: 'object', type: kind } : null
}

/** Takes a type and a path from there; gives the type of what stands there, or null where nothing may. */
export function typeBelow(from: FieldType, path: Path): FieldType | null {
  let type: FieldType | null = from
  for (const step of path) {
    if (type === null) return null
    if (typeof step === 'number') type = type.is === 'list' ? type.of : null
    else if (type.is === 'object') type = fieldOf(type.type, step)?.type ?? null
    else type = type.is === 'map' ? type.of : null
  }
  return type
}

/** Takes the documents and a path; gives the type of what stands there, or null where it is not known. */
export function typeAt(documents: readonly Json[], path: Path): FieldType | null {
  const [index, ...steps] = path
  if (typeof index !== 'number') return null
  const root = typeOfDocument(documents[index])
  return root && typeBelow(root, steps)
}

/**
 * Takes the documents and a path; gives the field that stands there. For an item of a list or an entry of a map,
 * which are no fields themselves, the list or map they are in. Null where it is not known.
 */
export function fieldAt(documents: readonly Json[], path: Path): Field | null {
  const step = path.at(-1)
  if (path.length < 2 || step === undefined) return null
  const around = path.slice(0, -1)
  const type = typeAt(documents, around)
  if (type === null) return null
  if (type.is === 'object') return typeof step === 'string' ? fieldOf(type.type, step) : null
  return type.is === 'scalar' ? null : fieldAt(documents, around)
}
