import { isObject, type Json, type JsonObject } from '../../../kubernetes/json'
import type { ApiServer } from '../../api/apiServer'
import type { ApiKind, ObjectsByKind } from '../../api/objects'
import type { PrintedPod } from '../../printing/podCells'
import { apiVersionOf, resourceOf } from './resources'

/** An object as the API server serves it: with its kind, and nothing else than JSON. */
export interface Served {
  readonly kind: ApiKind
  readonly namespace: string
  readonly name: string
  readonly object: JsonObject
  /** Where it is a pod: the pod, whose row is made from more than JSON. */
  readonly pod?: PrintedPod
}

/** Takes a kind and an object of it; gives it as it is served. */
function served<Kind extends ApiKind>(kind: Kind, object: ObjectsByKind[Kind]): Served {
  const { name = '', namespace = 'default' } = object.metadata ?? {}
  const resource = resourceOf(kind)
  const json: JsonObject = isObject(object) ? object : {}
  const { apiVersion: _version, kind: _kind, metadata, ...rest } = withoutZeros(kind, json)
  const shown = isObject(metadata) && !resource.namespaced ? withoutNamespace(metadata) : (metadata ?? {})
  return {
    kind,
    namespace,
    name,
    object: { apiVersion: apiVersionOf(resource), kind, metadata: shown, ...rest },
  }
}

/** The counts of a status that are written although they are 0 (those without omitempty in k8s.io/api); of other kinds all are. */
const COUNTED: Readonly<Partial<Record<ApiKind, ReadonlySet<string>>>> = {
  Deployment: new Set(),
  ReplicaSet: new Set(['replicas']),
  StatefulSet: new Set(['replicas', 'availableReplicas', 'collisionCount']),
  DaemonSet: new Set([
    'currentNumberScheduled',
    'desiredNumberScheduled',
    'numberMisscheduled',
    'numberReady',
  ]),
  Job: new Set(['ready', 'terminating']),
}

function withoutZeros(kind: ApiKind, object: JsonObject): JsonObject {
  const { status } = object
  const counted = COUNTED[kind]
  if (counted === undefined || !isObject(status)) return object
  const written = Object.entries(status).filter(([key, value]) => value !== 0 || counted.has(key))
  return { ...object, status: Object.fromEntries(written) }
}

function withoutNamespace({ namespace: _namespace, ...rest }: JsonObject): JsonObject {
  return rest
}

/** Takes a kind and a namespace (undefined: all); gives the objects. */
export function servedList(api: ApiServer, kind: ApiKind, namespace: string | undefined): readonly Served[] {
  const where = resourceOf(kind).namespaced ? namespace : undefined
  if (kind === 'Pod') return api.list('Pod', where).map((pod) => ({ ...served('Pod', pod), pod }))
  return api.list(kind, where).map((object) => served(kind, object))
}

/** Takes a kind, a namespace and a name; gives the object, or undefined. */
export function servedOne(
  api: ApiServer,
  kind: ApiKind,
  namespace: string,
  name: string,
): Served | undefined {
  if (kind === 'Pod') {
    const pod = api.get('Pod', namespace, name)
    return pod === undefined ? undefined : { ...served('Pod', pod), pod }
  }
  const object = api.get(kind, resourceOf(kind).namespaced ? namespace : 'default', name)
  return object === undefined ? undefined : served(kind, object)
}

/** Takes objects; gives them as the list that `kubectl get -o yaml` prints. */
export function listOf(objects: readonly Served[]): Json {
  return {
    apiVersion: 'v1',
    items: objects.map(({ object }) => object),
    kind: 'List',
    metadata: { resourceVersion: '' },
  }
}
