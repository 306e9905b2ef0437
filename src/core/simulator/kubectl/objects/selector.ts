import type { Json } from '../../../kubernetes/json'

/** A part of a selector: what it looks like, and what it asks for. */
const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => Json])[] = [
  [/^!\s*([^\s=!,()]+)$/, ([, key = '']) => ({ key, operator: 'DoesNotExist' })],
  [
    /^([^\s=!,()]+)\s+(in|notin)\s*\(([^)]*)\)$/,
    ([, key = '', operator, values = '']) => ({
      key,
      operator: operator === 'in' ? 'In' : 'NotIn',
      values: values.split(',').map((value) => value.trim()),
    }),
  ],
  [
    /^([^\s=!,()]+)\s*!=\s*([^\s=!,()]*)$/,
    ([, key = '', value = '']) => ({ key, operator: 'NotIn', values: [value] }),
  ],
  [
    /^([^\s=!,()]+)\s*==?\s*([^\s=!,()]*)$/,
    ([, key = '', value = '']) => ({ key, operator: 'In', values: [value] }),
  ],
  [/^([^\s=!,()]+)$/, ([, key = '']) => ({ key, operator: 'Exists' })],
]

/**
 * Takes a selector as it is typed (`app=web,tier in (a, b),!canary`); gives it as a label selector of the API, or null
 * where it is none (labels.Parse in apimachinery).
 */
export function parseSelector(text: string): Json | null {
  const parts = text.split(/,(?![^(]*\))/).map((part) => part.trim())
  const expressions = parts
    .filter((part) => part !== '')
    .map((part) => {
      for (const [form, read] of FORMS) {
        const match = form.exec(part)
        if (match !== null) return read(match)
      }
      return null
    })
  return expressions.includes(null) ? null : { matchExpressions: expressions }
}
