import type { PodTemplateSpec } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { validateAnnotations, validateLabels } from '../metadata/labels'
import type { Report } from '../report'

/** Takes a pod template with its defaults, and its field; reports what is wrong with it (core ValidatePodTemplateSpec). */
export function validatePodTemplate(
  template: PodTemplateSpec | undefined,
  field: FieldPath,
  report: Report,
): void {
  const { labels, annotations } = template?.metadata ?? {}
  validateLabels(labels, field.printedAs('.labels', 'metadata', 'labels'), report)
  validateAnnotations(annotations, field.printedAs('.annotations', 'metadata', 'annotations'), report)
}
