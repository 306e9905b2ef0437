import type { Advice } from './advice'
import { podText } from './design/examples'
import { isEmptyDir, usersOf } from './design/volumeUsers'

const SHARED =
  /(?:^|[-_/.])(?:logs?|shared?|exchange|spool|sock(?:et)?s?|public|html|www|htdocs|content|static|assets|repo|git)(?:$|[-_/.])/i

/** A volume made for sharing that only one of several containers mounts. */
export const oneSidedVolume: Advice = {
  id: 'one-sided-volume',
  level: 'error',
  title: 'Shared directory on one side only',
  why: 'Containers share files only through a volume that both of them mount. With the mount on one side the other waits for files for ever, and no event tells.',
  mend: 'Mount the volume in the other container too. Where it is not for sharing, give it a name that says so, such as cache.',
  docs: 'https://kubernetes.io/docs/tasks/access-application-cluster/communicate-containers-same-pod-shared-volume/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: logs
    mountPath: /var/log/shop
- name: shipper
  image: example.com/shipper:2.0
volumes:
- name: logs
  emptyDir:
    sizeLimit: 500Mi
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: logs
    mountPath: /var/log/shop
- name: shipper
  image: example.com/shipper:2.0
  volumeMounts:
  - name: logs
    mountPath: /logs
    readOnly: true
volumes:
- name: logs
  emptyDir:
    sizeLimit: 500Mi
`),
  check: ({ pods }) =>
    pods.flatMap((pod) => {
      // Somebody who mounts nothing at all may be the one who was forgotten.
      const hasNone = pod.containers.some(({ mounts }) => mounts.length === 0)
      if (pod.containers.length < 2 || !hasNone) return []
      return pod.volumes.flatMap((volume) => {
        const users = usersOf(pod, volume)
        const [user] = users
        if (!isEmptyDir(volume) || users.length !== 1 || user === undefined) return []
        const isShared =
          SHARED.test(volume.name) || volume.mounts.some(({ mountPath }) => SHARED.test(mountPath))
        return isShared
          ? [
              {
                path: volume.path,
                message: `Only ${user.name} mounts ${volume.name}: no other container of the pod sees its files`,
              },
            ]
          : []
      })
    }),
}
