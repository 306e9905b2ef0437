import type { Container, Lifecycle, Probe } from '../../kubernetes/schema/types-1.36'
import { validateNonnegative } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import { validateHandler } from './handlers'

const COUNTS = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const

/** Takes a container's probes and hooks, how long the pod may take to stop, and the container's field; reports what is wrong with them. */
export function validateProbesAndHooks(
  container: Container,
  gracePeriod: number | undefined,
  field: FieldPath,
  report: Report,
): void {
  validateLifecycle(container.lifecycle, gracePeriod, field.child('lifecycle'), report)
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
    const probe = container[name]
    if (probe === undefined) continue
    const at = field.child(name)
    validateProbe(probe, gracePeriod, at, report)
    if (name === 'readinessProbe') {
      if (probe.terminationGracePeriodSeconds !== undefined)
        report.invalid(
          at.child('terminationGracePeriodSeconds'),
          probe.terminationGracePeriodSeconds,
          'must not be set for readinessProbes',
        )
    } else if (probe.successThreshold !== 1)
      report.invalid(at.child('successThreshold'), probe.successThreshold ?? 0, 'must be 1')
  }
}

function validateProbe(
  probe: Probe,
  gracePeriod: number | undefined,
  field: FieldPath,
  report: Report,
): void {
  validateHandler(probe, gracePeriod, field, report)
  for (const name of COUNTS) validateNonnegative(probe[name], field.child(name), report)
  const { terminationGracePeriodSeconds: seconds } = probe
  if (seconds !== undefined && seconds <= 0)
    report.invalid(field.child('terminationGracePeriodSeconds'), seconds, 'must be greater than 0')
}

function validateLifecycle(
  lifecycle: Lifecycle | undefined,
  gracePeriod: number | undefined,
  field: FieldPath,
  report: Report,
): void {
  for (const name of ['postStart', 'preStop'] as const) {
    const hook = lifecycle?.[name]
    if (hook !== undefined) validateHandler(hook, gracePeriod, field.child(name), report)
  }
}
