import { valueAt, type Path } from '../../kubernetes/path'
import { field, itemsOf, textOf } from '../../kubernetes/shape'
import type { Json } from '../../kubernetes/json'
import type { Advice } from './advice'
import { asksFor } from './design/amounts'
import { scaledBy } from './design/autoscalers'
import { deploymentText, objectText, together } from './design/examples'
import { lastingOf } from './design/pod'

const POD_SPEC = `
containers:
- name: app
  image: example.com/shop:1.4
`

const AUTOSCALER = objectText(
  'autoscaling/v2',
  'HorizontalPodAutoscaler',
  'shop',
  `spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }
  maxReplicas: 5`,
)

/** An autoscaler that reckons with requests which the pods do not have. */
export const autoscalerWithoutRequests: Advice = {
  id: 'autoscaler-without-requests',
  level: 'error',
  title: 'Autoscaler that can’t reckon',
  why: 'Utilization is a share of what the containers ask for, and one of them asks for nothing. The autoscaler reports "missing request" and scales nothing.',
  mend: 'Give every container of the pod, sidecars too, a request for that resource.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#support-for-resource-metrics',
  bad: together(deploymentText(POD_SPEC), AUTOSCALER),
  good: together(
    deploymentText(`${POD_SPEC}  resources:
    requests: { cpu: 100m, memory: 128Mi }
`),
    AUTOSCALER,
  ),
  check: (design) =>
    design.pods
      .filter((pod) => field(pod.spec, 'resources') === undefined)
      .flatMap((pod) => {
        const autoscaler = scaledBy(design, pod.workload)
        if (autoscaler === null) return []
        const measured = measuredBy(design.documents, autoscaler.path)
        return measured.flatMap(({ resource, container }) =>
          lastingOf(pod)
            .filter(({ name }) => container === '' || name === container)
            .filter((each) => !asksFor(each, resource))
            .map(({ path, name }) => ({
              path,
              message: `Autoscaler ${autoscaler.name} needs a request for ${resource}, and ${name} has none`,
            })),
        )
      }),
}

interface Measured {
  readonly resource: string
  /** '' for all containers. */
  readonly container: string
}

/** What an autoscaler measures as a share of the requests; without metrics that is the cpu (autoscaling/v2 SetDefaults_HorizontalPodAutoscaler). */
function measuredBy(documents: readonly Json[], autoscaler: Path): readonly Measured[] {
  const spec = valueAt(documents, [...autoscaler, 'spec'])
  const metrics = itemsOf(field(spec, 'metrics'))
  if (metrics.length === 0) return [{ resource: 'cpu', container: '' }]
  return metrics.flatMap((metric) => {
    const resource = field(metric, 'resource') ?? field(metric, 'containerResource')
    return textOf(field(field(resource, 'target'), 'type')) === 'Utilization'
      ? [{ resource: textOf(field(resource, 'name')), container: textOf(field(resource, 'container')) }]
      : []
  })
}
