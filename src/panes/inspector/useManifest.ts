import type { Json } from '../../core/kubernetes/json'
import { useDesigner } from '../../store/designer'

/** Gives the last readable documents. Renders anew with every edit: only for what looks at the whole manifest. */
export function useManifest(): readonly Json[] {
  return useDesigner((designer) => designer.manifest)
}
