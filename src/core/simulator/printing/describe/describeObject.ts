import { isArray, isObject, type Json } from '../../../kubernetes/json'
import { field, textOf, wordOf } from '../../../kubernetes/shape'
import type { Describe } from './around'
import { describeAutoscaler } from './autoscaler'
import { CONFIGURATION_DESCRIPTIONS } from './configuration'
import { Description } from './description'
import { describeEvents } from './events'
import { describeMarks, describeName } from './metadata'
import { NETWORKING_DESCRIPTIONS } from './networking'
import { describePod } from './pod'
import { WORKLOAD_DESCRIPTIONS } from './workloads'

const DESCRIPTIONS: Readonly<Record<string, Describe>> = {
  Pod: (pod, { events, now }) => describePod(pod, events, now),
  ...WORKLOAD_DESCRIPTIONS,
  HorizontalPodAutoscaler: describeAutoscaler,
  ...NETWORKING_DESCRIPTIONS,
  ...CONFIGURATION_DESCRIPTIONS,
}

/** Takes a kind, an object and what stands around it; gives what `kubectl describe` prints of it. */
export function describeObject(kind: string, ...[object, around]: Parameters<Describe>): string {
  const own = Object.hasOwn(DESCRIPTIONS, kind) ? DESCRIPTIONS[kind] : undefined
  return (own ?? describeFields)(object, around)
}

/** `maxUnavailable` is `Max Unavailable` (smartLabelFor). */
function titleOf(key: string): string {
  const words = key.split(/(?<=[a-z\d])(?=[A-Z])/)
  return words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join(' ')
}

/** A kind that kubectl knows nothing of: all its fields (genericDescriber). */
const describeFields: Describe = (object, { events, now }) => {
  const to = new Description()
  describeName(to, object)
  describeMarks(to, object)
  to.line(0, `API Version:\t${textOf(field(object, 'apiVersion'))}`)
  to.line(0, `Kind:\t${textOf(field(object, 'kind'))}`)
  describeContent(to, 0, object)
  describeEvents(to, events, now)
  return to.written()
}

const TOLD: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

function describeContent(to: Description, level: number, value: Json): void {
  if (!isObject(value)) return
  for (const [key, item] of Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (level === 0 && TOLD.has(key)) continue
    if (!isObject(item) && !isArray(item)) {
      to.line(level, `${titleOf(key)}:\t${wordOf(item)}`)
      continue
    }
    to.line(level, `${titleOf(key)}:`)
    for (const part of isArray(item) ? item : [item])
      if (isObject(part)) describeContent(to, level + 1, part)
      else to.line(level + 1, wordOf(part))
  }
}
