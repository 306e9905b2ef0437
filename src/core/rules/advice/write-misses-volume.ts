import type { Advice } from './advice'
import { podText } from './design/examples'
import { filesWritten, mountOver, saidBy } from './design/program'
import { isEmptyDir, usersOf } from './design/volumeUsers'

/** A script that writes beside the volume its container shares. */
export const writeMissesVolume: Advice = {
  id: 'write-misses-volume',
  level: 'error',
  title: 'File written beside the shared volume',
  why: 'A path that is on no mount is in the layer of its own container, and nobody else sees it. The other container reads an empty directory, without any error.',
  mend: 'Mount the shared volume where the program writes, or write to where it is mounted.',
  docs: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  bad: podText(`
containers:
- name: app
  image: busybox:1.37
  command: ['sh', '-c', 'while true; do date >> /var/log/app.log; sleep 1; done']
  volumeMounts:
  - name: logs
    mountPath: /logs
- name: shipper
  image: example.com/shipper:2.0
  volumeMounts:
  - name: logs
    mountPath: /logs
volumes:
- name: logs
  emptyDir:
    sizeLimit: 500Mi
`),
  good: podText(`
containers:
- name: app
  image: busybox:1.37
  command: ['sh', '-c', 'while true; do date >> /logs/app.log; sleep 1; done']
  volumeMounts:
  - name: logs
    mountPath: /logs
- name: shipper
  image: example.com/shipper:2.0
  volumeMounts:
  - name: logs
    mountPath: /logs
volumes:
- name: logs
  emptyDir:
    sizeLimit: 500Mi
`),
  check: ({ pods }) =>
    pods.flatMap((pod) => {
      const shared = pod.volumes.filter((volume) => isEmptyDir(volume) && usersOf(pod, volume).length > 1)
      if (shared.length === 0) return []
      return pod.containers.flatMap((container) => {
        const own = container.mounts.filter(
          ({ volumeName, readOnly }) => !readOnly && shared.some(({ name }) => name === volumeName),
        )
        const said = saidBy(container)
        // A script that names the mount knows where it is; other files it writes are its own business.
        if (own.length === 0 || own.some(({ mountPath }) => said.includes(mountPath))) return []
        const strays = filesWritten(container).filter(
          (file) => mountOver(container, file) === null && !file.startsWith('/tmp/'),
        )
        return strays.map((file) => ({
          path: container.path,
          message: `${container.name} writes to ${file}, which is on no volume; ${own[0]?.volumeName} is mounted at ${own[0]?.mountPath}`,
        }))
      })
    }),
}
