import { isObject, type Json } from './json'
import { quantityValue } from './quantity'
import { field, itemsOf } from './shape'

/** How well a pod is kept when its node runs short. */
export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort'

/** The resources that count. */
const COUNTED = ['cpu', 'memory'] as const

/**
 * Takes a pod's spec; gives its quality of service class (ComputePodQOS in pkg/apis/core/v1/helper/qos): guaranteed
 * where every container has limits for CPU and memory and asks for as much, best effort where none says anything.
 * What the pod says as a whole goes before its containers. A request left out is the limit, as the server fills it in.
 */
export function qosClassOf(podSpec: Json | undefined): QosClass {
  const whole = field(podSpec, 'resources')
  const parts = isObject(whole)
    ? [whole]
    : [...itemsOf(field(podSpec, 'containers')), ...itemsOf(field(podSpec, 'initContainers'))].map(
        (container) => field(container, 'resources'),
      )
  const all = parts.flatMap((resources) =>
    COUNTED.map((name) => {
      const limit = field(field(resources, 'limits'), name)
      const request = field(field(resources, 'requests'), name) ?? limit
      return { limit: amountOf(limit), request: amountOf(request) }
    }),
  )
  if (all.every(({ limit, request }) => limit === 0 && request === 0)) return 'BestEffort'
  return all.every(({ limit, request }) => limit > 0 && request === limit) ? 'Guaranteed' : 'Burstable'
}

function amountOf(value: Json | undefined): number {
  return Math.max(0, quantityValue(value) ?? 0)
}
