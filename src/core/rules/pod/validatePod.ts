import { dns1123Subdomain } from '../../kubernetes/names'
import type { Pod } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'
import { validateAnnotatedProfiles } from './annotatedProfiles'
import { validatePodAnnotations } from './podAnnotations'
import { validatePodSpec } from './validatePodSpec'

/** Takes a Pod with its defaults, and the path of its root; reports what is wrong with it (core ValidatePodCreate). */
export function validatePod(pod: Pod, root: FieldPath, report: Report): void {
  const spec = pod.spec ?? {}
  const field = root.child('spec')
  validateObjectMeta(pod.metadata, dns1123Subdomain, root.child('metadata'), report)
  validatePodAnnotations(pod.metadata?.annotations ?? {}, spec, root.child('metadata', 'annotations'), report)
  validatePodSpec(spec, pod.metadata ?? {}, field, report)
  validateAnnotatedProfiles(pod.metadata?.annotations ?? {}, spec, field, report)
  if ((spec.ephemeralContainers ?? []).length > 0)
    report.forbidden(field.child('ephemeralContainers'), 'cannot be set on create')
  if ((spec.nodeName ?? '') !== '' && (spec.schedulingGates ?? []).length > 0)
    report.forbidden(field.child('nodeName'), 'cannot be set until all schedulingGates have been cleared')
}
