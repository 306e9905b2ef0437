import type { Field } from '../../../src/core/kubernetes/schema/field'
import { CONTAINER_PARTS } from './containerParts'
import { OBJECT_PARTS } from './objectParts'
import type { OwnPart } from './Part'
import { POD_PARTS } from './podParts'

const PARTS: Readonly<Record<string, OwnPart>> = { ...CONTAINER_PARTS, ...POD_PARTS, ...OBJECT_PARTS }

/** Takes a field; gives how its part of a form is filled, or null where the schema says it. */
export function ownPartOf({ owner, name }: Pick<Field, 'owner' | 'name'>): OwnPart | null {
  const key = `${owner}.${name}`
  return (Object.hasOwn(PARTS, key) ? PARTS[key] : null) ?? null
}
