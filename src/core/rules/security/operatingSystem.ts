import type { Container, PodSpec } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

/*
 * What a pod of one operating system may not ask for: validateOS, validateLinux, validateWindows and
 * validateWindowsHostProcessPod of pkg/apis/core/validation.
 */

const NOT_OF_WINDOWS = 'cannot be set for a windows pod'

const POD_FIELDS = ['hostPID', 'hostIPC', 'hostUsers', 'shareProcessNamespace'] as const
const POD_CONTEXT_FIELDS = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'sysctls',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
] as const
const CONTAINER_CONTEXT_FIELDS = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
] as const

/** Takes a pod's spec and its field; reports what its operating system does not have. */
export function validateOperatingSystem(spec: PodSpec, field: FieldPath, report: Report): void {
  if (spec.os !== undefined) {
    const { name = '' } = spec.os
    if (name === '') report.required(field.child('os', 'name'), 'cannot be empty')
    else if (name === 'linux') validateLinux(spec, field, report)
    else if (name === 'windows') validateWindows(spec, field, report)
    else report.notSupported(field.printedAs('.os', 'os', 'name'), name, ['linux', 'windows'])
  }
  validateHostProcesses(spec, field, report)
}

/** Every container of a pod, with its field. */
function containersOf(
  spec: PodSpec,
  field: FieldPath,
): readonly { readonly container: Container; readonly at: FieldPath }[] {
  return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((role) =>
    (spec[role] ?? []).map((container: Container, i) => ({ container, at: field.child(role).index(i) })),
  )
}

function validateLinux(spec: PodSpec, field: FieldPath, report: Report): void {
  const message = 'windows options cannot be set for a linux pod'
  if (spec.securityContext?.windowsOptions !== undefined)
    report.forbidden(field.child('securityContext', 'windowsOptions'), message)
  for (const { container, at } of containersOf(spec, field))
    if (container.securityContext?.windowsOptions !== undefined)
      report.forbidden(at.child('securityContext', 'windowsOptions'), message)
}

function validateWindows(spec: PodSpec, field: FieldPath, report: Report): void {
  const context = spec.securityContext ?? {}
  const at = field.child('securityContext')
  for (const name of POD_FIELDS)
    if (spec[name] === true || (name === 'hostUsers' && spec.hostUsers !== undefined))
      report.forbidden(field.child(name), NOT_OF_WINDOWS)
  for (const name of POD_CONTEXT_FIELDS)
    if (context[name] !== undefined) report.forbidden(at.child(name), NOT_OF_WINDOWS)
  for (const { container, at: place } of containersOf(spec, field))
    for (const name of CONTAINER_CONTEXT_FIELDS)
      if (container.securityContext?.[name] !== undefined)
        report.forbidden(place.child('securityContext', name), NOT_OF_WINDOWS)
  if (spec.resources !== undefined)
    report.forbidden(field.child('resources'), 'may not be set for a windows pod')
}

function validateHostProcesses(spec: PodSpec, field: FieldPath, report: Report): void {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess
  const all = containersOf(spec, field)
  let count = 0
  for (const { container, at } of all) {
    const own = container.securityContext?.windowsOptions?.hostProcess
    if (ofPod !== undefined && own !== undefined && ofPod !== own)
      report.invalid(
        at.child('securityContext', 'windowsOptions', 'hostProcess'),
        own,
        `pod hostProcess value must be identical if both are specified, was ${ofPod}`,
      )
    if (own ?? ofPod ?? false) count += 1
  }
  if (count === 0) return
  if (count !== all.length)
    report.invalid(
      field,
      '',
      'If pod contains any hostProcess containers then all containers must be HostProcess containers',
    )
  if (spec.hostNetwork !== true)
    report.invalid(
      field.child('hostNetwork'),
      false,
      'hostNetwork must be true if pod contains any hostProcess containers',
    )
}
