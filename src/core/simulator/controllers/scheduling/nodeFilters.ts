import type {
  NodeSelectorRequirement,
  NodeSelectorTerm,
  Toleration,
} from '../../../kubernetes/schema/types-1.36'
import { quantityValue } from '../../../kubernetes/quantity'
import type { Taint } from '../../api/objects'
import { hostPorts, requestsOf } from './requests'
import { never, notNow, type Filter } from './filter'

/*
 * What of the node itself keeps a pod away, in the words of the scheduler's plugins (pkg/scheduler/framework/plugins).
 */

const CORDONED: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }

/** NodeUnschedulable */
export const cordoned: Filter = ({ spec }, { node }) =>
  node.spec?.unschedulable === true && !isTolerated(CORDONED, spec?.tolerations ?? [])
    ? never('node(s) were unschedulable')
    : null

/** TaintToleration */
export const tainted: Filter = ({ spec }, { node }) => {
  const taints = (node.spec?.taints ?? []).filter(({ effect }) => effect !== 'PreferNoSchedule')
  return taints.every((taint) => isTolerated(taint, spec?.tolerations ?? []))
    ? null
    : never('node(s) had untolerated taint(s)')
}

/** ToleratesTaint in k8s.io/api/core/v1/toleration.go. */
function isTolerated({ key, value = '', effect }: Taint, tolerations: readonly Toleration[]): boolean {
  return tolerations.some((each) => {
    if ((each.effect ?? '') !== '' && each.effect !== effect) return false
    if ((each.key ?? '') !== '' && each.key !== key) return false
    return each.operator === 'Exists' || ((each.key ?? '') !== '' && (each.value ?? '') === value)
  })
}

/** NodeAffinity: nodeSelector and what nodeAffinity requires. */
export const selected: Filter = ({ spec }, { node }) => {
  const { labels = {}, name = '' } = node.metadata ?? {}
  const terms =
    spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
  const isSelected = Object.entries(spec?.nodeSelector ?? {}).every(([key, value]) => labels[key] === value)
  return isSelected && (terms === undefined || terms.some((term) => fitsTerm(term, labels, name)))
    ? null
    : never("node(s) didn't match Pod's node affinity/selector")
}

/** A term that asks for nothing fits no node (nodeaffinity.isEmptyNodeSelectorTerm). */
function fitsTerm(
  { matchExpressions = [], matchFields = [] }: NodeSelectorTerm,
  labels: Readonly<Record<string, string>>,
  name: string,
): boolean {
  if (matchExpressions.length + matchFields.length === 0) return false
  return (
    matchExpressions.every((each) => fitsRequirement(each, labels)) &&
    matchFields.every((each) => fitsRequirement(each, { 'metadata.name': name }))
  )
}

type Test = (value: string | undefined, values: readonly string[]) => boolean

const TESTS: Readonly<Record<string, Test>> = {
  In: (value, values) => value !== undefined && values.includes(value),
  NotIn: (value, values) => value === undefined || !values.includes(value),
  Exists: (value) => value !== undefined,
  DoesNotExist: (value) => value === undefined,
  Gt: (value, [least]) => Number(value) > Number(least),
  Lt: (value, [most]) => Number(value) < Number(most),
}

function fitsRequirement(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  labels: Readonly<Record<string, string>>,
): boolean {
  return (Object.hasOwn(TESTS, operator) ? TESTS[operator] : undefined)?.(labels[key], values) === true
}

/** NodePorts: a port of the node belongs to one pod. */
export const portTaken: Filter = (pod, { ports }) =>
  hostPorts(pod).some((port) => ports.has(port))
    ? notNow("node(s) didn't have free ports for the requested pod ports")
    : null

/** Sums of fractions are not exact. */
const TOLERANCE = 1e-9

/** NodeResourcesFit: what is requested must be left over, of each resource. */
export const resourcesTaken: Filter = ({ spec = {} }, { node, pods, used }) => {
  const allocatable = node.status?.allocatable ?? {}
  const of = (name: string) => quantityValue(allocatable[name]) ?? 0
  const lacking = Object.entries(requestsOf(spec)).flatMap(([name, amount]) => {
    const free = of(name) - (used[name] ?? 0)
    return amount > 0 && amount > free + TOLERANCE ? [{ name, isFinal: amount > of(name) + TOLERANCE }] : []
  })
  const full = allocatable['pods'] !== undefined && pods.length + 1 > of('pods')
  if (lacking.length === 0 && !full) return null
  return {
    reasons: [...(full ? ['Too many pods'] : []), ...lacking.map(({ name }) => `Insufficient ${name}`)],
    isFinal: lacking.some((each) => each.isFinal),
  }
}
