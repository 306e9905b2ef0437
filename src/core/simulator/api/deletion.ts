import type { Clock } from '../clock'
import { FINAL_PHASES } from '../kubelet/status/podStatusTypes'
import type { ApiServer } from './apiServer'
import type { ApiKind, ObjectsByKind } from './objects'

/** What becomes of the objects that a deleted one owns (metav1.DeletionPropagation). */
export type Propagation = 'Background' | 'Foreground' | 'Orphan'

/** Keeps an object until what it owns is gone. */
export const FOREGROUND = 'foregroundDeletion'

/** Keeps an object until nobody needs what it owns to be found by it. */
export const ORPHAN = 'orphan'

/** Keeps a claim until no pod uses it. */
export const CLAIM_PROTECTION = 'kubernetes.io/pvc-protection'

/** Where things are deleted, and when. */
export interface Deleting {
  readonly api: ApiServer
  readonly clock: Clock
}

/**
 * Takes a pod and a grace period in seconds (null: its own); asks for its end. A pod that is on no node or has ended is
 * gone at once, and so is one that gets no grace. Who asks again can only shorten the period (CheckGracefulDelete in
 * pkg/registry/core/pod, BeforeDelete in apiserver/pkg/registry/rest).
 */
export function deletePod({ api, clock }: Deleting, pod: ObjectsByKind['Pod'], grace: number | null): void {
  const { namespace = 'default', name = '', deletionGracePeriodSeconds } = pod.metadata ?? {}
  const wanted = grace ?? pod.spec?.terminationGracePeriodSeconds ?? 30
  const isOver = (pod.spec?.nodeName ?? '') === '' || FINAL_PHASES.has(pod.status?.phase ?? '')
  const period = isOver ? 0 : wanted < 0 ? 1 : wanted
  if (period === 0) {
    api.remove('Pod', namespace, name)
    return
  }
  if (deletionGracePeriodSeconds !== undefined && period >= deletionGracePeriodSeconds) return
  const deletionTimestamp = clock.timestamp(clock.now + period * 1000)
  api.put('Pod', {
    ...pod,
    metadata: { ...pod.metadata, deletionTimestamp, deletionGracePeriodSeconds: period },
  })
}

/**
 * Takes a kind, a namespace, a name, a grace period in seconds (null: the object's own) and what becomes of what the
 * object owns; asks for its end, and says whether it was there. What it owns goes by the garbage collector.
 */
export function deleteObject(
  deleting: Deleting,
  kind: ApiKind,
  namespace: string,
  name: string,
  grace: number | null = null,
  propagation: Propagation = 'Background',
): boolean {
  const { api } = deleting
  const object = api.get(kind, namespace, name)
  if (object === undefined) return false
  if (kind === 'Pod') {
    const pod = api.get('Pod', namespace, name)
    if (pod !== undefined) deletePod(deleting, pod, grace)
    return true
  }
  // Nobody here takes away the finalizers of others: they keep nothing.
  const finalizers = [
    ...(object.metadata?.finalizers ?? []).filter((each) => each === CLAIM_PROTECTION),
    ...(propagation === 'Foreground' ? [FOREGROUND] : propagation === 'Orphan' ? [ORPHAN] : []),
  ]
  if (finalizers.length === 0) api.remove(kind, namespace, name)
  else markDeleted(deleting, kind, object, finalizers)
  return true
}

function markDeleted<Kind extends ApiKind>(
  { api, clock }: Deleting,
  kind: Kind,
  object: ObjectsByKind[Kind],
  finalizers: readonly string[],
): void {
  const deletionTimestamp = object.metadata?.deletionTimestamp ?? clock.timestamp()
  api.put(kind, { ...object, metadata: { ...object.metadata, deletionTimestamp, finalizers } })
}
