import { isObject, type Json } from './json'
import { objectsIn, sameNamespace } from './objects'
import type { Path } from './path'
import { field, itemsOf, labelsOf, stringsOf, textOf, type Labels } from './shape'
import { workloadAt, workloadsIn, type Workload } from './workloadKinds'

/** One thing that a label selector asks for. */
export interface Requirement {
  readonly key: string
  readonly operator: string
  readonly values: readonly string[]
}

type Test = (value: string | undefined, values: readonly string[]) => boolean

/** What each operator asks of a label's value (labels.Requirement.Matches in apimachinery). */
const TESTS: Readonly<Record<string, Test>> = {
  In: (value, values) => value !== undefined && values.includes(value),
  NotIn: (value, values) => value === undefined || !values.includes(value),
  Exists: (value) => value !== undefined,
  DoesNotExist: (value) => value === undefined,
}

/** Takes a label selector; gives all that it asks for: its matchLabels, then its matchExpressions. */
export function requirementsOf(selector: Json | undefined): readonly Requirement[] {
  return [
    ...Object.entries(labelsOf(field(selector, 'matchLabels'))).map(([key, value]) => ({
      key,
      operator: 'In',
      values: [value],
    })),
    ...itemsOf(field(selector, 'matchExpressions')).map((expression) => ({
      key: textOf(field(expression, 'key')),
      operator: textOf(field(expression, 'operator')),
      values: stringsOf(field(expression, 'values')),
    })),
  ]
}

/**
 * Takes a label selector and labels; says whether it selects them. One that is absent (null) selects nothing, an
 * empty one everything; an operator nobody knows selects nothing (LabelSelectorAsSelector in apimachinery).
 */
export function selectorMatches(selector: Json | undefined, labels: Labels): boolean {
  if (!isObject(selector)) return false
  return requirementsOf(selector).every(({ key, operator, values }) => {
    const test = Object.hasOwn(TESTS, operator) ? TESTS[operator] : undefined
    return test?.(Object.hasOwn(labels, key) ? labels[key] : undefined, values) === true
  })
}

/** Takes the documents, a path in some object and a label selector; gives the workloads of that object's namespace whose pods it selects. */
export function selectedWorkloads(
  documents: readonly Json[],
  at: Path,
  selector: Json | undefined,
): readonly Workload[] {
  return workloadsNear(documents, at).filter(({ labels }) => selectorMatches(selector, labels))
}

/** Takes the documents and a path in some object; gives the workloads of that object's namespace. */
export function workloadsNear(documents: readonly Json[], at: Path): readonly Workload[] {
  const namespace = objectsIn(documents).find(({ path }) => path[0] === at[0])?.namespace ?? ''
  return workloadsIn(documents).filter((workload) => sameNamespace(workload.namespace, namespace))
}

/** A label that pods of the design have. */
export interface OfferedLabel {
  readonly key: string
  readonly value: string
  readonly workload: string
}

/** Takes the documents, a path in some object and whether only that object's own pods count; gives the labels that pods there have, each once. */
export function labelsNear(documents: readonly Json[], at: Path, isOwn: boolean): readonly OfferedLabel[] {
  const own = workloadAt(documents, at)
  const workloads = isOwn ? (own === null ? [] : [own]) : workloadsNear(documents, at)
  const all = workloads.flatMap(({ labels, name }) =>
    Object.entries(labels).map(([key, value]) => ({ key, value, workload: name })),
  )
  return all.filter(
    (label, index) =>
      all.findIndex((other) => other.key === label.key && other.value === label.value) === index,
  )
}
