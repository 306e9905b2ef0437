import type { Json } from '../../../kubernetes/json'
import { objectsIn, type KubernetesObject } from '../../../kubernetes/objects'
import { referencesIn, type Reference } from '../../../kubernetes/references'
import { servicesIn, type Service } from '../../../kubernetes/services'
import { workloadsIn, type Workload } from '../../../kubernetes/workloadKinds'
import { podOf, type Pod } from './pod'

/** All documents of a design, seen as advice needs them. Each view is made when it is first asked for, and once. */
export class Design {
  #workloads: readonly Workload[] | null = null
  #pods: readonly Pod[] | null = null
  #podByDocument: ReadonlyMap<number, Pod> | null = null
  #services: readonly Service[] | null = null
  #objects: readonly KubernetesObject[] | null = null
  #byKind: ReadonlyMap<string, readonly KubernetesObject[]> | null = null
  #byAddress: ReadonlyMap<string, KubernetesObject> | null = null
  #servicesByDocument: ReadonlyMap<number, readonly Service[]> | null = null
  #references: ReadonlyMap<Pod, readonly Reference[]> | null = null

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
    this.#byKind ??= grouped(this.objects.map((object) => [object.kind, object]))
    return this.#byKind.get(kind) ?? []
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
    this.#servicesByDocument ??= grouped(
      this.services.flatMap((service) => service.selects.map((path) => [Number(path[0]), service] as const)),
    )
    return this.#servicesByDocument.get(Number(workload.path[0])) ?? []
  }

  /** Takes a Service; gives the pods that it selects. */
  podsOf(service: Service): readonly Pod[] {
    this.#podByDocument ??= new Map(this.pods.map((pod) => [Number(pod.workload.path[0]), pod]))
    const pods = this.#podByDocument
    return service.selects.flatMap((path) => pods.get(Number(path[0])) ?? [])
  }

  /** Takes a pod; gives every use its containers and volumes make of things outside of it. */
  referencesOf(pod: Pod): readonly Reference[] {
    this.#references ??= new Map(this.pods.map((each) => [each, referencesIn(this.documents, each.path)]))
    return this.#references.get(pod) ?? []
  }
}

function grouped<Key, Value>(
  entries: readonly (readonly [Key, Value])[],
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const [key, value] of entries) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}

/** Takes an object's kind, name and namespace as written; gives what tells it from all others of the design. */
export function addressOf(kind: string, name: string, namespace: string): string {
  return JSON.stringify([kind, name, namespace === '' ? 'default' : namespace])
}
