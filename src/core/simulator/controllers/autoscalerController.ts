import type { AutoscalerStatus, Condition, ObjectsByKind } from '../api/objects'
import { reporter } from '../api/report'
import { save } from '../api/save'
import type { Controller, ControlPlane } from './controlPlane'

type Autoscaler = ObjectsByKind['HorizontalPodAutoscaler']

const report = reporter('horizontal-pod-autoscaler')

/** What can be scaled, by kind, as the server names it. */
const RESOURCES = {
  Deployment: 'deployments.apps',
  ReplicaSet: 'replicasets.apps',
  StatefulSet: 'statefulsets.apps',
} as const

type Scalable = keyof typeof RESOURCES

function isScalable(kind: string): kind is Scalable {
  return Object.hasOwn(RESOURCES, kind)
}

const NO_METRICS =
  'unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)'

/** Keeps a workload's replicas within the bounds of its autoscaler (pkg/controller/podautoscaler/horizontal.go). There is no metrics server, so within them nothing is scaled: targets are `<unknown>`. */
export const autoscalerController: Controller = {
  name: 'horizontalpodautoscaler',
  watches: new Set(['HorizontalPodAutoscaler', 'Deployment', 'ReplicaSet', 'StatefulSet']),
  reconcile: (plane) => {
    for (const autoscaler of plane.api.list('HorizontalPodAutoscaler')) {
      const status = statusOf(plane, autoscaler)
      save(plane.api, 'HorizontalPodAutoscaler', { ...autoscaler, status })
    }
  },
}

function statusOf(plane: ControlPlane, autoscaler: Autoscaler): AutoscalerStatus {
  const { kind = '', name = '' } = autoscaler.spec?.scaleTargetRef ?? {}
  const { namespace = '' } = autoscaler.metadata ?? {}
  const target = isScalable(kind) ? plane.api.get(kind, namespace, name) : undefined
  if (!isScalable(kind) || target === undefined) {
    const what = `${isScalable(kind) ? RESOURCES[kind] : kind} "${name}" not found`
    const message = `the HPA controller was unable to get the target's current scale: ${what}`
    const condition = said(plane, autoscaler, 'AbleToScale', 'False', 'FailedGetScale', message, what)
    return { currentReplicas: 0, desiredReplicas: 0, conditions: [condition] }
  }
  const able = said(
    plane,
    autoscaler,
    'AbleToScale',
    'True',
    'SucceededGetScale',
    "the HPA controller was able to get the target's current scale",
  )
  const current = target.spec?.replicas ?? 1
  const { minReplicas = 1, maxReplicas = current } = autoscaler.spec ?? {}
  if (current === 0 && minReplicas > 0) {
    const message = 'scaling is disabled since the replica count of the target is zero'
    const off = said(plane, autoscaler, 'ScalingActive', 'False', 'ScalingDisabled', message)
    return { currentReplicas: 0, desiredReplicas: 0, conditions: [able, off] }
  }
  const wanted = Math.min(maxReplicas, Math.max(minReplicas, current))
  if (wanted !== current) {
    plane.api.put(kind, { ...target, spec: { ...target.spec, replicas: wanted } })
    const bound = current > wanted ? 'above Spec.MaxReplicas' : 'below Spec.MinReplicas'
    const message = `New size: ${wanted}; reason: Current number of replicas ${bound}`
    report(plane.api, 'HorizontalPodAutoscaler', autoscaler, 'Normal', 'SuccessfulRescale', message)
  }
  const metric = firstMetric(autoscaler)
  const why = `failed to get ${metric} utilization: unable to get metrics for resource ${metric}: ${NO_METRICS}`
  const message = `the HPA was unable to compute the replica count: ${why}`
  const blind = said(plane, autoscaler, 'ScalingActive', 'False', 'FailedGetResourceMetric', message, why)
  return { currentReplicas: target.status?.replicas ?? 0, desiredReplicas: wanted, conditions: [able, blind] }
}

function firstMetric({ spec }: Autoscaler): string {
  const [metric] = spec?.metrics ?? []
  return metric?.resource?.name ?? metric?.containerResource?.name ?? 'cpu'
}

/** Gives a condition, and says it as a warning where there is one to say and it is new. */
function said(
  { api, clock }: ControlPlane,
  autoscaler: Autoscaler,
  type: string,
  status: Condition['status'],
  reason: string,
  message: string,
  warning?: string,
): Condition {
  const before = autoscaler.status?.conditions?.find((each) => each.type === type)
  if (before?.status === status && before.reason === reason && before.message === message) return before
  if (warning !== undefined) report(api, 'HorizontalPodAutoscaler', autoscaler, 'Warning', reason, warning)
  const lastTransitionTime = before?.status === status ? before.lastTransitionTime : clock.timestamp()
  return { type, status, reason, message, lastTransitionTime }
}
