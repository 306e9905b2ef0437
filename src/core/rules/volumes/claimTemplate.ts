import type { PersistentVolumeClaimTemplate } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { validateAnnotations, validateLabels } from '../metadata/labels'
import type { Report } from '../report'
import { validatePersistentVolumeClaimSpec } from '../storage/validatePersistentVolumeClaim'

/** What a template's metadata may hold: the rest is the claim's own (validatePersistentVolumeClaimTemplateObjectMeta). */
const ALLOWED = new Set(['annotations', 'labels'])

/** Takes the template of an ephemeral volume's claim and its field; reports what is wrong with it (ValidatePersistentVolumeClaimTemplate). */
export function validateClaimTemplate(
  { metadata = {}, spec = {} }: PersistentVolumeClaimTemplate,
  field: FieldPath,
  report: Report,
): void {
  const at = field.child('metadata')
  validateAnnotations(metadata.annotations, at.child('annotations'), report)
  validateLabels(metadata.labels, at.child('labels'), report)
  for (const name of Object.keys(metadata))
    if (!ALLOWED.has(name))
      report.forbidden(at.printedAs(name === 'uid' ? '.uID' : `.${name}`, name), 'cannot be set')
  validatePersistentVolumeClaimSpec(spec, field.child('spec'), report)
}
