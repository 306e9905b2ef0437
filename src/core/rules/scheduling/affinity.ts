import { dns1123Label } from '../../kubernetes/names'
import type { Affinity, PodAffinity, PodAffinityTerm } from '../../kubernetes/schema/types-1.36'
import { validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateLabelName } from '../metadata/labels'
import { validateLabelSelector } from '../metadata/validateLabelSelector'
import type { Report } from '../report'
import { validateMatchLabelKeys } from './matchLabelKeys'
import { validateNodeSelector, validateNodeSelectorTerm } from './nodeSelector'

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution'
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution'

/** Takes what a pod wants of its node and its neighbours, or nothing, and its field; reports what is wrong with it (validateAffinity). */
export function validateAffinity(affinity: Affinity | undefined, field: FieldPath, report: Report): void {
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity ?? {}
  const required = nodeAffinity?.[REQUIRED]
  const node = field.child('nodeAffinity')
  if (required !== undefined) validateNodeSelector(required, node.child(REQUIRED), report)
  for (const [i, { weight, preference = {} }] of (nodeAffinity?.[PREFERRED] ?? []).entries()) {
    const at = node.child(PREFERRED).index(i)
    validateWeight(weight, at.child('weight'), report)
    validateNodeSelectorTerm(preference, false, at.child('preference'), report)
  }
  validatePodAffinity(podAffinity, field.child('podAffinity'), report)
  validatePodAffinity(podAntiAffinity, field.child('podAntiAffinity'), report)
}

function validatePodAffinity(affinity: PodAffinity | undefined, field: FieldPath, report: Report): void {
  for (const [i, term] of (affinity?.[REQUIRED] ?? []).entries())
    validateTerm(term, field.child(REQUIRED).index(i), report)
  for (const [i, { weight, podAffinityTerm = {} }] of (affinity?.[PREFERRED] ?? []).entries()) {
    const at = field.child(PREFERRED).index(i)
    validateWeight(weight, at.child('weight'), report)
    validateTerm(podAffinityTerm, at.child('podAffinityTerm'), report)
  }
}

function validateWeight(weight: number | undefined, field: FieldPath, report: Report): void {
  const number = weight ?? 0
  if (number <= 0 || number > 100) report.invalid(field, number, 'must be in the range 1-100')
}

function validateTerm(term: PodAffinityTerm, field: FieldPath, report: Report): void {
  const { topologyKey = '', namespaces = [], labelSelector } = term
  validateLabelSelector(labelSelector, field.child('labelSelector'), report)
  validateLabelSelector(term.namespaceSelector, field.child('namespaceSelector'), report)
  for (const [i, namespace] of namespaces.entries())
    validateText(namespace, dns1123Label, field.printedAs('.namespace', 'namespaces', i), report)
  const { matchLabelKeys = [], mismatchLabelKeys = [] } = term
  validateMatchLabelKeys(matchLabelKeys, labelSelector, field.child('matchLabelKeys'), report)
  validateMatchLabelKeys(mismatchLabelKeys, labelSelector, field.child('mismatchLabelKeys'), report)
  for (const [i, key] of matchLabelKeys.entries())
    if (mismatchLabelKeys.includes(key))
      report.invalid(
        field.child('matchLabelKeys').index(i),
        key,
        'exists in both matchLabelKeys and mismatchLabelKeys',
      )
  if (topologyKey === '') report.required(field.child('topologyKey'), 'can not be empty')
  validateLabelName(topologyKey, field.child('topologyKey'), report)
}
