import type { Change } from '../../kubernetes/change'
import { addVolume, mount } from '../../kubernetes/edits/volumes'
import { podSpecOf } from '../../kubernetes/edits/containers'
import { knownImage } from '../../kubernetes/knownImages'
import { valueAt, type Path } from '../../kubernetes/path'
import { field, wordOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { podContainerAt, type PodContainer } from './design/pod'
import { filesWritten, mountOver } from './design/program'

const PROGRAM = (mounts: string): string => `
containers:
- name: web
  image: nginx:1.27
  readinessProbe:
    httpGet: { path: /, port: 80 }
  securityContext:
    readOnlyRootFilesystem: true
${mounts}
`

/** A read-only image whose program writes into it. */
export const readOnlyRootWriter: Advice = {
  id: 'read-only-root-writer',
  level: 'warning',
  title: 'Read-only image that its program writes to',
  why: 'The program writes to directories of its image, and these can’t be written to. It fails when it starts, or later at its first request.',
  mend: 'Mount an emptyDir over each directory that it writes to.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  bad: podText(PROGRAM('')),
  good: podText(
    PROGRAM(`  volumeMounts:
  - name: cache
    mountPath: /var/cache/nginx
  - name: run
    mountPath: /run
volumes:
- name: cache
  emptyDir: {}
- name: run
  emptyDir: {}`),
  ),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers
        .filter(({ value }) => field(field(value, 'securityContext'), 'readOnlyRootFilesystem') === true)
        .flatMap((container) => {
          const folders = unwritable(container)
          return folders.length === 0
            ? []
            : [
                {
                  path: [...container.path, 'securityContext', 'readOnlyRootFilesystem'],
                  message: `${container.name} writes to ${folders.join(' and ')}, which no volume is mounted over`,
                },
              ]
        }),
    ),
  fix: { label: 'Mount empty directories there', change: withEmptyDirectories },
}

/** The directories of the image that the container's program writes to. */
function unwritable(container: PodContainer): readonly string[] {
  const known = container.command.length === 0 ? (knownImage(container.image)?.writes ?? []) : []
  const written = filesWritten(container).map((file) => file.slice(0, Math.max(1, file.lastIndexOf('/'))))
  return [...new Set([...known, ...written])].filter(
    (folder) => folder !== '/' && mountOver(container, folder) === null,
  )
}

function withEmptyDirectories(path: Path): Change {
  return (documents) => {
    const container = podContainerAt(documents, path.slice(0, -2))
    if (container === null) return undefined
    for (const folder of unwritable(container)) {
      const volume = addVolume(podSpecOf(path))(documents)
      if (volume === undefined) return undefined
      mount(container.path, wordOf(field(valueAt(documents, volume), 'name')), folder)(documents)
    }
    return container.path
  }
}
