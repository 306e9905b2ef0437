import type { Json } from '../../../kubernetes/json'
import { valueAt } from '../../../kubernetes/path'
import { objectPathsIn } from '../../../rules/advice/design/listItems'

/** Takes documents; gives the objects in them: of a List those of its items, of a List in it theirs; empty ones are none. */
export function objectsIn(documents: readonly Json[]): readonly Json[] {
  return objectPathsIn(documents)
    .map((path) => valueAt(documents, path) ?? null)
    .filter((object) => object !== null)
}
