import type { Change } from '../../kubernetes/change'
import { setValue } from '../../kubernetes/edits/setValue'
import { knownImage } from '../../kubernetes/knownImages'
import type { Path } from '../../kubernetes/path'
import { field } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { podAt, type Pod } from './design/pod'
import { userOf } from './design/security'
import { isEmptyDir } from './design/volumeUsers'

const USERS = `
containers:
- name: app
  image: example.com/shop:1.4
  securityContext: { runAsUser: 1000 }
  volumeMounts:
  - name: files
    mountPath: /files
- name: importer
  image: example.com/importer:2.0
  securityContext: { runAsUser: 2000 }
  volumeMounts:
  - name: files
    mountPath: /files
volumes:
- name: files
  emptyDir: {}
`

/** Two users that write to one volume, without a group for both. */
export const usersShareVolume: Advice = {
  id: 'users-share-volume',
  level: 'warning',
  title: 'One volume, two users',
  why: 'A file belongs to the user who made it, and others may not change it. The second container fails with "Permission denied".',
  mend: 'Set fsGroup in the security context of the pod: both are then in the group that the volume belongs to.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-the-security-context-for-a-pod',
  bad: podText(USERS),
  good: podText(`
securityContext:
  fsGroup: 3000
${USERS}`),
  check: ({ pods }) =>
    pods
      .filter(({ spec }) => field(field(spec, 'securityContext'), 'fsGroup') === undefined)
      .flatMap((pod) =>
        pod.volumes
          .filter((volume) => isEmptyDir(volume) || volume.sourceId === 'persistentVolumeClaim')
          .flatMap(({ name, path }) => {
            const writers = writersOf(pod, name)
            const [first] = writers
            const second = writers.find(({ user }) => user !== first?.user)
            return first === undefined || second === undefined
              ? []
              : [
                  {
                    path,
                    message: `${first.name} writes to ${name} as user ${first.user}, ${second.name} as user ${second.user}`,
                  },
                ]
          }),
      ),
  fix: { label: 'Give both a group', change: withGroup },
}

/** Who mounts the volume for writing, with the users that the manifest says, or their images. Root of an image needs no group. */
function writersOf(pod: Pod, volume: string) {
  return pod.containers.flatMap((container) => {
    const user = userOf(pod, container) ?? userOfImage(container.image)
    const writes = container.mounts.some(({ volumeName, readOnly }) => volumeName === volume && !readOnly)
    return writes && user !== null ? [{ name: container.name, user }] : []
  })
}

function userOfImage(image: string): number | null {
  const user = knownImage(image)?.user
  return typeof user === 'number' && user > 0 ? user : null
}

function withGroup(path: Path): Change {
  return (documents) => {
    const pod = podAt(documents, path)
    if (pod === null) return undefined
    const group = [...pod.path, 'securityContext', 'fsGroup']
    setValue(group, 2000)(documents)
    return group
  }
}
