import { setValue } from '../../kubernetes/edits/setValue'
import { samePath } from '../../kubernetes/path'
import { field } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { filesWritten, isBelow } from './design/program'
import { isEmptyDir } from './design/volumeUsers'

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
      .flatMap(({ volumes, containers }) =>
        volumes
          .filter(
            (volume) =>
              isEmptyDir(volume) &&
              volume.mounts.length > 0 &&
              field(volume.value, 'sizeLimit') === undefined &&
              field(volume.value, 'medium') !== 'Memory',
          )
          .filter(
            ({ name, mounts }) =>
              LOGS.test(name) ||
              mounts.some(({ mountPath, path }) => {
                const own = containers.find((container) => samePath(container.path, path.slice(0, -2)))
                return (
                  LOGS.test(mountPath) ||
                  (own !== undefined && appended(filesWritten(own)).some((file) => isBelow(file, mountPath)))
                )
              }),
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

function appended(files: readonly string[]): readonly string[] {
  return files.filter((file) => file.endsWith('.log'))
}
