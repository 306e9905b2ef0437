import { setRole } from '../../kubernetes/edits/containers'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { neverEnds } from './design/program'

/** A plain init container that runs for ever. */
export const initNeverEnds: Advice = {
  id: 'init-never-ends',
  level: 'error',
  title: 'Init container that never ends',
  why: 'The app containers start when all init containers have ended, and this one runs until it is stopped. The pod stays in Init:0/1 for ever.',
  mend: 'Write restartPolicy: Always to make it a sidecar, or let its command end.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/',
  bad: podText(`
initContainers:
- name: tail
  image: busybox:1.37
  command: [tail, -F, /data/shop.txt]
containers:
- name: app
  image: example.com/shop:1.4
`),
  good: podText(`
initContainers:
- name: tail
  image: busybox:1.37
  restartPolicy: Always
  command: [tail, -F, /data/shop.txt]
containers:
- name: app
  image: example.com/shop:1.4
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers
        .filter((container) => container.role === 'init' && neverEnds(container))
        .map(({ path, name }) => ({
          path,
          message: `${name} runs for ever, and what comes after it never starts`,
        })),
    ),
  fix: { label: 'Make it a sidecar', change: (path) => setRole(path, 'sidecar') },
}
