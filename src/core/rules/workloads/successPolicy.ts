import type { Json } from '../../kubernetes/json'
import type { SuccessPolicy, SuccessPolicyRule } from '../../kubernetes/schema/types-1.36'
import { validateNonnegative } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { quoted } from '../goText'
import type { Report } from '../report'

const MOST_RULES = 20
const MOST_LETTERS = 65_536

/** Takes a successPolicy, the number of completions and the field; reports what is wrong with it (batch validateSuccessPolicy). */
export function validateSuccessPolicy(
  policy: SuccessPolicy,
  completions: number,
  field: FieldPath,
  report: Report,
): void {
  const { rules = [] } = policy
  const at = field.child('rules')
  if (rules.length === 0)
    report.required(at, 'at least one rules must be specified when the successPolicy is specified')
  if (rules.length > MOST_RULES) report.tooMany(at, rules.length, MOST_RULES)
  for (const [i, rule] of rules.entries()) validateRule(rule, completions, at.index(i), report)
}

function validateRule(rule: SuccessPolicyRule, completions: number, field: FieldPath, report: Report): void {
  const { succeededIndexes: indexes, succeededCount: count } = rule
  if (count === undefined && indexes === undefined)
    report.required(field, 'at least one of succeededCount or succeededIndexes must be specified')
  let total = 0
  if (indexes !== undefined) {
    const at = field.child('succeededIndexes')
    if (indexes.length > MOST_LETTERS) report.tooLong(at, MOST_LETTERS)
    const read = countIndexes(indexes, completions)
    if ('fault' in read) report.invalid(at, indexes, `error parsing succeededIndexes: ${read.fault}`)
    else total = read.total
  }
  if (count === undefined) return
  const at = field.child('succeededCount')
  validateNonnegative(count, at, report)
  if (count > completions)
    report.invalid(
      at,
      count,
      `must be less than or equal to ${completions} (the number of specified completions)`,
    )
  if (indexes !== undefined && count > total)
    report.invalid(
      at,
      count,
      `must be less than or equal to ${total} (the number of indexes in the specified succeededIndexes field)`,
    )
}

/** Reads `1,3-5,7` (batch validateIndexesFormat). */
function countIndexes(
  text: string,
  completions: number,
): { readonly total: number } | { readonly fault: string } {
  if (text === '') return { total: 0 }
  let total = 0
  let previous = -1
  for (const interval of text.split(',')) {
    const limits = interval.split('-')
    if (limits.length > 2)
      return {
        fault: `the fragment ${quoted(interval)} violates the requirement that an index interval can have at most two parts separated by '-'`,
      }
    for (const limit of limits) {
      if (!/^[+-]?\d+$/.test(limit))
        return { fault: `cannot convert string to integer for index: ${quoted(limit)}` }
      if (Number(limit) >= completions) return { fault: `too large index: ${quoted(limit)}` }
    }
    const [first = 0, last = first] = limits.map(Number)
    if (limits.length === 2 && first >= last) return { fault: unordered(first, last) }
    if (total > 0 && previous >= first) return { fault: unordered(previous, first) }
    total += last - first + 1
    previous = last
  }
  return { total }
}

function unordered(previous: number, current: number): string {
  return `non-increasing order, previous: ${previous}, current: ${current}`
}

/** Takes a successPolicy; gives it as Go prints the struct. */
export function printedSuccessPolicy({ rules }: SuccessPolicy): Json {
  return {
    Rules:
      rules?.map(({ succeededIndexes, succeededCount }) => ({
        SucceededIndexes: succeededIndexes ?? null,
        SucceededCount: succeededCount ?? null,
      })) ?? null,
  }
}
