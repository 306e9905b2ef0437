import type { ObjectMeta, PodTemplateSpec } from '../../../kubernetes/schema/types-1.36'
import type { ApiServer } from '../../api/apiServer'
import type { ApiKind } from '../../api/objects'
import { revisionOf } from '../../controllers/deployment/annotations'
import { HASH } from '../../controllers/deployment/replicaSets'
import { isControlledBy } from '../../controllers/ownership'

/** A template that a workload has, or had. */
export interface Revision {
  readonly revision: number
  readonly cause: string
  readonly template: PodTemplateSpec
}

interface WithMetadata {
  readonly metadata?: ObjectMeta
}

const CAUSE = 'kubernetes.io/change-cause'

/** Takes a kind and the place of a workload; gives its revisions, the oldest first: those of its ReplicaSets, or its ControllerRevisions. */
export function revisionsOf(
  api: ApiServer,
  kind: ApiKind,
  namespace: string,
  name: string,
): readonly Revision[] {
  const owner = api.get(kind, namespace, name)
  const isOwned = (object: WithMetadata) => owner !== undefined && isControlledBy(object, owner)
  const all =
    kind === 'Deployment'
      ? api
          .list('ReplicaSet', namespace)
          .filter(isOwned)
          .map(({ metadata, spec }) => ({
            revision: revisionOf({ metadata }),
            cause: metadata?.annotations?.[CAUSE] ?? '<none>',
            template: withoutHash(spec?.template ?? {}),
          }))
      : api
          .list('ControllerRevision', namespace)
          .filter(isOwned)
          .map(({ metadata, data, revision }) => ({
            revision,
            cause: metadata?.annotations?.[CAUSE] ?? '<none>',
            template: data ?? {},
          }))
  return all.toSorted((a, b) => a.revision - b.revision)
}

function withoutHash({ metadata, ...rest }: PodTemplateSpec): PodTemplateSpec {
  const { [HASH]: _hash, ...labels } = metadata?.labels ?? {}
  return { ...rest, metadata: { ...metadata, labels } }
}
