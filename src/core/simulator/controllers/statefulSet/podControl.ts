import type { PodTemplateSpec } from '../../../kubernetes/schema/types-1.36'
import { deletePod } from '../../api/deletion'
import { reporter } from '../../api/report'
import { save } from '../../api/save'
import type { ControlPlane } from '../controlPlane'
import { createPod } from '../createPod'
import { ownerReference } from '../ownership'
import type { ClusterPod } from '../podStates'
import { claimsOf, podOf, type StatefulSet } from './identity'

/*
 * What a StatefulSet does with one pod, and what it says of it (pkg/controller/statefulset/stateful_pod_control.go).
 */

const report = reporter('statefulset-controller')

/** Takes the control plane, a StatefulSet, an ordinal, a template and its revision; makes the pod, and before it its claims. */
export function addPod(
  plane: ControlPlane,
  set: StatefulSet,
  ordinal: number,
  template: PodTemplateSpec | undefined,
  revision: string,
): void {
  const pod = podOf(set, ordinal, template, revision)
  const { name = '' } = pod.metadata ?? {}
  createClaims(plane, set, name)
  const outcome = createPod(plane, 'StatefulSet', pod, name)
  const what = `create Pod ${name} in StatefulSet ${set.metadata?.name}`
  if ('made' in outcome)
    report(plane.api, 'StatefulSet', set, 'Normal', 'SuccessfulCreate', `${what} successful`)
  if ('refused' in outcome)
    report(
      plane.api,
      'StatefulSet',
      set,
      'Warning',
      'FailedCreate',
      `${what} failed error: ${outcome.refused}`,
    )
}

/** Takes the control plane, a StatefulSet and the name of one of its pods; makes the claims that the pod lacks. */
export function createClaims({ api }: ControlPlane, set: StatefulSet, pod: string): void {
  for (const claim of claimsOf(set, pod)) {
    const { name = '', namespace = '' } = claim.metadata ?? {}
    if (api.get('PersistentVolumeClaim', namespace, name) !== undefined) continue
    api.put('PersistentVolumeClaim', claim)
    const message = `create Claim ${name} Pod ${pod} in StatefulSet ${set.metadata?.name} success`
    report(api, 'StatefulSet', set, 'Normal', 'SuccessfulCreate', message)
  }
}

/** Takes the control plane, a StatefulSet and one of its pods; asks for the pod's end. */
export function removePod(plane: ControlPlane, set: StatefulSet, pod: ClusterPod): void {
  deletePod(plane, pod, null)
  const message = `delete Pod ${pod.metadata?.name} in StatefulSet ${set.metadata?.name} successful`
  report(plane.api, 'StatefulSet', set, 'Normal', 'SuccessfulDelete', message)
}

/** Takes the control plane, a StatefulSet and a pod of it that has ended; says that there will be another, and asks for the end of this one. */
export function replacePod(plane: ControlPlane, set: StatefulSet, pod: ClusterPod): void {
  const { namespace = '', name = '' } = set.metadata ?? {}
  const hasFailed = pod.status?.phase === 'Failed'
  const what = `${hasFailed ? 'failed' : 'terminated'} Pod ${pod.metadata?.name}`
  report(
    plane.api,
    'StatefulSet',
    set,
    hasFailed ? 'Warning' : 'Normal',
    hasFailed ? 'RecreatingFailedPod' : 'RecreatingTerminatedPod',
    `StatefulSet ${namespace}/${name} is recreating ${what}`,
  )
  removePod(plane, set, pod)
}

/** Takes the control plane, a StatefulSet, one of its pods and whether that one is too many; makes the pod's claims end with the set, with the pod, or with neither (persistentVolumeClaimRetentionPolicy, KEP-1847). */
export function retainClaims(
  { api }: ControlPlane,
  set: StatefulSet,
  pod: ClusterPod,
  isCondemned: boolean,
): void {
  const { whenDeleted, whenScaled } = set.spec?.persistentVolumeClaimRetentionPolicy ?? {}
  const endsWithPod = whenScaled === 'Delete' && isCondemned
  const wanted = endsWithPod
    ? [ownerReference('Pod', pod)]
    : whenDeleted === 'Delete'
      ? [ownerReference('StatefulSet', set)]
      : []
  for (const { metadata } of claimsOf(set, pod.metadata?.name ?? '')) {
    const claim = api.get('PersistentVolumeClaim', metadata?.namespace ?? '', metadata?.name ?? '')
    if (claim === undefined) continue
    const before = claim.metadata?.ownerReferences ?? []
    const others = before.filter(({ kind }) => kind !== 'Pod' && kind !== 'StatefulSet')
    if (before.length === 0 && wanted.length === 0) continue
    save(api, 'PersistentVolumeClaim', {
      ...claim,
      metadata: { ...claim.metadata, ownerReferences: [...others, ...wanted] },
    })
  }
}
