import type { LabelSelector, PodTemplateSpec, Volume } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { validateLabelSelector } from '../metadata/validateLabelSelector'
import { validatePodTemplate } from '../pod/validatePodTemplate'
import type { Report } from '../report'
import { isEmptySelector, isReadable, printedSelector, validateSelects } from './selector'

/** Takes a selector, or nothing, its field and what the server calls the kind; reports one that is missing, wrong or empty. */
export function validateSelector(
  selector: LabelSelector | undefined,
  field: FieldPath,
  kind: string,
  report: Report,
): void {
  if (selector === undefined) {
    report.required(field)
    return
  }
  validateLabelSelector(selector, field, report)
  if (isEmptySelector(selector))
    report.invalid(field, printedSelector(selector), `empty selector is invalid for ${kind}`)
}

/** Takes a selector, or nothing, a template, the number of replicas and the spec's field; reports what is wrong with the template (ValidatePodTemplateSpecForReplicaSet). */
export function validateReplicaTemplate(
  selector: LabelSelector | undefined,
  template: PodTemplateSpec | undefined,
  replicas: number,
  spec: FieldPath,
  report: Report,
): void {
  if (!isReadable(selector)) {
    report.invalid(spec.child('selector'), printedSelector(selector ?? {}), 'invalid label selector')
    return
  }
  const field = spec.child('template')
  validateSelects(selector, template, field, report)
  validatePodTemplate(template, field, report)
  if (replicas > 1)
    validateReadOnlyDisks(template?.spec?.volumes ?? [], field.child('spec', 'volumes'), report)
  validateAlwaysRestarts(template, field, report)
  if (template?.spec?.activeDeadlineSeconds !== undefined)
    report.forbidden(
      field.child('spec', 'activeDeadlineSeconds'),
      'activeDeadlineSeconds in ReplicaSet is not Supported',
    )
}

/** Takes a template, or nothing, and its field; reports a restart policy of pods that must go on for ever. */
export function validateAlwaysRestarts(
  template: PodTemplateSpec | undefined,
  field: FieldPath,
  report: Report,
): void {
  const policy = template?.spec?.restartPolicy ?? ''
  if (policy !== 'Always') report.notSupported(field.child('spec', 'restartPolicy'), policy, ['Always'])
}

/** Takes volumes and their field; reports disks that only one pod could have (core ValidateReadOnlyPersistentDisks). */
export function validateReadOnlyDisks(volumes: readonly Volume[], field: FieldPath, report: Report): void {
  for (const [i, { gcePersistentDisk }] of volumes.entries())
    if (gcePersistentDisk !== undefined && gcePersistentDisk.readOnly !== true)
      report.invalid(
        field.index(i).child('gcePersistentDisk', 'readOnly'),
        false,
        'must be true for replicated pods > 1; GCE PD can only be mounted on multiple machines if it is read-only',
      )
}
