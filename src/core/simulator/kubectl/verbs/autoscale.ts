import { isScalable } from '../objects/edits'
import { apiVersionOf, resourceOf } from '../objects/resources'
import { targetsOf } from '../objects/targets'
import { fail, type Verb } from '../verb'
import { createOrPrint } from './create'

/** `kubectl autoscale`: a HorizontalPodAutoscaler for what is named. */
export const autoscale: Verb = {
  about: 'Auto-scale a deployment, replica set, or stateful set',
  usage: '(TYPE NAME | TYPE/NAME) [--min=MINPODS] --max=MAXPODS [--cpu=CPU]',
  examples: ['kubectl autoscale deployment foo --min=2 --max=10 --cpu=80%'],
  flags: [
    { name: 'min', value: 'one', type: 'int32', about: 'The lower limit for the number of pods' },
    { name: 'max', value: 'one', type: 'int32', about: 'The upper limit for the number of pods' },
    {
      name: 'cpu',
      value: 'one',
      about: 'Target CPU utilization over all the pods, in percent of their requests',
    },
    { name: 'cpu-percent', value: 'one', about: 'The same, by its older name' },
    { name: 'name', value: 'one', about: 'The name for the newly created object' },
    { name: 'dry-run', value: 'maybe', alone: 'client', about: 'client: only print the object' },
    { name: 'output', short: 'o', value: 'one', about: 'yaml or json, with --dry-run' },
  ],
  takes: 'workload',
  run(call) {
    const { asked } = call
    const max = Number(asked.text('max') ?? 0)
    const min = asked.text('min')
    if (!Number.isInteger(max) || max < 1)
      return fail(call, `error: --max=MAXPODS is required and must be at least 1, max: ${max}`)
    if (min !== undefined && Number(min) > max)
      return fail(
        call,
        `error: --max=MAXPODS must be larger or equal to --min=MINPODS, max: ${max}, min: ${min}`,
      )
    const found = targetsOf(call)
    if ('error' in found) return fail(call, found.error)
    const [target] = found.objects
    if (target === undefined) return fail(call, found.errors.join('\n'))
    const { kind, name } = target
    if (!isScalable(kind)) return fail(call, `error: cannot autoscale a ${kind}`)
    const cpu = Number((asked.text('cpu') ?? asked.text('cpu-percent') ?? '80').replace('%', ''))
    const end = createOrPrint(
      { ...call, out: (text) => call.out(text.replace(/ created\n$/, ' autoscaled\n')) },
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: asked.text('name') ?? name },
        spec: {
          scaleTargetRef: { apiVersion: apiVersionOf(resourceOf(kind)), kind, name },
          ...(min === undefined ? {} : { minReplicas: Number(min) }),
          maxReplicas: max,
          metrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpu } },
            },
          ],
        },
      },
    )
    return found.errors.length > 0 ? fail(call, found.errors.join('\n')) : end
  },
}
