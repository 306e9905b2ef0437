import { isObject, type Json } from '../../../kubernetes/json'
import { field, itemsOf, numberOf, textOf, wordOf } from '../../../kubernetes/shape'
import { countAt, inside } from '../cells'
import type { Describe } from './around'
import { Description, longTime } from './description'
import { describeEvents } from './events'
import { describeMarks, describeName } from './metadata'

/*
 * How `kubectl describe` tells of an autoscaler (describeHorizontalPodAutoscalerV2). Nobody measures in the simulation:
 * what a metric is stays unknown.
 */

/** A metric by the field of its source: what it is of, and how its target is written. */
const METRICS: Readonly<Record<string, (source: Json) => string>> = {
  resource: (source) => resourceText(source, `resource ${textOf(field(source, 'name'))} on pods`),
  containerResource: (source) => {
    const [name, container] = [textOf(field(source, 'name')), textOf(field(source, 'container'))]
    return resourceText(source, `resource ${name} of container "${container}" on pods`)
  },
  pods: (source) => `"${metricName(source)}" on pods:\t<unknown> / ${targetOf(source, 'averageValue')}`,
  object: (source) => {
    const of = field(source, 'describedObject')
    const what = `"${metricName(source)}" on ${textOf(field(of, 'kind'))}/${textOf(field(of, 'name'))}`
    return `${what} ${valueText(source, inside(source, 'target', 'type') === 'AverageValue')}`
  },
  external: (source) =>
    `"${metricName(source)}" ${valueText(source, targetOf(source, 'averageValue') !== '')}`,
}

function metricName(source: Json): string {
  return textOf(inside(source, 'metric', 'name'))
}

function targetOf(source: Json, key: string): string {
  return wordOf(inside(source, 'target', key))
}

function resourceText(source: Json, what: string): string {
  const average = targetOf(source, 'averageValue')
  if (average !== '') return `${what}:\t<unknown> / ${average}`
  const utilization = targetOf(source, 'averageUtilization')
  const target = utilization === '' ? '<auto>' : `${utilization}%`
  return `${what}  (as a percentage of request):\t<unknown> / ${target}`
}

function valueText(source: Json, isAverage: boolean): string {
  const words = isAverage ? '(target average value)' : '(target value)'
  return `${words}:\t<unknown> / ${targetOf(source, isAverage ? 'averageValue' : 'value')}`
}

function metricText(metric: Json): string {
  for (const [key, text] of Object.entries(METRICS)) {
    const source = field(metric, key)
    if (isObject(source)) return text(source)
  }
  return `<unknown metric type "${textOf(field(metric, 'type'))}">`
}

/** printDirectionBehavior */
function describeDirection(to: Description, title: string, rules: Json | undefined): void {
  if (!isObject(rules)) return
  to.line(1, `${title}:`)
  const window = numberOf(field(rules, 'stabilizationWindowSeconds'))
  if (window !== null) to.line(2, `Stabilization Window: ${window} seconds`)
  const policies = itemsOf(field(rules, 'policies'))
  if (policies.length === 0) return
  to.line(2, `Select Policy: ${textOf(field(rules, 'selectPolicy')) || 'Max'}`)
  to.line(2, 'Policies:')
  for (const policy of policies) {
    const [value, period] = [countAt(policy, 'value'), countAt(policy, 'periodSeconds')]
    to.line(3, `- Type: ${textOf(field(policy, 'type'))}\tValue: ${value}\tPeriod: ${period} seconds`)
  }
}

/** Takes a HorizontalPodAutoscaler and what stands around it; gives what `kubectl describe` prints of it. */
export const describeAutoscaler: Describe = (object, { events, now }) => {
  const to = new Description()
  const spec = field(object, 'spec')
  const target = field(spec, 'scaleTargetRef')
  const kind = textOf(field(target, 'kind'))
  describeName(to, object)
  describeMarks(to, object)
  to.line(0, `CreationTimestamp:\t${longTime(inside(object, 'metadata', 'creationTimestamp'))}`)
  to.line(0, `Reference:\t${kind}/${textOf(field(target, 'name'))}`)
  to.line(0, 'Metrics:\t( current / target )')
  for (const metric of itemsOf(field(spec, 'metrics'))) to.line(1, metricText(metric))
  to.line(0, `Min replicas:\t${wordOf(field(spec, 'minReplicas')) || '<unset>'}`)
  to.line(0, `Max replicas:\t${countAt(object, 'spec', 'maxReplicas')}`)
  const behavior = field(spec, 'behavior')
  if (isObject(behavior)) to.line(0, 'Behavior:')
  describeDirection(to, 'Scale Up', field(behavior, 'scaleUp'))
  describeDirection(to, 'Scale Down', field(behavior, 'scaleDown'))
  const [current, desired] = [
    countAt(object, 'status', 'currentReplicas'),
    countAt(object, 'status', 'desiredReplicas'),
  ]
  to.line(0, `${kind} pods:\t${current} current / ${desired} desired`)
  const conditions = itemsOf(inside(object, 'status', 'conditions'))
  if (conditions.length > 0) {
    to.line(0, 'Conditions:\n  Type\tStatus\tReason\tMessage')
    to.line(1, '----\t------\t------\t-------')
  }
  for (const condition of conditions)
    to.line(1, ['type', 'status', 'reason', 'message'].map((key) => textOf(field(condition, key))).join('\t'))
  describeEvents(to, events, now)
  return to.written()
}
