import { isArray, isObject, type Json } from '../kubernetes/json'
import type { Path } from '../kubernetes/path'
import { field, textOf } from '../kubernetes/shape'

/** Documents and a place in them. */
export interface Place {
  readonly documents: readonly Json[]
  readonly path: Path
}

/** Takes a document; says whether it is a List, or will be one when its apiVersion is there. */
export function isList(document: Json | undefined): boolean {
  return (
    textOf(field(document, 'kind')) === 'List' && ['', 'v1'].includes(textOf(field(document, 'apiVersion')))
  )
}

/**
 * Takes documents and a place in them; gives the same with the items of each List as documents behind it, for kubectl
 * applies them one by one (FlattenListVisitor in k8s.io/cli-runtime), and the place where it is then.
 */
export function withItemsApart({ documents, path }: Place): Place {
  if (!documents.some(isList)) return { documents, path }
  const [index, ...steps] = path
  const [inItems, item, ...inner] = steps
  const apart: Json[] = []
  let place = path
  documents.forEach((document, at) => {
    const items = isList(document) && isObject(document) ? document['items'] : undefined
    if (at === index) {
      const isInItem = isArray(items) && inItems === 'items' && typeof item === 'number'
      place = isInItem ? [apart.length + 1 + item, ...inner] : [apart.length, ...steps]
    }
    apart.push(
      ...(isArray(items) && isObject(document) ? [{ ...document, items: [] }, ...items] : [document]),
    )
  })
  return { documents: apart, path: place }
}
