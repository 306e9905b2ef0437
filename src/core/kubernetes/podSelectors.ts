import type { Json } from './json'
import { mentionsIn } from './mentions'
import { isWithin, samePath, valueAt, type Path } from './path'
import { selectedWorkloads } from './selectors'
import { field, textOf } from './shape'
import { workloadAt, type Workload } from './workloadKinds'

/** Steps of a path below which label selectors select something else than pods. */
const NOT_OF_PODS = new Set([
  'namespaceSelector',
  'volumeClaimTemplates',
  'volumeClaimTemplate',
  'metric',
  'clusterTrustBundle',
])

/** Takes the documents and a path in a label selector; says whether that selects pods (not volumes, namespaces, …). */
export function isOfPods(documents: readonly Json[], path: Path): boolean {
  const kind = textOf(valueAt(documents, [...path.slice(0, 1), 'kind']))
  return (
    kind !== 'PersistentVolumeClaim' &&
    !path.slice(0, -1).some((step) => typeof step === 'string' && NOT_OF_PODS.has(step))
  )
}

/** Takes the documents and the path of what holds a label selector; says whether it looks beyond its own namespace. */
export function isAcrossNamespaces(documents: readonly Json[], holder: Path): boolean {
  const value = valueAt(documents, holder)
  return field(value, 'namespaceSelector') !== undefined || field(value, 'namespaces') !== undefined
}

/**
 * Takes the documents, a workload and a key; gives every `matchLabels` with that key, besides the workloads' own
 * selectors, that selects in its namespace the pods of this workload alone: of disruption budgets, network policies,
 * affinities, spread constraints.
 */
export function matchLabelsFor(documents: readonly Json[], workload: Workload, key: string): readonly Path[] {
  return mentionsIn(documents).flatMap(({ path }) => {
    if (path.at(-2) !== 'matchLabels' || path.at(-1) !== key || !isOfPods(documents, path)) return []
    const around = workloadAt(documents, path)
    if (around !== null && !isWithin(path, around.podSpec)) return []
    if (isAcrossNamespaces(documents, path.slice(0, -3))) return []
    const [first, ...others] = selectedWorkloads(documents, path, valueAt(documents, path.slice(0, -2)))
    const isAlone = first !== undefined && others.length === 0 && samePath(first.path, workload.path)
    return isAlone ? [path.slice(0, -1)] : []
  })
}
