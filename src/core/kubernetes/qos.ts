import { isObject, type Json } from './json'
import { quantityValue } from './quantity'
import { field, itemsOf } from './shape'

/** How well a pod is kept when its node runs short. */
export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort'

/** The resources that count. */
const COUNTED = ['cpu', 'memory'] as const

type Amounts = Readonly<Record<(typeof COUNTED)[number], number>>

/** What a part of a pod asks for and may have; 0 is nothing. */
interface Part {
  readonly requests: Amounts
  readonly limits: Amounts
}

/**
 * Takes a pod's spec as the server has stored it; gives its quality of service class (ComputePodQOS in
 * pkg/apis/core/v1/helper/qos): guaranteed where every container has limits for CPU and memory and they ask for as much
 * together, best effort where none says anything. What the pod says as a whole goes before its containers.
 */
export function storedQosClassOf(podSpec: Json | undefined): QosClass {
  return classOf(partsOf(podSpec))
}

/** Takes a pod's spec as it is written; gives the class that it will have: a request left out is the limit, as the server fills it in. */
export function qosClassOf(podSpec: Json | undefined): QosClass {
  return classOf(
    partsOf(podSpec).map(({ requests, limits }) => ({
      limits,
      requests: { cpu: requests.cpu || limits.cpu, memory: requests.memory || limits.memory },
    })),
  )
}

function partsOf(podSpec: Json | undefined): readonly Part[] {
  const whole = field(podSpec, 'resources')
  const all = isObject(whole)
    ? [whole]
    : [...itemsOf(field(podSpec, 'containers')), ...itemsOf(field(podSpec, 'initContainers'))].map(
        (container) => field(container, 'resources'),
      )
  return all.map((resources) => ({
    requests: amountsOf(field(resources, 'requests')),
    limits: amountsOf(field(resources, 'limits')),
  }))
}

function amountsOf(list: Json | undefined): Amounts {
  return { cpu: amountOf(field(list, 'cpu')), memory: amountOf(field(list, 'memory')) }
}

function amountOf(value: Json | undefined): number {
  return Math.max(0, quantityValue(value) ?? 0)
}

function classOf(parts: readonly Part[]): QosClass {
  const sum = (list: keyof Part, name: keyof Amounts) =>
    parts.reduce((total, part) => total + part[list][name], 0)
  if (COUNTED.every((name) => sum('requests', name) === 0 && sum('limits', name) === 0)) return 'BestEffort'
  const isLimited = parts.every(({ limits }) => COUNTED.every((name) => limits[name] > 0))
  const isEven = COUNTED.every((name) => sum('requests', name) === sum('limits', name))
  return isLimited && isEven ? 'Guaranteed' : 'Burstable'
}
