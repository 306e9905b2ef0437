import type { Advice } from './advice'
import { podText } from './design/examples'

/** A directory of the node in a pod. */
export const hostPath: Advice = {
  id: 'host-path',
  level: 'warning',
  title: 'Directory of the node',
  why: 'The pod sees whatever is on the node it runs on, and something else after it moves. Whoever breaks into the container has a way out of it, which is why the baseline level of pod security forbids it.',
  mend: 'Use a claim for what must stay, an emptyDir for what must not. For node agents, mount it read-only and say why.',
  docs: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: data
    mountPath: /data
volumes:
- name: data
  hostPath:
    path: /srv/shop
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: data
    mountPath: /data
volumes:
- name: data
  emptyDir: {}
`),
  check: ({ pods }) =>
    pods.flatMap(({ volumes }) =>
      volumes
        .filter(({ sourceId }) => sourceId === 'hostPath')
        .map(({ path, name }) => ({
          path,
          message: `${name} is a directory of whichever node the pod runs on`,
        })),
    ),
}
