import type { ApiServer, ObjectChange } from '../api/apiServer'
import type { ApiKind } from '../api/objects'
import type { Deed, ObjectNow } from '../history/happening'

interface ObjectPlace {
  readonly namespace: string
  readonly name: string
}

const OBJECT = { type: 'object' } as const

/** How an object of each kind goes into the history. */
const NOW: Readonly<Record<ApiKind, (api: ApiServer, place: ObjectPlace) => ObjectNow>> = {
  Pod: (api, place) => ({
    ...OBJECT,
    kind: 'Pod',
    ...place,
    object: api.get('Pod', place.namespace, place.name) ?? null,
  }),
  Deployment: (api, place) => ({
    ...OBJECT,
    kind: 'Deployment',
    ...place,
    object: api.get('Deployment', place.namespace, place.name) ?? null,
  }),
  ReplicaSet: (api, place) => ({
    ...OBJECT,
    kind: 'ReplicaSet',
    ...place,
    object: api.get('ReplicaSet', place.namespace, place.name) ?? null,
  }),
  StatefulSet: (api, place) => ({
    ...OBJECT,
    kind: 'StatefulSet',
    ...place,
    object: api.get('StatefulSet', place.namespace, place.name) ?? null,
  }),
  DaemonSet: (api, place) => ({
    ...OBJECT,
    kind: 'DaemonSet',
    ...place,
    object: api.get('DaemonSet', place.namespace, place.name) ?? null,
  }),
  Job: (api, place) => ({
    ...OBJECT,
    kind: 'Job',
    ...place,
    object: api.get('Job', place.namespace, place.name) ?? null,
  }),
  CronJob: (api, place) => ({
    ...OBJECT,
    kind: 'CronJob',
    ...place,
    object: api.get('CronJob', place.namespace, place.name) ?? null,
  }),
  Service: (api, place) => ({
    ...OBJECT,
    kind: 'Service',
    ...place,
    object: api.get('Service', place.namespace, place.name) ?? null,
  }),
  Endpoints: (api, place) => ({
    ...OBJECT,
    kind: 'Endpoints',
    ...place,
    object: api.get('Endpoints', place.namespace, place.name) ?? null,
  }),
  EndpointSlice: (api, place) => ({
    ...OBJECT,
    kind: 'EndpointSlice',
    ...place,
    object: api.get('EndpointSlice', place.namespace, place.name) ?? null,
  }),
  ConfigMap: (api, place) => ({
    ...OBJECT,
    kind: 'ConfigMap',
    ...place,
    object: api.get('ConfigMap', place.namespace, place.name) ?? null,
  }),
  Secret: (api, place) => ({
    ...OBJECT,
    kind: 'Secret',
    ...place,
    object: api.get('Secret', place.namespace, place.name) ?? null,
  }),
  PersistentVolumeClaim: (api, place) => ({
    ...OBJECT,
    kind: 'PersistentVolumeClaim',
    ...place,
    object: api.get('PersistentVolumeClaim', place.namespace, place.name) ?? null,
  }),
  ServiceAccount: (api, place) => ({
    ...OBJECT,
    kind: 'ServiceAccount',
    ...place,
    object: api.get('ServiceAccount', place.namespace, place.name) ?? null,
  }),
  Ingress: (api, place) => ({
    ...OBJECT,
    kind: 'Ingress',
    ...place,
    object: api.get('Ingress', place.namespace, place.name) ?? null,
  }),
  NetworkPolicy: (api, place) => ({
    ...OBJECT,
    kind: 'NetworkPolicy',
    ...place,
    object: api.get('NetworkPolicy', place.namespace, place.name) ?? null,
  }),
  HorizontalPodAutoscaler: (api, place) => ({
    ...OBJECT,
    kind: 'HorizontalPodAutoscaler',
    ...place,
    object: api.get('HorizontalPodAutoscaler', place.namespace, place.name) ?? null,
  }),
  PodDisruptionBudget: (api, place) => ({
    ...OBJECT,
    kind: 'PodDisruptionBudget',
    ...place,
    object: api.get('PodDisruptionBudget', place.namespace, place.name) ?? null,
  }),
  ControllerRevision: (api, place) => ({
    ...OBJECT,
    kind: 'ControllerRevision',
    ...place,
    object: api.get('ControllerRevision', place.namespace, place.name) ?? null,
  }),
  Node: (api, place) => ({
    ...OBJECT,
    kind: 'Node',
    ...place,
    object: api.get('Node', place.namespace, place.name) ?? null,
  }),
  Event: (api, place) => ({
    ...OBJECT,
    kind: 'Event',
    ...place,
    object: api.get('Event', place.namespace, place.name) ?? null,
  }),
}

/** Takes the API server and a change of an object; gives it as it goes into the history: an event that was recorded as one. */
export function objectNow(api: ApiServer, { kind, namespace, name }: ObjectChange): Deed {
  const event = kind === 'Event' ? api.get('Event', namespace, name) : undefined
  return event === undefined ? NOW[kind](api, { namespace, name }) : { type: 'event', event }
}
