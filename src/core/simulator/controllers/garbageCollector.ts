import type { OwnerReference } from '../../kubernetes/schema/types-1.36'
import { deleteObject, FOREGROUND, ORPHAN } from '../api/deletion'
import type { ApiKind, ObjectsByKind } from '../api/objects'
import type { Controller, ControlPlane } from './controlPlane'
import { isOwnerKind, isTerminating, type OwnerKind } from './ownership'

/** The kinds of objects that others own, and of those that own them, outermost first. */
const OWNED = [
  'Job',
  'ReplicaSet',
  'ControllerRevision',
  'PersistentVolumeClaim',
  'EndpointSlice',
  'Pod',
] as const
const OWNERS: readonly OwnerKind[] = [
  'CronJob',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'ReplicaSet',
  'Service',
  'Pod',
]

/** What changes often, and not in what it is owned by. */
const COUNTED: ReadonlySet<ApiKind> = new Set(['Pod', 'EndpointSlice'])

type OwnedKind = (typeof OWNED)[number]

/** Deletes what nobody owns any more, and lets go who waits for what it owned (pkg/controller/garbagecollector). */
export const garbageCollector: Controller = {
  name: 'garbagecollector',
  watches: new Set<ApiKind>([...OWNED, ...OWNERS].filter((kind) => !COUNTED.has(kind))),
  counts: COUNTED,
  reconcile: (plane) => {
    for (const kind of OWNERS) for (const owner of plane.api.list(kind)) orphan(plane, kind, owner)
    for (const kind of OWNED) for (const object of plane.api.list(kind)) collect(plane, kind, object)
    for (const kind of OWNERS) for (const owner of plane.api.list(kind)) letGo(plane, kind, owner)
  },
}

type State = 'absent' | 'going' | 'there'

/** Owners of kinds that are not simulated are taken to be there. */
function stateOf(
  { api }: ControlPlane,
  namespace: string,
  { kind = '', name = '', uid }: OwnerReference,
): State {
  if (!isOwnerKind(kind)) return 'there'
  const owner = api.get(kind, namespace, name)
  if (owner === undefined || owner.metadata?.uid !== uid) return 'absent'
  return waitsFor(owner, FOREGROUND) ? 'going' : 'there'
}

function waitsFor(object: ObjectsByKind[ApiKind], finalizer: string): boolean {
  return isTerminating(object) && object.metadata?.finalizers?.includes(finalizer) === true
}

/** attemptToDeleteItem */
function collect<Kind extends OwnedKind>(plane: ControlPlane, kind: Kind, object: ObjectsByKind[Kind]): void {
  const { namespace = '', name = '', ownerReferences = [] } = object.metadata ?? {}
  if (ownerReferences.length === 0 || isTerminating(object)) return
  const states = ownerReferences.map((reference) => stateOf(plane, namespace, reference))
  if (!states.includes('there')) {
    const isWaitedFor = states.includes('going')
    deleteObject(
      plane,
      kind,
      namespace,
      name,
      null,
      isWaitedFor && kind !== 'PersistentVolumeClaim' ? 'Foreground' : 'Background',
    )
  } else if (states.includes('absent'))
    keepOwners(plane, kind, object, (_reference, index) => states[index] !== 'absent')
}

function keepOwners<Kind extends OwnedKind>(
  { api }: ControlPlane,
  kind: Kind,
  object: ObjectsByKind[Kind],
  isKept: (reference: OwnerReference, index: number) => boolean,
): void {
  const ownerReferences = object.metadata?.ownerReferences?.filter(isKept)
  api.put(kind, { ...object, metadata: { ...object.metadata, ownerReferences } })
}

/** What an owner leaves behind forgets it. */
function orphan(plane: ControlPlane, kind: OwnerKind, owner: ObjectsByKind[OwnerKind]): void {
  if (!waitsFor(owner, ORPHAN)) return
  const { namespace = '', name = '', uid } = owner.metadata ?? {}
  for (const each of OWNED) forget(plane, each, namespace, uid)
  plane.api.remove(kind, namespace, name)
}

function forget(plane: ControlPlane, kind: OwnedKind, namespace: string, uid: string | undefined): void {
  for (const object of plane.api.list(kind, namespace))
    if (object.metadata?.ownerReferences?.some((each) => each.uid === uid) === true)
      keepOwners(plane, kind, object, (reference) => reference.uid !== uid)
}

/** processDeletingDependentsItem: an owner that waits goes when nothing is left that blocks it. */
function letGo({ api }: ControlPlane, kind: OwnerKind, owner: ObjectsByKind[OwnerKind]): void {
  if (!waitsFor(owner, FOREGROUND)) return
  const { namespace = '', name = '', uid } = owner.metadata ?? {}
  const isBlocked = OWNED.some((each) =>
    api
      .list(each, namespace)
      .some(({ metadata }) =>
        metadata?.ownerReferences?.some(
          (reference) => reference.uid === uid && reference.blockOwnerDeletion === true,
        ),
      ),
  )
  if (!isBlocked) api.remove(kind, namespace, name)
}
