import { knownImage } from '../../kubernetes/knownImages'
import { samePath } from '../../kubernetes/path'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { isBelow } from './design/program'
import { isEmptyDir, usersOf } from './design/volumeUsers'

/** An empty directory over files that the image brings and its program needs. */
export const mountHidesImageFiles: Advice = {
  id: 'mount-hides-image-files',
  level: 'warning',
  title: 'Empty directory over the files of the image',
  why: 'A mount hides what the image has at that path. With an empty directory there the program finds nothing: a web server answers 403 or 404.',
  mend: 'Mount it at another path, or let an init container or a sidecar put the files there.',
  docs: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  bad: podText(`
containers:
- name: web
  image: nginx:1.27
  readinessProbe:
    httpGet: { path: /, port: 80 }
  volumeMounts:
  - name: pages
    mountPath: /usr/share/nginx/html
volumes:
- name: pages
  emptyDir: {}
`),
  good: podText(`
initContainers:
- name: pages
  image: example.com/pages:3
  args: [--out=/pages]
  volumeMounts:
  - name: pages
    mountPath: /pages
containers:
- name: web
  image: nginx:1.27
  readinessProbe:
    httpGet: { path: /, port: 80 }
  volumeMounts:
  - name: pages
    mountPath: /usr/share/nginx/html
    readOnly: true
volumes:
- name: pages
  emptyDir: {}
`),
  check: ({ pods }) =>
    pods.flatMap((pod) =>
      pod.volumes
        .filter((volume) => isEmptyDir(volume) && usersOf(pod, volume).length === 1)
        .flatMap((volume) => volume.mounts)
        .flatMap((mount) => {
          const user = pod.containers.find(({ path }) => samePath(path, mount.container))
          const hidden = knownImage(user?.image ?? '')?.content.find(
            (folder) => mount.mountPath !== '' && isBelow(folder, mount.mountPath),
          )
          return hidden === undefined
            ? []
            : [
                {
                  path: mount.path,
                  message: `${mount.volumeName} is empty and hides what ${user?.image} has in ${hidden}`,
                },
              ]
        }),
    ),
}
