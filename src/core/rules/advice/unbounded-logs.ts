import { setValue } from '../../kubernetes/edits/setValue'
import { scriptIn } from '../../kubernetes/script'
import { field } from '../../kubernetes/shape'
import type { Volume } from '../../kubernetes/volumes'
import type { Advice } from './advice'
import { podText } from './design/examples'
import type { PodContainer } from './design/pod'
import { filesAppended, isBelow } from './design/program'
import { isEmptyDir, usersOf } from './design/volumeUsers'

const LOGS = /(?:^|[-_/.])logs?(?:$|[-_/.])/i

/** An empty directory that logs go to, without a limit. */
export const unboundedLogs: Advice = {
  id: 'unbounded-logs',
  level: 'warning',
  title: 'Logs without a size limit',
  why: 'A log grows as long as the pod lives, on the disk of the node. When that is full the kubelet evicts pods, innocent ones too.',
  mend: 'Give the volume a sizeLimit: then only this pod is evicted when its log grows beyond it. Rotate the log.',
  docs: 'https://kubernetes.io/docs/concepts/storage/ephemeral-storage/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: logs
    mountPath: /var/log/shop
volumes:
- name: logs
  emptyDir: {}
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: logs
    mountPath: /var/log/shop
volumes:
- name: logs
  emptyDir:
    sizeLimit: 500Mi
`),
  // The log of a Job ends with the Job.
  check: ({ pods }) =>
    pods
      .filter(({ isToEnd }) => !isToEnd)
      .flatMap((pod) =>
        pod.volumes
          .filter(
            (volume) =>
              isEmptyDir(volume) &&
              field(volume.value, 'sizeLimit') === undefined &&
              field(volume.value, 'medium') !== 'Memory' &&
              usersOf(pod, volume).some((container) => logsTo(container, volume)),
          )
          .map(({ path, name }) => ({
            path,
            message: `${name} has logs and no sizeLimit: they may fill the node's disk`,
          })),
      ),
  fix: {
    label: 'Limit it to 500Mi',
    change: (path) => setValue([...path, 'emptyDir', 'sizeLimit'], '500Mi'),
  },
}

/** A script shows whether it appends; of another program the names tell. */
function logsTo(container: PodContainer, { name }: Volume): boolean {
  const mounts = container.mounts.filter(({ volumeName, readOnly }) => volumeName === name && !readOnly)
  if (scriptIn(container) !== null) {
    const files = filesAppended(container)
    return mounts.some(({ mountPath }) => files.some((file) => isBelow(file, mountPath)))
  }
  return mounts.some(({ mountPath }) => LOGS.test(name) || LOGS.test(mountPath))
}
