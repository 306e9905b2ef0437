import type { ObjectMeta } from '../../kubernetes/schema/types-1.36'
import type { ApiServer } from './apiServer'
import type { ApiEvent, ApiKind } from './objects'

/** Says something of an object, as a component of the cluster. */
export type Report = (
  api: ApiServer,
  kind: ApiKind,
  object: { readonly metadata?: ObjectMeta },
  type: ApiEvent['type'],
  reason: string,
  message: string,
) => void

/** Takes the name of a component (`replicaset-controller`); gives what records its events. */
export function reporter(component: string): Report {
  return (api, kind, { metadata }, type, reason, message) => {
    const { namespace = 'default', name = '', uid } = metadata ?? {}
    api.record({ about: { kind, namespace, name, uid }, type, reason, message, component })
  }
}
