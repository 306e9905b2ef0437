import { objectKind } from '../../core/kubernetes/objectKinds'
import type { ConceptId } from '../../ui/concepts'

/** Takes a kind; gives the concept it is drawn as, or null where it has none. */
export function conceptOfKind(kind: string): ConceptId | null {
  return objectKind(kind)?.concept ?? null
}
