import { setValue } from '../../kubernetes/edits/setValue'
import type { Advice } from './advice'
import { scaledBy } from './design/autoscalers'
import { deploymentText, objectText, together } from './design/examples'

const POD_SPEC = `
containers:
- name: app
  image: example.com/shop:1.4
  resources:
    requests: { cpu: 100m, memory: 128Mi }
`

const AUTOSCALER = objectText(
  'autoscaling/v2',
  'HorizontalPodAutoscaler',
  'shop',
  `spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: shop }
  maxReplicas: 5`,
)

/** Replicas that are written where an autoscaler decides about them. */
export const autoscalerBesideReplicas: Advice = {
  id: 'autoscaler-beside-replicas',
  level: 'warning',
  title: 'Replicas beside an autoscaler',
  why: 'Each time the manifest is applied it sets the replicas back to its own number, whatever the load is. The autoscaler then starts from there again.',
  mend: 'Leave replicas out of the manifest; minReplicas of the autoscaler says how few there may be.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  bad: together(deploymentText(POD_SPEC, 'replicas: 2'), AUTOSCALER),
  good: together(deploymentText(POD_SPEC), AUTOSCALER),
  check: (design) =>
    design.workloads.flatMap((workload) => {
      if (workload.replicasPath === null || workload.replicas === null) return []
      const autoscaler = scaledBy(design, workload)
      // Nought switches the autoscaler off.
      return autoscaler === null || workload.replicas === 0
        ? []
        : [
            {
              path: workload.replicasPath,
              message: `Autoscaler ${autoscaler.name} decides about the replicas of ${workload.name}`,
            },
          ]
    }),
  fix: { label: 'Remove replicas', change: (path) => setValue(path, undefined) },
}
