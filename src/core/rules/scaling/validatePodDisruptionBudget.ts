import { pathSegment } from '../../kubernetes/names'
import type { PodDisruptionBudget, PodDisruptionBudgetSpec } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import { validateLabelSelector } from '../metadata/validateLabelSelector'
import { validateCommonMeta } from '../metadata/validateObjectMeta'
import type { Report } from '../report'
import { validateAtMost100Percent, validateIntOrPercent } from '../workloads/intOrPercent'
import { printedSelector } from '../workloads/selector'

const EVICTION_POLICIES = ['AlwaysAllow', 'IfHealthyBudget']

/** Takes a PodDisruptionBudget, and the path of its root; reports what is wrong with it (policy ValidatePodDisruptionBudget). The metadata is looked at only where the spec is right (apiserver rest.BeforeCreate). */
export function validatePodDisruptionBudget(
  budget: PodDisruptionBudget,
  root: FieldPath,
  report: Report,
): void {
  validateSpec(budget.spec ?? {}, root.child('spec'), report)
  if (report.errors.length === 0)
    validateCommonMeta(budget.metadata, pathSegment, root.child('metadata'), report)
}

function validateSpec(spec: PodDisruptionBudgetSpec, field: FieldPath, report: Report): void {
  const { minAvailable, maxUnavailable, unhealthyPodEvictionPolicy: policy } = spec
  if (minAvailable !== undefined && maxUnavailable !== undefined)
    report.invalid(
      field,
      {
        MinAvailable: minAvailable,
        Selector: spec.selector === undefined ? null : printedSelector(spec.selector),
        MaxUnavailable: maxUnavailable,
        UnhealthyPodEvictionPolicy: policy ?? null,
      },
      'minAvailable and maxUnavailable cannot be both set',
    )
  for (const name of ['minAvailable', 'maxUnavailable'] as const) {
    validateIntOrPercent(spec[name], field.child(name), report)
    validateAtMost100Percent(spec[name], field.child(name), report)
  }
  validateLabelSelector(spec.selector, field.child('selector'), report)
  if (policy !== undefined && !EVICTION_POLICIES.includes(policy))
    report.notSupported(field.child('unhealthyPodEvictionPolicy'), policy, EVICTION_POLICIES)
}
