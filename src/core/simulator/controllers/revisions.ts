import { deleteObject } from '../api/deletion'
import type { ControllerRevision, ObjectsByKind } from '../api/objects'
import { save } from '../api/save'
import type { ControlPlane } from './controlPlane'
import { controllerReference, isControlledBy } from './ownership'
import { templateHash } from './templateHash'

/** The label of a pod that says by which revision it was made. */
export const REVISION_HASH = 'controller-revision-hash'

type Owner = ObjectsByKind['StatefulSet'] | ObjectsByKind['DaemonSet']

/** Takes the control plane, an owner and its kind; gives its revisions, oldest first. */
export function revisionsOf({ api }: ControlPlane, owner: Owner): readonly ControllerRevision[] {
  return api
    .list('ControllerRevision', owner.metadata?.namespace)
    .filter((revision) => isControlledBy(revision, owner))
    .toSorted((a, b) => a.revision - b.revision)
}

/** Takes the control plane, a kind and an owner; gives the revision of its present template, the newest of all, made where there is none (getStatefulSetRevisions, constructHistory). */
export function presentRevision(
  plane: ControlPlane,
  kind: 'StatefulSet' | 'DaemonSet',
  owner: Owner,
): ControllerRevision {
  const { name = '', namespace = '', labels } = owner.metadata ?? {}
  const { template } = owner.spec ?? {}
  const hash = templateHash(template)
  const all = revisionsOf(plane, owner)
  const found = all.find(({ metadata }) => metadata?.name === `${name}-${hash}`)
  const newest = all.at(-1)
  if (found !== undefined && found === newest) return found
  const revision = (newest?.revision ?? 0) + 1
  return save(plane.api, 'ControllerRevision', {
    metadata: found?.metadata ?? {
      name: `${name}-${hash}`,
      namespace,
      labels: { ...labels, ...template?.metadata?.labels, [REVISION_HASH]: hash },
      ownerReferences: [controllerReference(kind, owner)],
    },
    data: template,
    revision,
  })
}

/** Takes the control plane, an owner and the names of revisions that are in use; keeps of the others as many as revisionHistoryLimit says. */
export function forgetRevisions(plane: ControlPlane, owner: Owner, used: ReadonlySet<string>): void {
  const idle = revisionsOf(plane, owner).filter(({ metadata }) => !used.has(metadata?.name ?? ''))
  const limit = owner.spec?.revisionHistoryLimit ?? 10
  for (const { metadata } of idle.slice(0, Math.max(0, idle.length - limit)))
    deleteObject(plane, 'ControllerRevision', metadata?.namespace ?? '', metadata?.name ?? '')
}
