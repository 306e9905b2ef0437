import { dns1123Label, pathSegment } from '../../kubernetes/names'
import { quantityValue } from '../../kubernetes/quantity'
import type { MetricIdentifier, MetricSpec, MetricTarget } from '../../kubernetes/schema/types-1.36'
import { validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import { validateContainerResourceName } from '../resources/resourceNames'
import { validateReference } from './crossVersionReference'

/*
 * The metrics of an autoscaler: pkg/apis/autoscaling/validation/validation.go.
 */

/** How a metric's source is checked, by its field; in the order in which the source looks for them. */
const SOURCES: readonly {
  readonly type: string
  readonly name: 'object' | 'external' | 'pods' | 'resource' | 'containerResource'
  readonly validate: (spec: MetricSpec, field: FieldPath, report: Report) => void
}[] = [
  { type: 'Object', name: 'object', validate: validateObject },
  { type: 'External', name: 'external', validate: validateExternal },
  { type: 'Pods', name: 'pods', validate: validatePods },
  { type: 'Resource', name: 'resource', validate: validateResource },
  { type: 'ContainerResource', name: 'containerResource', validate: validateContainerResource },
]

const TYPES = SOURCES.map(({ type }) => type).toSorted()
const TARGET_TYPES = new Set(['Utilization', 'Value', 'AverageValue'])

/** Takes metrics, the least number of replicas and the field; reports what is wrong with them (validateMetrics). */
export function validateMetrics(
  metrics: readonly MetricSpec[],
  minReplicas: number | undefined,
  field: FieldPath,
  report: Report,
): void {
  for (const [i, metric] of metrics.entries()) validateMetric(metric, field.index(i), report)
  if (minReplicas === 0 && !metrics.some(({ type }) => type === 'Object' || type === 'External'))
    report.forbidden(
      field,
      'must specify at least one Object or External metric to support scaling to zero replicas',
    )
}

function validateMetric(metric: MetricSpec, field: FieldPath, report: Report): void {
  const { type = '' } = metric
  const at = field.child('type')
  const wanted = SOURCES.find((source) => source.type === type)
  if (type === '') report.required(at, 'must specify a metric source type')
  if (wanted === undefined) report.notSupported(at, type, TYPES)
  const present = SOURCES.filter(({ name }) => metric[name] !== undefined)
  present[0]?.validate(metric, field.child(present[0].name), report)
  if (wanted === undefined) report.notSupported(at, type, TYPES)
  else if (!present.includes(wanted))
    report.required(field.child(wanted.name), 'must populate information for the given metric source')
  if (present.length === 1) return
  for (const source of present)
    if (source !== wanted)
      report.forbidden(field.child(source.name), 'must populate the given metric source only')
}

function validateObject({ object = {} }: MetricSpec, field: FieldPath, report: Report): void {
  const { describedObject = {}, metric, target = {} } = object
  validateReference(describedObject, true, field.child('describedObject'), report)
  validateIdentifier(metric, field.child('metric'), report)
  validateTarget(target, field.child('target'), report)
  if (target.value === undefined && target.averageValue === undefined)
    report.required(field.child('target', 'averageValue'), 'must set either a target value or averageValue')
}

function validateExternal({ external = {} }: MetricSpec, field: FieldPath, report: Report): void {
  const { metric, target = {} } = external
  validateIdentifier(metric, field.child('metric'), report)
  validateTarget(target, field.child('target'), report)
  if (target.value === undefined && target.averageValue === undefined)
    report.required(
      field.child('target', 'averageValue'),
      'must set either a target value for metric or a per-pod target',
    )
  if (target.value !== undefined && target.averageValue !== undefined)
    report.forbidden(
      field.child('target', 'value'),
      'may not set both a target value for metric and a per-pod target',
    )
}

function validatePods({ pods = {} }: MetricSpec, field: FieldPath, report: Report): void {
  const { metric, target = {} } = pods
  validateIdentifier(metric, field.child('metric'), report)
  validateTarget(target, field.child('target'), report)
  if (target.averageValue === undefined)
    report.required(field.child('target', 'averageValue'), 'must specify a positive target averageValue')
}

function validateResource({ resource = {} }: MetricSpec, field: FieldPath, report: Report): void {
  if ((resource.name ?? '') === '') report.required(field.child('name'), 'must specify a resource name')
  validateResourceTarget(resource.target ?? {}, field.child('target'), report)
}

function validateContainerResource(
  { containerResource = {} }: MetricSpec,
  field: FieldPath,
  report: Report,
): void {
  const { name = '', container = '', target = {} } = containerResource
  if (name === '') report.required(field.child('name'), 'must specify a resource name')
  else validateContainerResourceName(name, field.child('name'), report)
  if (container === '') report.required(field.child('container'), 'must specify a container')
  else validateText(container, dns1123Label, field.child('container'), report)
  validateResourceTarget(target, field.child('target'), report)
}

function validateResourceTarget(target: MetricTarget, field: FieldPath, report: Report): void {
  const { averageUtilization, averageValue } = target
  validateTarget(target, field, report)
  if (averageUtilization === undefined && averageValue === undefined)
    report.required(
      field.child('averageUtilization'),
      'must set either a target raw value or a target utilization',
    )
  if (averageUtilization !== undefined && averageValue !== undefined)
    report.forbidden(
      field.child('averageValue'),
      'may not set both a target raw value and a target utilization',
    )
}

function validateTarget(target: MetricTarget, field: FieldPath, report: Report): void {
  const { type = '', averageUtilization } = target
  if (type === '') report.required(field.child('type'), 'must specify a metric target type')
  if (!TARGET_TYPES.has(type))
    report.invalid(field.child('type'), type, 'must be either Utilization, Value, or AverageValue')
  for (const name of ['value', 'averageValue'] as const) {
    const amount = target[name]
    if (amount !== undefined && (quantityValue(amount) ?? 0) <= 0)
      report.invalid(field.child(name), String(amount), 'must be positive')
  }
  if (averageUtilization !== undefined && averageUtilization < 1)
    report.invalid(field.child('averageUtilization'), averageUtilization, 'must be greater than 0')
}

function validateIdentifier(metric: MetricIdentifier | undefined, field: FieldPath, report: Report): void {
  const name = metric?.name ?? ''
  if (name === '') report.required(field.child('name'), 'must specify a metric name')
  validateText(name, pathSegment, field.child('name'), report)
}
