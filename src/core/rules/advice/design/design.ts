import type { Json } from '../../../kubernetes/json'
import { objectsIn, type KubernetesObject } from '../../../kubernetes/objects'
import { servicesIn, type Service } from '../../../kubernetes/services'
import { workloadsIn, type Workload } from '../../../kubernetes/workloadKinds'
import { podOf, type Pod } from './pod'

/** All documents of a design, seen as advice needs them. Each view is made when it is first asked for, and once. */
export class Design {
  #workloads: readonly Workload[] | null = null
  #pods: readonly Pod[] | null = null
  #services: readonly Service[] | null = null
  #objects: readonly KubernetesObject[] | null = null
  #byAddress: ReadonlyMap<string, KubernetesObject> | null = null
  #servicesByDocument: ReadonlyMap<number, readonly Service[]> | null = null

  constructor(readonly documents: readonly Json[]) {}

  get workloads(): readonly Workload[] {
    this.#workloads ??= workloadsIn(this.documents)
    return this.#workloads
  }

  get pods(): readonly Pod[] {
    this.#pods ??= this.workloads.map((workload) => podOf(this.documents, workload))
    return this.#pods
  }

  get services(): readonly Service[] {
    this.#services ??= servicesIn(this.documents)
    return this.#services
  }

  get objects(): readonly KubernetesObject[] {
    this.#objects ??= objectsIn(this.documents)
    return this.#objects
  }

  /** Takes a kind; gives the objects of that kind. */
  ofKind(kind: string): readonly KubernetesObject[] {
    return this.objects.filter((object) => object.kind === kind)
  }

  /** Takes an object's kind, name and namespace; gives it where the design has it, else null. */
  named(kind: string, name: string, namespace: string): KubernetesObject | null {
    this.#byAddress ??= new Map(
      this.objects.map((object) => [addressOf(object.kind, object.name, object.namespace), object]),
    )
    return this.#byAddress.get(addressOf(kind, name, namespace)) ?? null
  }

  /** Takes a pod; gives the Services that select it. */
  servicesOf({ workload }: Pod): readonly Service[] {
    this.#servicesByDocument ??= byDocument(this.services)
    return this.#servicesByDocument.get(Number(workload.path[0])) ?? []
  }

  /** Takes a Service; gives the pods that it selects. */
  podsOf(service: Service): readonly Pod[] {
    const selected = new Set(service.selects.map((path) => path[0]))
    return this.pods.filter(({ workload }) => selected.has(workload.path[0]))
  }
}

function byDocument(services: readonly Service[]): ReadonlyMap<number, readonly Service[]> {
  const map = new Map<number, Service[]>()
  for (const service of services) {
    for (const path of service.selects) {
      const index = Number(path[0])
      map.set(index, [...(map.get(index) ?? []), service])
    }
  }
  return map
}

function addressOf(kind: string, name: string, namespace: string): string {
  return JSON.stringify([kind, name, namespace === '' ? 'default' : namespace])
}
