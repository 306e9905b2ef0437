import type { KubernetesObject } from '../../../kubernetes/objects'
import { valueAt } from '../../../kubernetes/path'
import { field, textOf } from '../../../kubernetes/shape'
import type { Workload } from '../../../kubernetes/workloadKinds'
import { addressOf, type Design } from './design'

const byTarget = new WeakMap<Design, ReadonlyMap<string, KubernetesObject>>()

/** Takes a design and a workload; gives the autoscaler of the design that sets its replicas, or null. */
export function scaledBy(design: Design, { row, name, namespace }: Workload): KubernetesObject | null {
  const known = byTarget.get(design) ?? targetsOf(design)
  byTarget.set(design, known)
  return known.get(addressOf(row.kind, name, namespace)) ?? null
}

function targetsOf(design: Design): ReadonlyMap<string, KubernetesObject> {
  return new Map(
    design.ofKind('HorizontalPodAutoscaler').map((autoscaler) => {
      const target = valueAt(design.documents, [...autoscaler.path, 'spec', 'scaleTargetRef'])
      const [kind, name] = [textOf(field(target, 'kind')), textOf(field(target, 'name'))]
      return [addressOf(kind, name, autoscaler.namespace), autoscaler]
    }),
  )
}
