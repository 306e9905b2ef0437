import type { Advice } from './advice'
import { podText } from './design/examples'
import { isBelow } from './design/program'

/** One mount of a container inside another. */
export const nestedMounts: Advice = {
  id: 'nested-mounts',
  level: 'info',
  title: 'One mount inside another',
  why: 'It works, as the outer one is mounted first. What the outer volume has at that path is hidden, and whoever mounts the outer volume elsewhere does not see the files of the inner one.',
  mend: 'Mount the two side by side where you can.',
  docs: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: data
    mountPath: /data
  - name: cache
    mountPath: /data/cache
volumes:
- name: data
  emptyDir: {}
- name: cache
  emptyDir: {}
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: data
    mountPath: /data
  - name: cache
    mountPath: /cache
volumes:
- name: data
  emptyDir: {}
- name: cache
  emptyDir: {}
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap(({ mounts }) =>
        mounts.flatMap((inner) => {
          const outer = mounts.find(
            ({ mountPath }) =>
              mountPath !== '' && mountPath !== inner.mountPath && isBelow(inner.mountPath, mountPath),
          )
          return outer === undefined
            ? []
            : [
                {
                  path: inner.path,
                  message: `${inner.mountPath} (${inner.volumeName}) is inside ${outer.mountPath} (${outer.volumeName})`,
                },
              ]
        }),
      ),
    ),
}
