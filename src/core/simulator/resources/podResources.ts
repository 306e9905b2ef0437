import type { Container, PodSpec, Quantity } from '../../kubernetes/schema/types-1.36'
import { quantityValue } from '../../kubernetes/quantity'
import { isSidecar } from '../kubelet/restartPolicy'

/** Amounts of resources in units (cores, bytes), by name. */
export type Amounts = Readonly<Record<string, number>>

type List = Readonly<Record<string, Quantity>> | undefined
type Kind = 'requests' | 'limits'

/** Takes a pod's spec and which amounts are meant; gives what its containers need together: mains and sidecars side by side, or the init container that needs most with the sidecars before it (AggregateContainerRequests, KEP-753). */
export function containerAmounts(spec: PodSpec, kind: Kind): Amounts {
  const of = (container: Container) => amounts(container.resources?.[kind])
  const init = spec.initContainers ?? []
  const sidecars = init.filter((each) => isSidecar(each))
  const together = sum([...(spec.containers ?? []), ...sidecars].map((container) => of(container)))
  let before: Amounts = {}
  let most: Amounts = {}
  for (const container of init) {
    const step = sum([before, of(container)])
    if (isSidecar(container)) before = step
    most = highest(most, step)
  }
  return highest(together, most)
}

/** Takes a pod's spec and which amounts are meant; gives the pod's: what it says as a whole goes before its containers (KEP-2837), its overhead comes on top, of limits only where there is one (PodRequests, PodLimits). */
export function podAmounts(spec: PodSpec, kind: Kind): Amounts {
  const whole = Object.entries(amounts(spec.resources?.[kind])).filter(([name]) => isPodLevel(name))
  const own = { ...containerAmounts(spec, kind), ...Object.fromEntries(whole) }
  const overhead = Object.entries(amounts(spec.overhead)).filter(
    ([name]) => kind === 'requests' || Object.hasOwn(own, name),
  )
  return sum([own, Object.fromEntries(overhead)])
}

function isPodLevel(name: string): boolean {
  return name === 'cpu' || name === 'memory' || name.startsWith('hugepages-')
}

function amounts(list: List): Amounts {
  return Object.fromEntries(
    Object.entries(list ?? {}).flatMap(([name, value]) => {
      const amount = quantityValue(value)
      return amount === null ? [] : [[name, amount] as const]
    }),
  )
}

function sum(all: readonly Amounts[]): Amounts {
  const result: Record<string, number> = {}
  for (const each of all)
    for (const [name, amount] of Object.entries(each))
      result[name] = Number(((result[name] ?? 0) + amount).toPrecision(15))
  return result
}

function highest(a: Amounts, b: Amounts): Amounts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return Object.fromEntries([...names].map((name) => [name, Math.max(a[name] ?? 0, b[name] ?? 0)]))
}
