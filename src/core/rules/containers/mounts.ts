import type { Container, VolumeDevice, VolumeMount } from '../../kubernetes/schema/types-1.36'
import { hasBacksteps, validateDescendingPath, validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import type { PodContext } from './podContext'

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None']
const RECURSIVE = ['Disabled', 'Enabled', 'IfPossible']

/** Takes a container, its pod, and the field of its mounts; reports what is wrong with them (ValidateVolumeMounts). */
export function validateMounts(
  container: Container,
  { volumes }: PodContext,
  field: FieldPath,
  report: Report,
): void {
  const { volumeMounts = [], volumeDevices = [] } = container
  const paths = new Set<string>()
  for (const [i, mount] of volumeMounts.entries()) {
    const { name = '', mountPath = '' } = mount
    const at = field.index(i)
    if (name === '') report.required(at.child('name'))
    if (!volumes.has(name)) report.notFound(at.child('name'), name)
    if (mountPath === '') report.required(at.child('mountPath'))
    if (paths.has(mountPath)) report.invalid(at.child('mountPath'), mountPath, 'must be unique')
    paths.add(mountPath)
    if (volumeDevices.some((device) => device.name === mount.name))
      report.invalid(at.child('name'), name, 'must not already exist in volumeDevices')
    if (volumeDevices.some((device) => device.devicePath === mount.mountPath))
      report.invalid(at.child('mountPath'), mountPath, 'must not already exist as a path in volumeDevices')
    validateSubPaths(mount, i, field, report)
    validatePropagation(mount, container, field.printedAs('.mountPropagation', i, 'mountPropagation'), report)
    validateRecursive(mount, field.printedAs('.recursiveReadOnly', i, 'recursiveReadOnly'), report)
  }
}

function validateSubPaths(mount: VolumeMount, index: number, field: FieldPath, report: Report): void {
  const { subPath = '', subPathExpr = '' } = mount
  if (subPath !== '') validateDescendingPath(subPath, field.printedAs('.subPath', index, 'subPath'), report)
  if (subPathExpr === '') return
  if (subPath !== '')
    report.invalid(
      field.index(index).child('subPathExpr'),
      subPathExpr,
      'subPathExpr and subPath are mutually exclusive',
    )
  validateDescendingPath(subPathExpr, field.printedAs('.subPathExpr', index, 'subPathExpr'), report)
}

function validatePropagation(
  { mountPropagation }: VolumeMount,
  container: Container,
  field: FieldPath,
  report: Report,
): void {
  if (mountPropagation === undefined) return
  validateOneOf(mountPropagation, PROPAGATIONS, field, report)
  if (mountPropagation === 'Bidirectional' && container.securityContext?.privileged !== true)
    report.forbidden(field, 'Bidirectional mount propagation is available only to privileged containers')
}

function validateRecursive(mount: VolumeMount, field: FieldPath, report: Report): void {
  const { recursiveReadOnly, readOnly = false, mountPropagation = 'None' } = mount
  if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return
  if (!RECURSIVE.includes(recursiveReadOnly)) return report.notSupported(field, recursiveReadOnly, RECURSIVE)
  if (!readOnly) report.forbidden(field, 'may only be specified when readOnly is true')
  if (mountPropagation !== 'None')
    report.forbidden(field, 'may only be specified when mountPropagation is None or not specified')
}

/** Takes a container, its pod, and the field of its block devices; reports what is wrong with them (ValidateVolumeDevices). */
export function validateDevices(
  { volumeDevices = [], volumeMounts = [] }: Container,
  { volumes, spec }: PodContext,
  field: FieldPath,
  report: Report,
): void {
  const names = new Set<string>()
  const paths = new Set<string>()
  for (const [i, device] of volumeDevices.entries()) {
    const { name = '' } = device
    const at = field.index(i)
    const volume = volumes.get(name)
    if (name === '') report.required(at.child('name'))
    if (names.has(name)) report.invalid(at.child('name'), name, 'must be unique')
    if (volume === undefined) report.notFound(at.child('name'), name)
    else if (volume.persistentVolumeClaim === undefined && volume.ephemeral === undefined)
      report.invalid(
        at.child('name'),
        name,
        'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
      )
    validateDevicePath(device, paths, at.child('devicePath'), report)
    if (volumeMounts.some((mount) => mount.name === device.name))
      report.invalid(at.child('name'), name, 'must not already exist in volumeMounts')
    if (volumeMounts.some((mount) => mount.mountPath === device.devicePath))
      report.invalid(
        at.child('devicePath'),
        device.devicePath,
        'must not already exist as a path in volumeMounts',
      )
    if (name !== '') names.add(name)
  }
  if (volumeDevices.length > 0 && spec.hostUsers === false)
    report.forbidden(field, 'when `hostUsers` is false')
}

function validateDevicePath(
  { devicePath = '' }: VolumeDevice,
  paths: Set<string>,
  field: FieldPath,
  report: Report,
): void {
  if (devicePath === '') report.required(field)
  if (paths.has(devicePath)) report.invalid(field, devicePath, 'must be unique')
  if (hasBacksteps(devicePath)) report.invalid(field, devicePath, "can not contain backsteps ('..')")
  else paths.add(devicePath)
}
