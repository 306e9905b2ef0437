import { removeVolume } from '../../kubernetes/edits/volumes'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { usersOf } from './design/volumeUsers'

/** A volume that no container uses. */
export const unusedVolume: Advice = {
  id: 'unused-volume',
  level: 'warning',
  title: 'Volume that nobody mounts',
  why: 'The volume is made, and no container sees it. Most often a mount was forgotten, and the program writes into its own layer instead.',
  mend: 'Mount it in the containers that need it, or remove it.',
  docs: 'https://kubernetes.io/docs/concepts/storage/volumes/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
volumes:
- name: data
  emptyDir: {}
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
    pods.flatMap((pod) =>
      pod.volumes
        .filter((volume) => volume.name !== '' && usersOf(pod, volume).length === 0)
        .map(({ path, name }) => ({ path, message: `Volume ${name} is mounted by no container` })),
    ),
  fix: { label: 'Remove the volume', change: removeVolume },
}
