import type {
  LabelSelector,
  ObjectMeta,
  OwnerReference,
  PodTemplateSpec,
} from '../../kubernetes/schema/types-1.36'
import { isObject } from '../../kubernetes/json'
import { selectorMatches } from '../../kubernetes/selectors'
import type { ApiServer } from '../api/apiServer'
import type { ObjectsByKind } from '../api/objects'

/** The kinds that own others, with their versions. */
const API_VERSIONS = {
  Deployment: 'apps/v1',
  ReplicaSet: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Pod: 'v1',
  Service: 'v1',
} as const

/** A kind that owns others. */
export type OwnerKind = keyof typeof API_VERSIONS

interface WithMetadata {
  readonly metadata?: ObjectMeta
}

/** Takes the kind of an owner as written; says whether it is one that is simulated. */
export function isOwnerKind(kind: string): kind is OwnerKind {
  return Object.hasOwn(API_VERSIONS, kind)
}

/** Takes a kind and an object of it; gives the reference by which others say that it controls them (NewControllerRef). */
export function controllerReference(kind: OwnerKind, { metadata }: WithMetadata): OwnerReference {
  return { ...ownerReference(kind, { metadata }), controller: true, blockOwnerDeletion: true }
}

/** Takes a kind and an object of it; gives the reference by which others say that they end with it. */
export function ownerReference(kind: OwnerKind, { metadata }: WithMetadata): OwnerReference {
  return { apiVersion: API_VERSIONS[kind], kind, name: metadata?.name, uid: metadata?.uid }
}

/** Takes an object; gives the reference to what controls it, if anything does (GetControllerOf). */
export function controllerOf({ metadata }: WithMetadata): OwnerReference | undefined {
  return metadata?.ownerReferences?.find(({ controller }) => controller === true)
}

/** Takes an object and a would-be owner; says whether that one controls it. */
export function isControlledBy(object: WithMetadata, owner: WithMetadata): boolean {
  const uid = controllerOf(object)?.uid
  return uid !== undefined && uid === owner.metadata?.uid
}

/** Takes an object; says whether somebody asked for its end. */
export function isTerminating({ metadata }: WithMetadata): boolean {
  return (metadata?.deletionTimestamp ?? null) !== null
}

/** What was found out of selectors and labels: neither ever changes, and the same are asked for again and again. */
const known = new WeakMap<object, WeakMap<object, boolean>>()

const NO_LABELS: Readonly<Record<string, string>> = {}

/** Takes a label selector and an object; says whether it selects it. */
export function selects(selector: LabelSelector | undefined, { metadata }: WithMetadata): boolean {
  if (!isObject(selector)) return false
  const labels = metadata?.labels ?? NO_LABELS
  const answers = known.get(selector) ?? new WeakMap<object, boolean>()
  known.set(selector, answers)
  const before = answers.get(labels)
  if (before !== undefined) return before
  const answer = selectorMatches(selector, labels)
  answers.set(labels, answer)
  return answer
}

/** Takes a workload; says whether it would select the pods that it makes. The server refuses one that does not: it would make pods for ever. */
export function selectsItsPods({
  spec,
}: {
  readonly spec?: { readonly selector?: LabelSelector; readonly template?: PodTemplateSpec }
}): boolean {
  return selects(spec?.selector, { metadata: spec?.template?.metadata })
}

/** Who claims objects: its kind, itself, and by what. */
interface Claimant {
  readonly kind: OwnerKind
  readonly object: WithMetadata & { readonly spec?: { readonly selector?: LabelSelector } }
}

/**
 * Takes the API server, a claimant, and pods or ReplicaSets; gives those of the claimant's namespace that it controls. It
 * adopts those that nobody controls and its selector fits, and lets go those that it fits no more (pkg/controller,
 * PodControllerRefManager, ReplicaSetControllerRefManager).
 */
export function claim<Kind extends 'Pod' | 'ReplicaSet'>(
  api: ApiServer,
  { kind: ownerKind, object: owner }: Claimant,
  kind: Kind,
  candidates: readonly ObjectsByKind[Kind][],
): readonly ObjectsByKind[Kind][] {
  return candidates.flatMap((object) => {
    if (object.metadata?.namespace !== owner.metadata?.namespace) return []
    const controller = controllerOf(object)
    if (controller !== undefined && controller.uid !== owner.metadata?.uid) return []
    const fits = selects(owner.spec?.selector, object)
    if (controller !== undefined) {
      if (fits || isTerminating(object)) return [object]
      release(api, kind, object, owner)
      return []
    }
    if (!fits || isTerminating(object) || isTerminating(owner)) return []
    return [adopt(api, kind, object, controllerReference(ownerKind, owner))]
  })
}

function release<Kind extends 'Pod' | 'ReplicaSet'>(
  api: ApiServer,
  kind: Kind,
  object: ObjectsByKind[Kind],
  owner: WithMetadata,
): void {
  const ownerReferences = object.metadata?.ownerReferences?.filter(({ uid }) => uid !== owner.metadata?.uid)
  api.put(kind, { ...object, metadata: { ...object.metadata, ownerReferences } })
}

function adopt<Kind extends 'Pod' | 'ReplicaSet'>(
  api: ApiServer,
  kind: Kind,
  object: ObjectsByKind[Kind],
  reference: OwnerReference,
): ObjectsByKind[Kind] {
  const ownerReferences = [...(object.metadata?.ownerReferences ?? []), reference]
  return api.put(kind, { ...object, metadata: { ...object.metadata, ownerReferences } })
}
