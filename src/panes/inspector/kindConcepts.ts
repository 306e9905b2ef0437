import type { ConceptId } from '../../ui/concepts'

const KIND_CONCEPTS: Readonly<Record<string, ConceptId>> = {
  ConfigMap: 'configmap',
  Secret: 'secret',
  PersistentVolumeClaim: 'claim',
  Service: 'service',
}

/** Takes a kind; gives the concept it is drawn as, or null where it has none. */
export function conceptOfKind(kind: string): ConceptId | null {
  return (Object.hasOwn(KIND_CONCEPTS, kind) ? KIND_CONCEPTS[kind] : null) ?? null
}
