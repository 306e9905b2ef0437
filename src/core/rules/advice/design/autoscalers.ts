import type { KubernetesObject } from '../../../kubernetes/objects'
import { sameNamespace } from '../../../kubernetes/objects'
import { valueAt } from '../../../kubernetes/path'
import { field, textOf } from '../../../kubernetes/shape'
import type { Workload } from '../../../kubernetes/workloadKinds'
import type { Design } from './design'

/** Takes a design and a workload; gives the autoscaler of the design that sets its replicas, or null. */
export function scaledBy(design: Design, workload: Workload): KubernetesObject | null {
  return (
    design.ofKind('HorizontalPodAutoscaler').find((autoscaler) => {
      const target = valueAt(design.documents, [...autoscaler.path, 'spec', 'scaleTargetRef'])
      return (
        sameNamespace(autoscaler.namespace, workload.namespace) &&
        textOf(field(target, 'kind')) === workload.row.kind &&
        textOf(field(target, 'name')) === workload.name
      )
    }) ?? null
  )
}
