import { isObject } from '../../kubernetes/json'
import { equalJson } from '../../yaml/equal'
import type { ApiServer } from './apiServer'
import type { ApiKind, ObjectsByKind } from './objects'

/** Takes the API server, a kind and an object; stores it where it differs from what is there, and gives what is there then. A controller that writes what it finds so comes to rest. */
export function save<Kind extends ApiKind>(
  api: ApiServer,
  kind: Kind,
  object: ObjectsByKind[Kind],
): ObjectsByKind[Kind] {
  const { namespace = 'default', name = '' } = object.metadata ?? {}
  const before = api.get(kind, namespace, name)
  if (before === undefined) return api.put(kind, object)
  return isSame(before, object) ? before : api.put(kind, object)
}

/** Takes two objects, or parts of them; says whether they say the same. */
export function isSame(a: object | undefined, b: object | undefined): boolean {
  const [one, other]: readonly unknown[] = [{ part: a }, { part: b }]
  return isObject(one) && isObject(other) && equalJson(one, other)
}
