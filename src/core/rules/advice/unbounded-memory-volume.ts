import { setValue } from '../../kubernetes/edits/setValue'
import { field } from '../../kubernetes/shape'
import { valueAt } from '../../kubernetes/path'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { usersOf } from './design/volumeUsers'

/** A volume in memory without any limit. */
export const unboundedMemoryVolume: Advice = {
  id: 'unbounded-memory-volume',
  level: 'warning',
  title: 'Volume in memory without a limit',
  why: 'Files in memory count as memory of the containers that write them. Without a limit they take up to half of the memory of the node.',
  mend: 'Give the volume a sizeLimit, and every container that mounts it a memory limit above that.',
  docs: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: scratch
    mountPath: /scratch
volumes:
- name: scratch
  emptyDir:
    medium: Memory
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: scratch
    mountPath: /scratch
volumes:
- name: scratch
  emptyDir:
    medium: Memory
    sizeLimit: 64Mi
`),
  check: ({ pods }) =>
    pods.flatMap((pod) =>
      pod.volumes
        .filter(
          ({ sourceId, value }) =>
            sourceId === 'emptyDir' &&
            field(value, 'medium') === 'Memory' &&
            field(value, 'sizeLimit') === undefined,
        )
        .filter((volume) => {
          const users = usersOf(pod, volume)
          const hasLimit = (value: (typeof users)[number]['value']) =>
            valueAt(value, ['resources', 'limits', 'memory']) !== undefined
          return users.length === 0 || !users.every(({ value }) => hasLimit(value))
        })
        .map(({ path, name }) => ({
          path,
          message: `${name} is in memory, and neither it nor its containers have a limit`,
        })),
    ),
  fix: {
    label: 'Limit it to 64Mi',
    change: (path) => setValue([...path, 'emptyDir', 'sizeLimit'], '64Mi'),
  },
}
