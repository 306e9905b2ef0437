import type { Change } from '../../../kubernetes/change'
import { isArray, isObject, type Json } from '../../../kubernetes/json'
import { valueAt, type Path } from '../../../kubernetes/path'

/**
 * Takes documents; gives the path of each object in them, in order: of a `List` those of its items, which kubectl sends
 * one by one (FlattenListVisitor in k8s.io/cli-runtime/pkg/resource/visitor.go), else that of the document.
 */
export function objectPathsIn(documents: readonly Json[]): readonly Path[] {
  return documents.flatMap((document, index) => pathsIn(document, [index]))
}

function pathsIn(document: Json, path: Path): readonly Path[] {
  const items = isObject(document) && document['kind'] === 'List' ? document['items'] : undefined
  return isArray(items) ? items.flatMap((item, at) => pathsIn(item, [...path, 'items', at])) : [path]
}

/**
 * Takes the paths of objects and a change of these as if each were a document; gives it as a change of the documents
 * they are in. What the change adds becomes a document of its own.
 */
export function changeOfObjects(paths: readonly Path[], change: Change): Change {
  if (paths.every((path) => path.length === 1)) return change
  return (documents) => {
    const objects = paths.map((path) => valueAt(documents, path) ?? null)
    const before = [...objects]
    const chosen = change(objects)
    for (const [at, object] of objects.entries()) {
      const path = paths[at]
      if (path === undefined) documents.push(object)
      else if (object !== before[at]) put(documents, path, object)
    }
    const [first, ...steps] = chosen ?? []
    const path = paths[Number(first)]
    return path === undefined ? undefined : [...path, ...steps]
  }
}

function put(documents: Json[], path: Path, object: Json): void {
  const holder = path.length === 1 ? documents : valueAt(documents, path.slice(0, -1))
  const last = path.at(-1)
  if (isArray(holder) && typeof last === 'number') holder[last] = object
}
