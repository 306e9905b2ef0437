import { setRole } from '../../kubernetes/edits/containers'
import { field } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { appsOf } from './design/pod'

/** `restartPolicy: Always` on an app container, where it makes no sidecar. */
export const misplacedSidecar: Advice = {
  id: 'misplaced-sidecar',
  level: 'error',
  title: 'Sidecar in the wrong list',
  why: 'Among the app containers, restartPolicy: Always only says how this one restarts. A sidecar that starts before the others, stops after them and lets a Job complete stands in initContainers.',
  mend: 'Move the container to initContainers, or remove restartPolicy.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
- name: proxy
  image: example.com/proxy:2.0
  restartPolicy: Always
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
    pods.flatMap((pod) => {
      const apps = appsOf(pod)
      return apps
        .filter(({ value }) => field(value, 'restartPolicy') === 'Always')
        .map(({ path, name }) => ({
          path: [...path, 'restartPolicy'],
          message: `${name} is an app container; this makes it no sidecar`,
          // A pod must have an app container.
          fixable: apps.length > 1,
        }))
    }),
  fix: { label: 'Make it a sidecar', change: (path) => setRole(path.slice(0, -1), 'sidecar') },
}
