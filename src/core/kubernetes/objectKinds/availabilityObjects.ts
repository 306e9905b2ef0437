import type { Workload } from '../workloadKinds'
import { namedAfter, podLabels, type ObjectKind } from './objectKind'

/** As `kubectl autoscale` proposes it. */
const CPU_PERCENT = 80

function scaleTarget(
  workload: Workload | null,
  name: string,
): { apiVersion: string; kind: string; name: string } {
  return workload === null
    ? { apiVersion: 'apps/v1', kind: 'Deployment', name }
    : { apiVersion: workload.row.apiVersion, kind: workload.row.kind, name: workload.name }
}

/** The kinds that say how many pods there are, and how many there must be. */
export const AVAILABILITY_OBJECTS: readonly ObjectKind[] = [
  {
    kind: 'HorizontalPodAutoscaler',
    apiVersion: 'autoscaling/v2',
    label: 'Autoscaler',
    help: 'More pods when there is much to do, fewer when not.',
    group: 'Scaling and availability',
    concept: 'autoscaler',
    about: 'scalable',
    nameFor: namedAfter('', 'app'),
    blank: (name, { workload }) => {
      const least = Math.max(1, workload?.replicas ?? 1)
      return {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name },
        spec: {
          scaleTargetRef: scaleTarget(workload, name),
          minReplicas: least,
          maxReplicas: Math.max(5, 2 * least),
          metrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: CPU_PERCENT } },
            },
          ],
        },
      }
    },
  },
  {
    kind: 'PodDisruptionBudget',
    apiVersion: 'policy/v1',
    label: 'Disruption budget',
    help: 'How many pods may be missing while nodes are emptied.',
    group: 'Scaling and availability',
    concept: 'budget',
    about: 'workload',
    nameFor: namedAfter('', 'app'),
    blank: (name, { workload }) => ({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name },
      spec: { maxUnavailable: 1, selector: { matchLabels: { ...podLabels(workload, name) } } },
    }),
  },
]
