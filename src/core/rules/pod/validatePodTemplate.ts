import type { PodTemplateSpec } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { validateAnnotations, validateLabels } from '../metadata/labels'
import type { Report } from '../report'
import { validatePodAnnotations } from './podAnnotations'
import { validatePodSpec } from './validatePodSpec'

/** Takes a pod template with its defaults, and its field; reports what is wrong with it (core ValidatePodTemplateSpec). */
export function validatePodTemplate(
  template: PodTemplateSpec | undefined,
  field: FieldPath,
  report: Report,
): void {
  const { metadata = {}, spec = {} } = template ?? {}
  validateLabels(metadata.labels, field.printedAs('.labels', 'metadata', 'labels'), report)
  const annotations = field.printedAs('.annotations', 'metadata', 'annotations')
  validateAnnotations(metadata.annotations, annotations, report)
  validatePodAnnotations(metadata.annotations ?? {}, spec, annotations, report)
  validatePodSpec(spec, undefined, field.child('spec'), report)
  if ((spec.ephemeralContainers ?? []).length > 0)
    report.forbidden(
      field.child('spec', 'ephemeralContainers'),
      'ephemeral containers not allowed in pod template',
    )
}
