import type { Json } from '../../kubernetes/json'
import { field, textOf } from '../../kubernetes/shape'
import { objectsIn } from '../cluster/apply/objectsIn'

/** Takes an object; gives its kind, '' where it has none. */
export function kindOf(document: Json): string {
  return textOf(field(document, 'kind'))
}

/** Takes an object; gives its name, '' where it has none. */
export function nameOf(document: Json): string {
  return textOf(field(field(document, 'metadata'), 'name'))
}

/** Takes an object; gives its namespace: `default` where it names none. */
export function namespaceOf(document: Json): string {
  return textOf(field(field(document, 'metadata'), 'namespace')) || 'default'
}

/** Takes an object; gives what tells it from others: two documents with the same key are the same object to the API server. */
export function objectKey(document: Json): string {
  return `${kindOf(document)} ${namespaceOf(document)}/${nameOf(document)}`
}

/** Takes the objects of two manifests; says whether any object is in both. */
export function shareObjects(one: readonly Json[], other: readonly Json[]): boolean {
  const keys = new Set(objectsIn(one).map((object) => objectKey(object)))
  return objectsIn(other).some((object) => keys.has(objectKey(object)))
}
