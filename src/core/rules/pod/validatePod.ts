import { dns1123Subdomain } from '../../kubernetes/names'
import type { Pod } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'

/** Takes a Pod with its defaults, and the path of its root; reports what is wrong with it (core ValidatePodCreate). */
export function validatePod(pod: Pod, root: FieldPath, report: Report): void {
  validateObjectMeta(pod.metadata, dns1123Subdomain, root.child('metadata'), report)
}
