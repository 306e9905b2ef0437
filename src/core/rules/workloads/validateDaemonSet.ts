import { dns1123Subdomain } from '../../kubernetes/names'
import type {
  DaemonSet,
  DaemonSetSpec,
  DaemonSetUpdateStrategy,
  RollingUpdateDaemonSet,
} from '../../kubernetes/schema/types-1.36'
import { validateNonnegative } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateLabelSelector } from '../metadata/validateLabelSelector'
import { validateObjectMeta } from '../metadata/validateObjectMeta'
import { validatePodTemplate } from '../pod/validatePodTemplate'
import type { Report } from '../report'
import { warnOfPodTemplate } from '../warnings/podWarnings'
import {
  amountOf,
  printedRollingUpdate,
  validateAtMost100Percent,
  validateIntOrPercent,
} from './intOrPercent'
import { validateAlwaysRestarts, validateReadOnlyDisks } from './replicaTemplate'
import { isEmptySelector, isReadable, printedSelector, validateSelects } from './selector'

/** Takes a DaemonSet with its defaults, and the path of its root; reports what is wrong with it (apps ValidateDaemonSet). */
export function validateDaemonSet(daemonSet: DaemonSet, root: FieldPath, report: Report): void {
  validateObjectMeta(daemonSet.metadata, dns1123Subdomain, root.child('metadata'), report)
  validateDaemonSetSpec(daemonSet.spec ?? {}, root.child('spec'), report)
}

/** Takes a DaemonSet with its defaults, and the path of its root; warns as the server does. */
export function warnOfDaemonSet(daemonSet: DaemonSet, root: FieldPath, report: Report): void {
  warnOfPodTemplate(daemonSet.spec?.template, root.child('spec', 'template'), report)
}

function validateDaemonSetSpec(spec: DaemonSetSpec, field: FieldPath, report: Report): void {
  const { selector, template } = spec
  const at = field.child('template')
  validateLabelSelector(selector, field.child('selector'), report)
  if (isReadable(selector)) validateSelects(selector, template, at, report)
  if (selector !== undefined && isEmptySelector(selector))
    report.invalid(
      field.child('selector'),
      printedSelector(selector),
      'empty selector is invalid for daemonset',
    )
  validatePodTemplate(template, at, report)
  validateReadOnlyDisks(template?.spec?.volumes ?? [], at.child('spec', 'volumes'), report)
  validateAlwaysRestarts(template, at, report)
  if (template?.spec?.activeDeadlineSeconds !== undefined)
    report.forbidden(
      at.child('spec', 'activeDeadlineSeconds'),
      'activeDeadlineSeconds in DaemonSet is not Supported',
    )
  validateNonnegative(spec.minReadySeconds, field.child('minReadySeconds'), report)
  validateStrategy(spec.updateStrategy ?? {}, field.child('updateStrategy'), report)
  validateNonnegative(spec.revisionHistoryLimit, field.child('revisionHistoryLimit'), report)
}

function validateStrategy(strategy: DaemonSetUpdateStrategy, field: FieldPath, report: Report): void {
  const { type = '', rollingUpdate } = strategy
  if (type === 'OnDelete') return
  if (type === 'RollingUpdate') {
    if (rollingUpdate === undefined) report.required(field.child('rollingUpdate'))
    else validateRollingUpdate(rollingUpdate, field.child('rollingUpdate'), report)
    return
  }
  report.notSupported(field, { Type: type, RollingUpdate: printedRollingUpdate(rollingUpdate) }, [
    'RollingUpdate',
    'OnDelete',
  ])
}

function validateRollingUpdate(update: RollingUpdateDaemonSet, field: FieldPath, report: Report): void {
  const { maxUnavailable, maxSurge } = update
  const unavailable = field.child('maxUnavailable')
  const surge = field.child('maxSurge')
  validateIntOrPercent(maxUnavailable, unavailable, report)
  validateIntOrPercent(maxSurge, surge, report)
  validateAtMost100Percent(maxUnavailable, unavailable, report)
  validateAtMost100Percent(maxSurge, surge, report)
  const hasUnavailable = amountOf(maxUnavailable) !== 0
  const hasSurge = amountOf(maxSurge) !== 0
  if (hasUnavailable && hasSurge)
    report.invalid(surge, maxSurge, 'may not be set when maxUnavailable is non-zero')
  if (!hasUnavailable && !hasSurge) report.required(unavailable, 'cannot be 0 when maxSurge is 0')
}
