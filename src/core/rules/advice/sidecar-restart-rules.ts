import { field, itemsOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'

/** Restart rules on a sidecar, which servers before 1.36 refuse. */
export const sidecarRestartRules: Advice = {
  id: 'sidecar-restart-rules',
  level: 'info',
  title: 'Restart rules on a sidecar',
  why: 'Kubernetes takes restartPolicyRules on a sidecar from 1.36 on. Servers before that refuse the pod.',
  mend: 'Make sure that the cluster is new enough, or leave the rules to the app containers.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-restart-rules',
  bad: podText(`
initContainers:
- name: proxy
  image: example.com/proxy:2.0
  restartPolicy: Always
  restartPolicyRules:
  - action: Restart
    exitCodes:
      operator: In
      values: [42]
containers:
- name: app
  image: example.com/shop:1.4
`),
  good: podText(`
initContainers:
- name: proxy
  image: example.com/proxy:2.0
  restartPolicy: Always
containers:
- name: app
  image: example.com/shop:1.4
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers
        .filter(
          ({ role, value }) => role === 'sidecar' && itemsOf(field(value, 'restartPolicyRules')).length > 0,
        )
        .map(({ path, name }) => ({
          path: [...path, 'restartPolicyRules'],
          message: `Restart rules on the sidecar ${name} need Kubernetes 1.36`,
        })),
    ),
}
