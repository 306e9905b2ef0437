import { labelKey, labelValue } from '../../kubernetes/names'
import type {
  LabelSelector,
  LabelSelectorRequirement,
  PodTemplateSpec,
} from '../../kubernetes/schema/types-1.36'
import type { Json } from '../../kubernetes/json'
import type { FieldPath } from '../fieldPath'
import { goMap } from '../goText'
import type { Report } from '../report'

type Labels = Readonly<Record<string, string>>

/** Takes a selector, or nothing; says whether it can be read (meta/v1 LabelSelectorAsSelector gives no error). */
export function isReadable(selector: LabelSelector | undefined): boolean {
  if (selector === undefined) return true
  return (
    Object.entries(selector.matchLabels ?? {}).every(([key, value]) => isLabel(key, [value])) &&
    (selector.matchExpressions ?? []).every(isReadableRequirement)
  )
}

function isReadableRequirement({ key = '', operator = '', values = [] }: LabelSelectorRequirement): boolean {
  const takesValues = operator === 'In' || operator === 'NotIn'
  if (!takesValues && operator !== 'Exists' && operator !== 'DoesNotExist') return false
  return takesValues === values.length > 0 && isLabel(key, values)
}

function isLabel(key: string, values: readonly string[]): boolean {
  return labelKey(key) === null && values.every((value) => labelValue(value) === null)
}

/** Takes a selector, or nothing; says whether it has no condition at all. */
export function isEmptySelector(selector: LabelSelector | undefined): boolean {
  if (selector === undefined) return false
  return Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length === 0
}

/** Takes a selector that can be read, or nothing, and labels; says whether it selects them: nothing selects nothing. */
export function selects(selector: LabelSelector | undefined, labels: Labels): boolean {
  if (selector === undefined) return false
  const has = (key: string): boolean => Object.hasOwn(labels, key)
  return (
    Object.entries(selector.matchLabels ?? {}).every(([key, value]) => has(key) && labels[key] === value) &&
    (selector.matchExpressions ?? []).every(({ key = '', operator = '', values = [] }) => {
      if (operator === 'Exists') return has(key)
      if (operator === 'DoesNotExist') return !has(key)
      const isAmong = has(key) && values.includes(labels[key] ?? '')
      return operator === 'In' ? isAmong : !isAmong
    })
  )
}

/** Takes a selector that can be read, or nothing, and a pod template with its field; reports labels that are not selected. */
export function validateSelects(
  selector: LabelSelector | undefined,
  template: PodTemplateSpec | undefined,
  field: FieldPath,
  report: Report,
): void {
  const labels = template?.metadata?.labels
  if (!selects(selector, labels ?? {}))
    report.invalid(
      field.child('metadata', 'labels'),
      goMap(labels),
      '`selector` does not match template `labels`',
    )
}

/** Takes a selector; gives it as Go prints it. */
export function printedSelector({ matchLabels, matchExpressions }: LabelSelector): Json {
  return {
    ...(isFilled(matchLabels) ? { matchLabels: goMap(matchLabels) } : {}),
    ...(isFilled(matchExpressions) ? { matchExpressions: matchExpressions.map(printedRequirement) } : {}),
  }
}

function isFilled<Value extends object>(value: Value | undefined): value is Value {
  return value !== undefined && Object.keys(value).length > 0
}

function printedRequirement({ key = '', operator = '', values = [] }: LabelSelectorRequirement): Json {
  return { key, operator, ...(values.length > 0 ? { values: [...values] } : {}) }
}
