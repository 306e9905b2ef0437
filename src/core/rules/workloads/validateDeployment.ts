import { dns1123Subdomain } from '../../kubernetes/names'
import type {
  Deployment,
  DeploymentSpec,
  DeploymentStrategy,
  RollingUpdateDeployment,
} from '../../kubernetes/schema/types-1.36'
import { validateNonnegative } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'
import { warnOfName, warnOfPodTemplate } from '../warnings/podWarnings'
import {
  amountOf,
  printedRollingUpdate,
  validateAtMost100Percent,
  validateIntOrPercent,
} from './intOrPercent'
import { validateReplicaTemplate, validateSelector } from './replicaTemplate'

/** Takes a Deployment with its defaults, and the path of its root; reports what is wrong with it (apps ValidateDeployment). */
export function validateDeployment(deployment: Deployment, root: FieldPath, report: Report): void {
  validateObjectMeta(deployment.metadata, dns1123Subdomain, root.child('metadata'), report)
  validateDeploymentSpec(deployment.spec ?? {}, root.child('spec'), report)
}

/** Takes a Deployment with its defaults, and the path of its root; warns as the server does. */
export function warnOfDeployment(deployment: Deployment, root: FieldPath, report: Report): void {
  warnOfName(deployment.metadata, 'Pod names and hostnames', root, report)
  warnOfPodTemplate(deployment.spec?.template, root.child('spec', 'template'), report)
}

function validateDeploymentSpec(spec: DeploymentSpec, field: FieldPath, report: Report): void {
  const { replicas = 0, minReadySeconds = 0, progressDeadlineSeconds } = spec
  validateNonnegative(replicas, field.child('replicas'), report)
  validateSelector(spec.selector, field.child('selector'), 'deployment', report)
  validateReplicaTemplate(spec.selector, spec.template, replicas, field, report)
  validateStrategy(spec.strategy ?? {}, field.child('strategy'), report)
  validateNonnegative(minReadySeconds, field.child('minReadySeconds'), report)
  validateNonnegative(spec.revisionHistoryLimit, field.child('revisionHistoryLimit'), report)
  if (progressDeadlineSeconds === undefined) return
  const deadline = field.child('progressDeadlineSeconds')
  validateNonnegative(progressDeadlineSeconds, deadline, report)
  if (progressDeadlineSeconds <= minReadySeconds)
    report.invalid(deadline, progressDeadlineSeconds, 'must be greater than minReadySeconds')
}

const STRATEGIES = ['Recreate', 'RollingUpdate']

function validateStrategy(strategy: DeploymentStrategy, field: FieldPath, report: Report): void {
  const { type = '', rollingUpdate } = strategy
  if (!STRATEGIES.includes(type))
    report.notSupported(field, { Type: type, RollingUpdate: printedRollingUpdate(rollingUpdate) }, STRATEGIES)
  else if (type === 'RollingUpdate')
    validateRollingUpdate(rollingUpdate ?? {}, field.child('rollingUpdate'), report)
  else if (rollingUpdate !== undefined)
    report.forbidden(field.child('rollingUpdate'), "may not be specified when strategy `type` is 'Recreate'")
}

function validateRollingUpdate(update: RollingUpdateDeployment, field: FieldPath, report: Report): void {
  const { maxUnavailable, maxSurge } = update
  const at = field.child('maxUnavailable')
  validateIntOrPercent(maxUnavailable, at, report)
  validateIntOrPercent(maxSurge, field.child('maxSurge'), report)
  if (amountOf(maxUnavailable) === 0 && amountOf(maxSurge) === 0)
    report.invalid(at, maxUnavailable, 'may not be 0 when `maxSurge` is 0')
  validateAtMost100Percent(maxUnavailable, at, report)
}
