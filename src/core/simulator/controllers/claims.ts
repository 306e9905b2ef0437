import type { ObjectsByKind } from '../api/objects'
import type { ClusterPod } from './podStates'

type Claim = ObjectsByKind['PersistentVolumeClaim']

/** Says which node a volume shall be for, once a pod that uses it has one. */
export const SELECTED_NODE = 'volume.kubernetes.io/selected-node'

/** Takes a claim; says whether there is a volume behind it. */
export function isBound({ status }: Claim): boolean {
  return status?.phase === 'Bound'
}

/** Takes a claim; says whether its class makes a volume as soon as a pod needs it (WaitForFirstConsumer): every class does, but without one (`""`), or with a volume of its own choice, none is made. */
export function waitsForPod({ spec }: Claim): boolean {
  return spec?.storageClassName !== '' && (spec?.volumeName ?? '') === ''
}

/** Takes a pod; gives the names of the claims that it uses: those it names, and its own of ephemeral volumes. */
export function claimNames({ metadata, spec }: ClusterPod): readonly string[] {
  return (spec?.volumes ?? []).flatMap(({ name = '', persistentVolumeClaim, ephemeral }) => {
    if (ephemeral !== undefined) return [`${metadata?.name}-${name}`]
    const claim = persistentVolumeClaim?.claimName
    return claim === undefined ? [] : [claim]
  })
}
