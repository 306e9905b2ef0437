import type { PodTemplateSpec } from '../../kubernetes/schema/types-1.36'
import { hashName } from './madeUpNames'

const NONE: PodTemplateSpec = {}

/** Takes a template; gives its hash as it is in the names of ReplicaSets and revisions, and in labels: the same template has the same. */
export function templateHash(template: PodTemplateSpec | undefined): string {
  return hashName(template ?? NONE)
}
