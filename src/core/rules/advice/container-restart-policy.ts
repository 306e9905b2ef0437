import { setValue } from '../../kubernetes/edits/setValue'
import { field, textOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { deploymentText } from './design/examples'
import { appsOf } from './design/pod'

const LASTING: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'])

/** A container that is not restarted, in a workload whose pods are to last. */
export const containerRestartPolicy: Advice = {
  id: 'container-restart-policy',
  level: 'warning',
  title: 'Container that is not restarted',
  why: 'When the container has ended the pod counts as ended, and the workload makes a new pod at once. That goes on without the growing pauses that restarts have.',
  mend: 'Remove the restartPolicy of the container, or use a Job for what is to end.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
  bad: deploymentText(`
containers:
- name: app
  image: example.com/shop:1.4
  restartPolicy: Never
`),
  good: deploymentText(`
containers:
- name: app
  image: example.com/shop:1.4
`),
  check: ({ pods }) =>
    pods
      .filter(({ kind }) => LASTING.has(kind))
      .flatMap((pod) =>
        appsOf(pod).flatMap(({ value, path, name }) => {
          const policy = textOf(field(value, 'restartPolicy'))
          return policy === '' || policy === 'Always'
            ? []
            : [
                {
                  path: [...path, 'restartPolicy'],
                  message: `When ${name} ends the ${pod.kind} makes a new pod, again and again`,
                },
              ]
        }),
      ),
  fix: { label: 'Remove restartPolicy', change: (path) => setValue(path, undefined) },
}
