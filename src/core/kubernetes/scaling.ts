import type { Json } from './json'
import { valueAt, type Path } from './path'
import { workloadsNear } from './selectors'
import { field, textOf } from './shape'
import type { Workload } from './workloadKinds'

/** Takes the documents and the path of an autoscaler; gives the workload of the design that it scales, or null. */
export function scaledWorkload(documents: readonly Json[], autoscaler: Path): Workload | null {
  const target = valueAt(documents, [...autoscaler.slice(0, 1), 'spec', 'scaleTargetRef'])
  const kind = textOf(field(target, 'kind'))
  const name = textOf(field(target, 'name'))
  if (name === '') return null
  return (
    workloadsNear(documents, autoscaler).find(
      (workload) => workload.row.kind === kind && workload.name === name,
    ) ?? null
  )
}
