import type { PodTemplateSpec } from '../../../kubernetes/schema/types-1.36'
import type { ApiServer } from '../../api/apiServer'
import type { ApiKind } from '../../api/objects'

/** A template that a workload has, or had. */
export interface Revision {
  readonly revision: number
  readonly cause: string
  readonly template: PodTemplateSpec
}

const REVISION = 'deployment.kubernetes.io/revision'
const CAUSE = 'kubernetes.io/change-cause'
const HASH = 'pod-template-hash'

/** Takes a kind and the place of a workload; gives its revisions, the oldest first: those of its ReplicaSets, or its ControllerRevisions. */
export function revisionsOf(
  api: ApiServer,
  kind: ApiKind,
  namespace: string,
  name: string,
): readonly Revision[] {
  const uid = api.get(kind, namespace, name)?.metadata?.uid
  const isOwned = ({
    metadata,
  }: {
    readonly metadata?: { readonly ownerReferences?: readonly { readonly uid?: string }[] }
  }) => metadata?.ownerReferences?.some((owner) => owner.uid === uid) === true
  const all =
    kind === 'Deployment'
      ? api
          .list('ReplicaSet', namespace)
          .filter(isOwned)
          .map(({ metadata, spec }) => ({
            revision: Number(metadata?.annotations?.[REVISION] ?? 0),
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
