import { dns1123Subdomain } from '../../kubernetes/names'
import { quantityValue } from '../../kubernetes/quantity'
import type {
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  TypedLocalObjectReference,
  TypedObjectReference,
} from '../../kubernetes/schema/types-1.36'
import { validateText, validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateLabelSelector } from '../metadata/validateLabelSelector'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod']
const VOLUME_MODES = ['Block', 'Filesystem']

/** Takes a PersistentVolumeClaim with its defaults, and the path of its root; reports what is wrong with it (core ValidatePersistentVolumeClaim). */
export function validatePersistentVolumeClaim(
  claim: PersistentVolumeClaim,
  root: FieldPath,
  report: Report,
): void {
  validateObjectMeta(claim.metadata, dns1123Subdomain, root.child('metadata'), report)
  validatePersistentVolumeClaimSpec(claim.spec ?? {}, root.child('spec'), report)
}

/** Takes a claim's spec and its field; reports what is wrong with it (core ValidatePersistentVolumeClaimSpec). */
export function validatePersistentVolumeClaimSpec(
  spec: PersistentVolumeClaimSpec,
  field: FieldPath,
  report: Report,
): void {
  validateAccessModes(spec.accessModes ?? [], field.child('accessModes'), report)
  if (spec.selector !== undefined) validateLabelSelector(spec.selector, field.child('selector'), report)
  validateStorage(spec, field, report)
  validateClassName(spec.storageClassName, field.child('storageClassName'), report)
  if (spec.volumeMode !== undefined && !VOLUME_MODES.includes(spec.volumeMode))
    report.notSupported(field.child('volumeMode'), spec.volumeMode, VOLUME_MODES)
  validateDataSource(spec.dataSource, field.child('dataSource'), report)
  validateDataSource(spec.dataSourceRef, field.child('dataSourceRef'), report)
  if (spec.dataSource !== undefined && spec.dataSourceRef !== undefined)
    if (!sameSource(spec.dataSource, spec.dataSourceRef))
      report.invalid(field, 'dataSource', 'must match dataSourceRef')
  validateClassName(spec.volumeAttributesClassName, field.child('volumeAttributesClassName'), report)
}

function validateAccessModes(modes: readonly string[], field: FieldPath, report: Report): void {
  if (modes.length === 0) report.required(field, 'at least 1 access mode is required')
  for (const mode of modes) validateOneOf(mode, ACCESS_MODES, field, report)
  const known = modes.filter((mode) => ACCESS_MODES.includes(mode))
  if (known.includes('ReadWriteOncePod') && known.some((mode) => mode !== 'ReadWriteOncePod'))
    report.forbidden(field, 'may not use ReadWriteOncePod with other access modes')
}

function validateStorage(spec: PersistentVolumeClaimSpec, field: FieldPath, report: Report): void {
  const storage = spec.resources?.requests?.['storage']
  const at = field.child('resources').printedAs('[storage]', 'requests', 'storage')
  if (storage === undefined) report.required(at)
  else if ((quantityValue(storage) ?? 0) <= 0)
    report.invalid(at, String(storage), 'must be greater than zero')
}

function validateClassName(name: string | undefined, field: FieldPath, report: Report): void {
  if (name === undefined || name === '') return
  validateText(name, dns1123Subdomain, field, report)
}

type Source = TypedLocalObjectReference | TypedObjectReference

function validateDataSource(source: Source | undefined, field: FieldPath, report: Report): void {
  if (source === undefined) return
  const { name = '', kind = '', apiGroup = '' } = source
  if (name === '') report.required(field.child('name'))
  if (kind === '') report.required(field.child('kind'))
  if (apiGroup === '' && kind !== 'PersistentVolumeClaim') report.invalid(field, kind, '')
  if (apiGroup !== '') validateText(apiGroup, dns1123Subdomain, field.child('apiGroup'), report)
}

function sameSource(a: Source, b: Source): boolean {
  return a.name === b.name && a.kind === b.kind && (a.apiGroup ?? '') === (b.apiGroup ?? '')
}
