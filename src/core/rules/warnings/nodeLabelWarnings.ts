import { labelValue, saidOf } from '../../kubernetes/names'
import type { NodeSelectorTerm, PodSpec } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

/** Labels of nodes that have newer names (pkg/api/node/util.go deprecatedNodeLabels). */
const DEPRECATED_LABELS: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', 'deprecated since v1.14; use "kubernetes.io/arch" instead'],
  ['beta.kubernetes.io/os', 'deprecated since v1.14; use "kubernetes.io/os" instead'],
  [
    'failure-domain.beta.kubernetes.io/region',
    'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  ],
  [
    'failure-domain.beta.kubernetes.io/zone',
    'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  ],
  [
    'beta.kubernetes.io/instance-type',
    'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
  ],
  ['node-role.kubernetes.io/master', 'use "node-role.kubernetes.io/control-plane" instead'],
])

/** Takes a pod spec and its field; warns of node labels with old names (pkg/api/pod/warnings.go). */
export function warnOfNodeLabels(spec: PodSpec, field: FieldPath, report: Report): void {
  for (const label of Object.keys(spec.nodeSelector ?? {})) {
    const said = DEPRECATED_LABELS.get(label)
    if (said !== undefined) report.warnAt(field.child('nodeSelector').key(label), said)
  }
  const affinity = spec.affinity?.nodeAffinity
  const at = field.child('affinity', 'nodeAffinity')
  const required = at.child('requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms')
  for (const [i, term] of (
    affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []
  ).entries())
    warnOfTerm(term, false, required.index(i), report)
  const preferred = at.child('preferredDuringSchedulingIgnoredDuringExecution')
  for (const [i, { preference = {} }] of (
    affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
  ).entries())
    warnOfTerm(preference, true, preferred.index(i).child('preference'), report)
}

/** The values of a required term are checked by the validation, those of a preferred one only here. */
function warnOfTerm(term: NodeSelectorTerm, withValues: boolean, field: FieldPath, report: Report): void {
  for (const [i, { key = '', values = [] }] of (term.matchExpressions ?? []).entries()) {
    const at = field.child('matchExpressions').index(i)
    warnOfLabel(key, at.child('key'), report)
    if (!withValues) continue
    for (const [j, value] of values.entries())
      for (const said of saidOf(labelValue, value))
        report.warnAt(at.child('values').index(j), `${value} is invalid, ${said}`)
  }
}

/** Takes a node label and the field that names it; warns where it is an old name. */
export function warnOfLabel(label: string, field: FieldPath, report: Report): void {
  const said = DEPRECATED_LABELS.get(label)
  if (said !== undefined) report.warnAt(field, `${label} is ${said}`)
}
