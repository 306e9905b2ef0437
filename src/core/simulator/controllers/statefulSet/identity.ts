import type { PersistentVolumeClaim, PodTemplateSpec, Volume } from '../../../kubernetes/schema/types-1.36'
import { CLAIM_PROTECTION } from '../../api/deletion'
import type { ObjectsByKind } from '../../api/objects'
import { MOST_PODS, newPod } from '../newPod'
import { controllerReference } from '../ownership'
import type { ClusterPod } from '../podStates'
import { REVISION_HASH } from '../revisions'

/*
 * Who is who in a StatefulSet (pkg/controller/statefulset/stateful_set_utils.go).
 */

/** A StatefulSet of the simulated cluster. */
export type StatefulSet = ObjectsByKind['StatefulSet']

/** Takes a StatefulSet; gives its first ordinal. */
export function firstOrdinal({ spec }: StatefulSet): number {
  return Math.max(0, spec?.ordinals?.start ?? 0)
}

/** Takes a StatefulSet; gives its ordinals, in order. */
export function ordinalsOf(set: StatefulSet): readonly number[] {
  const { spec } = set
  const start = firstOrdinal(set)
  return Array.from({ length: Math.min(MOST_PODS, spec?.replicas ?? 1) }, (_none, index) => start + index)
}

/** Takes a pod; gives the ordinal in its name, -1 where it has none (getOrdinal). */
export function ordinalOf({ metadata }: ClusterPod): number {
  const ordinal = /-(\d+)$/.exec(metadata?.name ?? '')?.[1]
  return ordinal === undefined ? -1 : Number(ordinal)
}

/** Takes a StatefulSet, an ordinal, a template and the name of its revision; gives the pod, before the server fills it in (newVersionedStatefulSetPod). */
export function podOf(
  set: StatefulSet,
  ordinal: number,
  template: PodTemplateSpec | undefined,
  revision: string,
): ClusterPod {
  const { namespace = '', name: setName = '' } = set.metadata ?? {}
  const name = `${setName}-${ordinal}`
  const pod = newPod(template, namespace, name, controllerReference('StatefulSet', set))
  const subdomain = set.spec?.serviceName ?? ''
  return {
    ...pod,
    metadata: {
      ...pod.metadata,
      labels: {
        ...pod.metadata?.labels,
        'apps.kubernetes.io/pod-index': String(ordinal),
        [REVISION_HASH]: revision,
        'statefulset.kubernetes.io/pod-name': name,
      },
    },
    spec: {
      ...pod.spec,
      hostname: name,
      ...(subdomain === '' ? {} : { subdomain }),
      volumes: volumesOf(set, name, pod.spec?.volumes ?? []),
    },
  }
}

/** updateStorage: a claim goes before a volume of its name. */
function volumesOf(set: StatefulSet, pod: string, volumes: readonly Volume[]): readonly Volume[] {
  const templates = set.spec?.volumeClaimTemplates ?? []
  const names = new Set(templates.map(({ metadata }) => metadata?.name))
  return [
    ...templates.map(({ metadata }) => ({
      name: metadata?.name,
      persistentVolumeClaim: { claimName: `${metadata?.name}-${pod}`, readOnly: false },
    })),
    ...volumes.filter(({ name }) => !names.has(name)),
  ]
}

/** Takes a StatefulSet and the name of one of its pods; gives the claims of that pod (getPersistentVolumeClaims). */
export function claimsOf(set: StatefulSet, pod: string): readonly PersistentVolumeClaim[] {
  return (set.spec?.volumeClaimTemplates ?? []).map(({ metadata, spec }) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      ...metadata,
      name: `${metadata?.name}-${pod}`,
      namespace: set.metadata?.namespace,
      labels: { ...metadata?.labels, ...set.spec?.selector?.matchLabels },
      finalizers: [CLAIM_PROTECTION],
    },
    spec,
  }))
}
