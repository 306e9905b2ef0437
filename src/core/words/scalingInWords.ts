import type { Json } from '../kubernetes/json'
import { field, itemsOf, numberOf, textOf, wordOf } from '../kubernetes/shape'
import { pods } from './strategyInWords'

/** What is aimed at, by the metric's own field. */
const METRICS: Readonly<Record<string, (metric: Json) => string>> = {
  resource: (metric) => `${resource(metric)} ${aim(metric, true)}`,
  containerResource: (metric) =>
    `${resource(metric)} of container ${textOf(field(metric, 'container')) || '(none yet)'} ${aim(metric, true)}`,
  pods: (metric) => `${named(metric)} of each pod ${aim(metric, false)}`,
  object: (metric) => {
    const object = field(metric, 'describedObject')
    return `${named(metric)} of ${textOf(field(object, 'kind'))} ${textOf(field(object, 'name'))} ${aim(metric, false)}`
  },
  external: (metric) => `${named(metric)} ${aim(metric, false)}`,
}

const resource = (metric: Json): string => {
  const name = textOf(field(metric, 'name'))
  return name === 'cpu' ? 'CPU' : name === '' ? 'a resource' : name
}

const named = (metric: Json): string => textOf(field(field(metric, 'metric'), 'name')) || 'a metric'

function aim(metric: Json, isOfRequest: boolean): string {
  const target = field(metric, 'target')
  const share = numberOf(field(target, 'averageUtilization'))
  if (share !== null) return isOfRequest ? `at ${share} % of the request` : `at ${share} %`
  const average = wordOf(field(target, 'averageValue'))
  if (average !== '') return `at ${average} a pod`
  const value = wordOf(field(target, 'value'))
  return value === '' ? 'at no value yet' : `at ${value}`
}

/**
 * Takes the spec of a HorizontalPodAutoscaler; gives in words what it does. Left out, the fewest pods are 1 and the
 * metric is 80 % of the CPU that is requested (autoscaling/v2 defaults); of several metrics the one that asks for
 * most pods counts (the comment of `metrics`).
 */
export function scalingInWords(spec: Json | undefined): string {
  const reference = field(spec, 'scaleTargetRef')
  const target = `${textOf(field(reference, 'kind'))} ${textOf(field(reference, 'name'))}`.trim()
  const least = numberOf(field(spec, 'minReplicas')) ?? 1
  const most = numberOf(field(spec, 'maxReplicas'))
  const range =
    most === null ? `${least} or more pods` : least === most ? pods(least) : `${least} to ${most} pods`
  const metrics = itemsOf(field(spec, 'metrics')).flatMap((metric) =>
    Object.entries(METRICS).flatMap(([name, words]) => {
      const value = field(metric, name)
      return value === undefined || value === null ? [] : [words(value)]
    }),
  )
  const aims = metrics.length === 0 ? ['CPU at 80 % of the request'] : metrics
  const several = aims.length > 1 ? ', whichever asks for most' : ''
  return `Keeps ${range} of ${target === '' ? 'nothing yet' : target}, aiming at ${aims.join('; ')}${several}.`
}
