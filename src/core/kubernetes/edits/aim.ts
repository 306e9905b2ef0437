import type { Change } from '../change'
import { ingressTargetAt, newIngressPath } from '../ingress'
import { isObject, type Json } from '../json'
import { podLabels } from '../objectKinds/objectKind'
import { valueAt, type Path } from '../path'
import { servicesIn } from '../services'
import { field, itemsOf, textOf } from '../shape'
import { workloadAt, type Workload } from '../workloadKinds'
import { append } from './list'
import { setValue } from './setValue'

/** How an object of each kind is pointed at a workload. */
const AT_WORKLOAD: Readonly<Record<string, (object: Path, workload: Workload) => Change>> = {
  Service: (object, workload) => setValue([...object, 'spec', 'selector'], labelsOf(workload)),
  PodDisruptionBudget: (object, workload) =>
    setValue([...object, 'spec', 'selector'], { matchLabels: labelsOf(workload) }),
  NetworkPolicy: (object, workload) =>
    setValue([...object, 'spec', 'podSelector'], { matchLabels: labelsOf(workload) }),
  HorizontalPodAutoscaler: (object, { row, name }) =>
    setValue([...object, 'spec', 'scaleTargetRef'], { apiVersion: row.apiVersion, kind: row.kind, name }),
  ServiceAccount:
    (object, { podSpec }) =>
    (documents) =>
      setValue(
        [...podSpec, 'serviceAccountName'],
        textOf(valueAt(documents, [...object, 'metadata', 'name'])),
      )(documents),
}

/**
 * Takes the path of an object and that of another; points the first at the second: the selector of a Service, a
 * disruption budget or a network policy at a workload's pods, an autoscaler at a workload, pods at a ServiceAccount,
 * an Ingress at a Service. Selects the object. Nothing happens where that would mean nothing.
 */
export function aim(object: Path, target: Path): Change {
  return (documents) => {
    const kind = textOf(valueAt(documents, [...object, 'kind']))
    if (kind === 'Ingress') return lead(documents, object, target)
    const workload = workloadAt(documents, target)
    const change = Object.hasOwn(AT_WORKLOAD, kind) ? AT_WORKLOAD[kind] : undefined
    if (workload === null || change === undefined) return undefined
    change(object, workload)(documents)
    return object
  }
}

function labelsOf(workload: Workload): Record<string, string> {
  return { ...podLabels(workload, workload.name) }
}

/** A path that leads nowhere yet is led there; else there is one more, called after the Service. */
function lead(documents: Json[], ingress: Path, target: Path): Path | undefined {
  const service = servicesIn(documents).find(({ path }) => path[0] === target[0])
  if (service === undefined) return undefined
  const rules = [...ingress, 'spec', 'rules']
  const lists = itemsOf(valueAt(documents, rules)).flatMap((rule, index) =>
    isObject(rule) ? [[...rules, index, 'http', 'paths']] : [],
  )
  const path = newIngressPath(service)
  const free = lists
    .flatMap((list) => itemsOf(valueAt(documents, list)).map((_, index) => [...list, index, 'backend']))
    .find((backend) => leadsNowhere(documents, backend))
  if (free !== undefined) {
    setValue(free, field(path, 'backend'))(documents)
    return free.slice(0, -1)
  }
  const [first] = lists
  if (first === undefined) return append(documents, rules, { http: { paths: [path] } })
  if (itemsOf(valueAt(documents, first)).length > 0) path['path'] = `/${service.name}`
  return append(documents, first, path)
}

function leadsNowhere(documents: readonly Json[], backend: Path): boolean {
  const { service, isResource } = ingressTargetAt(documents, backend)
  return service === '' && !isResource
}
