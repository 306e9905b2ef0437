import { setMount } from '../../kubernetes/edits/volumes'
import { knownImage } from '../../kubernetes/knownImages'
import type { Advice, Finding } from './advice'
import { podText } from './design/examples'
import { filesWritten, isBelow, mountOver } from './design/program'
import type { Pod, PodContainer } from './design/pod'
import { isEmptyDir, usersOf } from './design/volumeUsers'

/** A writable volume that is mounted read-only by who writes there. */
export const readOnlyWriter: Advice = {
  id: 'read-only-writer',
  level: 'error',
  title: 'Read-only for the one who writes',
  why: 'Writing to a read-only mount fails with "Read-only file system". An empty directory that everybody mounts read-only stays empty for ever.',
  mend: 'Take readOnly away from the mount of the container that writes.',
  docs: 'https://kubernetes.io/docs/concepts/storage/volumes/#read-only-mounts',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: data
    mountPath: /data
    readOnly: true
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
    pods.flatMap((pod) => [
      ...pod.containers.flatMap((container) => writesToReadOnly(container)),
      ...readByAllOnly(pod),
    ]),
  fix: { label: 'Mount it for writing', change: (path) => setMount(path, { readOnly: false }) },
}

/** Volumes that nobody can ever fill: an empty directory begins empty. */
function readByAllOnly(pod: Pod): Finding[] {
  return pod.volumes.flatMap((volume) => {
    const [first] = volume.mounts
    if (!isEmptyDir(volume) || first === undefined) return []
    const others = usersOf(pod, volume).filter(({ mounts }) =>
      mounts.every(({ volumeName }) => volumeName !== volume.name),
    )
    if (others.length > 0 || !volume.mounts.every(({ readOnly }) => readOnly)) return []
    if (pod.containers.some((container) => writesToReadOnly(container).length > 0)) return []
    return [
      {
        path: first.path,
        message: `Every container mounts ${volume.name} read-only: nobody can put a file there`,
      },
    ]
  })
}

function writesToReadOnly(container: PodContainer): Finding[] {
  const known = container.command.length === 0 ? (knownImage(container.image)?.writes ?? []) : []
  const files = [...filesWritten(container), ...known]
  return container.mounts
    .filter(({ readOnly, mountPath }) => readOnly && mountPath !== '' && mountPath !== '/')
    .flatMap((mount) => {
      const file = files.find(
        (each) => isBelow(each, mount.mountPath) && mountOver(container, each)?.path === mount.path,
      )
      return file === undefined
        ? []
        : [
            {
              path: mount.path,
              message: `${container.name} writes to ${file}, and ${mount.volumeName} is read-only at ${mount.mountPath}`,
            },
          ]
    })
}
