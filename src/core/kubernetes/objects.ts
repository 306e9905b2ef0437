import { isObject, type Json } from './json'
import type { Path } from './path'
import { field, textOf } from './shape'

/** One object of the manifest, of whatever kind. */
export interface KubernetesObject {
  readonly path: Path
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
}

/** Takes the documents; gives every object, unknown kinds too, in document order. What is no mapping is skipped. */
export function objectsIn(documents: readonly Json[]): readonly KubernetesObject[] {
  return documents.flatMap((document, index) => {
    if (!isObject(document)) return []
    const metadata = field(document, 'metadata')
    return [
      {
        path: [index],
        apiVersion: textOf(field(document, 'apiVersion')),
        kind: textOf(field(document, 'kind')),
        name: textOf(field(metadata, 'name')),
        namespace: textOf(field(metadata, 'namespace')),
      },
    ]
  })
}

/** Takes the documents; says whether something is written there and none of it is a mapping, as every object is. */
export function isForeign(documents: readonly Json[]): boolean {
  return documents.some((document) => document !== null) && !documents.some((document) => isObject(document))
}

/**
 * Takes two namespaces as written; says whether objects there can meet. No namespace means the one the manifest
 * is applied to, and that is `default` unless somebody says otherwise.
 */
export function sameNamespace(a: string, b: string): boolean {
  return (a === '' ? 'default' : a) === (b === '' ? 'default' : b)
}
