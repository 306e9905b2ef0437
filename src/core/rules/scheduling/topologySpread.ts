import type { TopologySpreadConstraint } from '../../kubernetes/schema/types-1.36'
import { validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateLabelSelector } from '../metadata/validateLabelSelector'
import type { Report } from '../report'
import { validateMatchLabelKeys } from './matchLabelKeys'

const POLICIES = ['Honor', 'Ignore']

/** Takes how a pod's copies are spread, and the field; reports what is wrong with it (validateTopologySpreadConstraints). */
export function validateTopologySpread(
  constraints: readonly TopologySpreadConstraint[],
  field: FieldPath,
  report: Report,
): void {
  for (const [i, constraint] of constraints.entries()) {
    const { maxSkew = 0, topologyKey = '', whenUnsatisfiable = '', matchLabelKeys = [] } = constraint
    const at = field.index(i)
    validatePositive(maxSkew, at.child('maxSkew'), report)
    if (topologyKey === '') report.required(at.child('topologyKey'), 'can not be empty')
    validateOneOf(
      whenUnsatisfiable,
      ['DoNotSchedule', 'ScheduleAnyway'],
      at.child('whenUnsatisfiable'),
      report,
    )
    const isRepeated = constraints.slice(i + 1).some((other) => kindOf(other) === kindOf(constraint))
    if (isRepeated)
      report.duplicate(at.printedAs('.{topologyKey, whenUnsatisfiable}', 'topologyKey'), kindOf(constraint))
    validateMinDomains(constraint, at.child('minDomains'), report)
    for (const name of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
      const policy = constraint[name]
      if (policy !== undefined) validateOneOf(policy, POLICIES, at.child(name), report)
    }
    validateMatchLabelKeys(matchLabelKeys, constraint.labelSelector, at.child('matchLabelKeys'), report)
    validateLabelSelector(constraint.labelSelector, at.child('labelSelector'), report)
  }
}

function kindOf({ topologyKey = '', whenUnsatisfiable = '' }: TopologySpreadConstraint): string {
  return `{${topologyKey}, ${whenUnsatisfiable}}`
}

function validateMinDomains(
  { minDomains, whenUnsatisfiable = '' }: TopologySpreadConstraint,
  field: FieldPath,
  report: Report,
): void {
  if (minDomains === undefined) return
  validatePositive(minDomains, field, report)
  if (whenUnsatisfiable !== 'DoNotSchedule')
    report.invalid(
      field,
      minDomains,
      `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${whenUnsatisfiable}`,
    )
}

function validatePositive(number: number, field: FieldPath, report: Report): void {
  if (number <= 0) report.invalid(field, number, 'must be greater than zero')
}
