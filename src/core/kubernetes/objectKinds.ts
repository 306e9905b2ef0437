import { AVAILABILITY_OBJECTS } from './objectKinds/availabilityObjects'
import { HELD_OBJECTS } from './objectKinds/heldObjects'
import { NETWORKING_OBJECTS } from './objectKinds/networkingObjects'
import type { ObjectKind } from './objectKinds/objectKind'
import { WORKLOAD_OBJECTS } from './objectKinds/workloadObjects'

/** Every kind that Podwright makes, draws and edits field by field, in the order menus offer them. */
export const OBJECT_KINDS: readonly ObjectKind[] = [
  ...WORKLOAD_OBJECTS,
  ...NETWORKING_OBJECTS,
  ...HELD_OBJECTS,
  ...AVAILABILITY_OBJECTS,
]

/** Takes the name of a kind; gives its row, or null where it is none of ours. */
export function objectKind(kind: string): ObjectKind | null {
  return OBJECT_KINDS.find((row) => row.kind === kind) ?? null
}

/**
 * Takes an apiVersion and a kind as written; gives the kind's row, or null. Any version of the kind's own API group
 * counts; of others only what can't be a group of somebody else's kinds, which has a dot (a half-typed `networking`
 * is given the benefit of the doubt).
 */
export function objectKindOf(apiVersion: string, kind: string): ObjectKind | null {
  const row = objectKind(kind)
  if (row === null) return null
  const group = groupOf(apiVersion)
  return !group.includes('.') || group === groupOf(row.apiVersion) ? row : null
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash < 0 ? '' : apiVersion.slice(0, slash)
}
