import type { Json } from '../../../kubernetes/json'
import { isOfType } from '../../../rules/typed'
import { admitPod } from '../../api/admitPod'
import type { ApiServer } from '../../api/apiServer'
import type { ApiKind, ObjectsByKind } from '../../api/objects'

/** Takes the API server and an object; stores it where it is of the kind, with the status that is there; says so. */
type Store = (api: ApiServer, object: Json) => boolean

function keep<Kind extends ApiKind>(api: ApiServer, kind: Kind, object: ObjectsByKind[Kind]): boolean {
  const { namespace = 'default', name = '' } = object.metadata ?? {}
  const before = api.get(kind, namespace, name)
  const status = before !== undefined && 'status' in before ? { status: before.status } : {}
  api.put(kind, { ...object, ...status })
  return true
}

/** A pod begins as one that waits for a node. */
function keepPod(api: ApiServer, pod: ObjectsByKind['Pod']): boolean {
  const { namespace = 'default', name = '' } = pod.metadata ?? {}
  const { status = { phase: 'Pending' } } = api.get('Pod', namespace, name) ?? {}
  api.put('Pod', { ...admitPod(pod), status })
  return true
}

/** The kinds that can be applied. */
export const STORES = {
  Pod: (api, object) => isOfType('Pod', object) && keepPod(api, object),
  Deployment: (api, object) => isOfType('Deployment', object) && keep(api, 'Deployment', object),
  ReplicaSet: (api, object) => isOfType('ReplicaSet', object) && keep(api, 'ReplicaSet', object),
  StatefulSet: (api, object) => isOfType('StatefulSet', object) && keep(api, 'StatefulSet', object),
  DaemonSet: (api, object) => isOfType('DaemonSet', object) && keep(api, 'DaemonSet', object),
  Job: (api, object) => isOfType('Job', object) && keep(api, 'Job', object),
  CronJob: (api, object) => isOfType('CronJob', object) && keep(api, 'CronJob', object),
  Service: (api, object) => isOfType('Service', object) && keep(api, 'Service', object),
  ConfigMap: (api, object) => isOfType('ConfigMap', object) && keep(api, 'ConfigMap', object),
  Secret: (api, object) => isOfType('Secret', object) && keep(api, 'Secret', object),
  PersistentVolumeClaim: (api, object) =>
    isOfType('PersistentVolumeClaim', object) && keep(api, 'PersistentVolumeClaim', object),
  ServiceAccount: (api, object) => isOfType('ServiceAccount', object) && keep(api, 'ServiceAccount', object),
  Ingress: (api, object) => isOfType('Ingress', object) && keep(api, 'Ingress', object),
  NetworkPolicy: (api, object) => isOfType('NetworkPolicy', object) && keep(api, 'NetworkPolicy', object),
  HorizontalPodAutoscaler: (api, object) =>
    isOfType('HorizontalPodAutoscaler', object) && keep(api, 'HorizontalPodAutoscaler', object),
  PodDisruptionBudget: (api, object) =>
    isOfType('PodDisruptionBudget', object) && keep(api, 'PodDisruptionBudget', object),
} as const satisfies Partial<Record<ApiKind, Store>>

export type AppliedKind = keyof typeof STORES

/** Takes a kind; says whether the simulated API server keeps its objects. */
export function isApplied(kind: string): kind is AppliedKind {
  return Object.hasOwn(STORES, kind)
}
