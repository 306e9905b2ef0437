import { dns1123Label } from '../../kubernetes/names'
import type { Container, EphemeralContainer } from '../../kubernetes/schema/types-1.36'
import { validateRequiredOneOf, validateRequiredText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import { validateContainerResources } from '../resources/containerResources'
import { validateSecurityContext } from '../security/securityContext'
import { validateEnv, validateEnvFrom } from './env'
import { validateDevices, validateMounts } from './mounts'
import type { PodContext } from './podContext'
import { validateHostPortConflicts, validatePorts } from './ports'
import { validateProbesAndHooks } from './probes'
import { validateResizePolicy, validateRestartPolicy } from './restarts'

/*
 * The containers of a pod by their roles: validateContainerCommon, validateContainers, validateInitContainers and
 * validateEphemeralContainers of pkg/apis/core/validation.
 */

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never']
const MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError']

/** What only containers that keep running have. */
const OF_RUNNING = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const

/** What an ephemeral container has not (allowedEphemeralContainerFields). */
const NOT_OF_EPHEMERAL = [...OF_RUNNING, 'ports', 'resources', 'resizePolicy'] as const

/** Takes the app containers, their pod and their field; reports what is wrong with them. */
export function validateContainers(
  containers: readonly Container[],
  pod: PodContext,
  field: FieldPath,
  report: Report,
): void {
  if (containers.length === 0) report.required(field)
  const names = new Set<string>()
  for (const [i, container] of containers.entries()) {
    const at = field.index(i)
    validateCommon(container, pod, at, report)
    validateRestartPolicy(container, at, report)
    validateUnique(container, names, at, report)
    validateProbesAndHooks(container, pod.gracePeriod, at, report)
  }
  validateHostPortConflicts(containers, field, report)
}

/** Takes the init containers, sidecars among them, their pod and their field; reports what is wrong with them. */
export function validateInitContainers(
  containers: readonly Container[],
  pod: PodContext,
  field: FieldPath,
  report: Report,
): void {
  const names = new Set((pod.spec.containers ?? []).map(({ name = '' }) => name))
  for (const [i, container] of containers.entries()) {
    const at = field.index(i)
    validateCommon(container, pod, at, report)
    validateRestartPolicy(container, at, report)
    validateUnique(container, names, at, report)
    validateHostPortConflicts([container], field, report)
    if (container.restartPolicy === 'Always') validateProbesAndHooks(container, pod.gracePeriod, at, report)
    else {
      for (const name of OF_RUNNING)
        if (container[name] !== undefined)
          report.forbidden(at.child(name), 'may not be set for init containers without restartPolicy=Always')
      for (const [j, { restartPolicy }] of (container.resizePolicy ?? []).entries())
        if (restartPolicy === 'RestartContainer')
          report.invalid(
            at.child('resizePolicy').index(j).child('restartPolicy'),
            restartPolicy,
            "must not be set to 'RestartContainer' for non-sidecar initContainers",
          )
    }
  }
}

/** Takes the ephemeral containers, their pod and their field; reports what is wrong with them. */
export function validateEphemeralContainers(
  containers: readonly EphemeralContainer[],
  pod: PodContext,
  field: FieldPath,
  report: Report,
): void {
  const { containers: regular = [], initContainers = [] } = pod.spec
  const names = new Set([...regular, ...initContainers].map(({ name = '' }) => name))
  const targets = new Set(regular.map(({ name = '' }) => name))
  for (const [i, container] of containers.entries()) {
    const at = field.index(i)
    validateCommon(container, pod, at, report)
    validateUnique(container, names, at, report)
    const { targetContainerName: target = '' } = container
    if (target !== '' && !targets.has(target)) report.notFound(at.child('targetContainerName'), target)
    for (const name of NOT_OF_EPHEMERAL)
      if (container[name] !== undefined && Object.keys(container[name]).length > 0)
        report.forbidden(at.child(name), 'cannot be set for an Ephemeral Container')
    if (container.restartPolicy !== undefined)
      report.forbidden(at.child('restartPolicy'), 'cannot be set for an Ephemeral Container')
    for (const [j, { subPath, subPathExpr }] of (container.volumeMounts ?? []).entries())
      for (const [name, value] of Object.entries({ subPath, subPathExpr }))
        if (value !== undefined && value !== '')
          report.forbidden(
            at.child('volumeMounts').index(j).child(name),
            'cannot be set for an Ephemeral Container',
          )
  }
}

function validateUnique(
  { name = '' }: Container,
  names: Set<string>,
  field: FieldPath,
  report: Report,
): void {
  if (names.has(name)) report.duplicate(field.child('name'), name)
  else if (name !== '') names.add(name)
}

function validateCommon(container: Container, pod: PodContext, field: FieldPath, report: Report): void {
  const { name = '', image = '', terminationMessagePolicy = '', imagePullPolicy = '' } = container
  validateRequiredText(name, dns1123Label, field.child('name'), report)
  if (image === '') report.required(field.child('image'))
  else if (pod.isPod && image.trim() !== image)
    report.invalid(field.child('image'), image, 'must not have leading or trailing whitespace')
  validateRequiredOneOf(
    terminationMessagePolicy,
    MESSAGE_POLICIES,
    field.child('terminationMessagePolicy'),
    report,
  )
  validatePorts(container.ports ?? [], field.child('ports'), report)
  validateEnv(container.env ?? [], pod.volumes, field.child('env'), report)
  validateEnvFrom(container.envFrom ?? [], field.child('envFrom'), report)
  validateMounts(container, pod, field.child('volumeMounts'), report)
  validateDevices(container, pod, field.child('volumeDevices'), report)
  validateRequiredOneOf(imagePullPolicy, PULL_POLICIES, field.child('imagePullPolicy'), report)
  validateContainerResources(container.resources ?? {}, pod.claims, field.child('resources'), report)
  validateResizePolicy(
    container.resizePolicy ?? [],
    pod.spec.restartPolicy ?? '',
    field.child('resizePolicy'),
    report,
  )
  validateSecurityContext(
    container.securityContext,
    pod.spec.hostUsers !== false,
    field.child('securityContext'),
    report,
  )
}
