import type { Change } from '../../kubernetes/change'
import { moveContainer } from '../../kubernetes/edits/containers'
import type { Path } from '../../kubernetes/path'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { podAt, podContainerAt, type PodContainer } from './design/pod'
import { listensOn, speaksTo } from './design/program'

/** An init container that needs a sidecar which is listed after it. */
export const sidecarListedLate: Advice = {
  id: 'sidecar-listed-late',
  level: 'error',
  title: 'Sidecar listed after who needs it',
  why: 'Init containers and sidecars start in the order of the list. This one speaks to a sidecar that starts when it has ended, so that it fails again and again: Init:CrashLoopBackOff.',
  mend: 'List the sidecar first.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/',
  bad: podText(`
initContainers:
- name: migrate
  image: example.com/migrate:1.4
  args: [--database=localhost:5432]
- name: proxy
  image: example.com/proxy:2.0
  restartPolicy: Always
  ports:
  - containerPort: 5432
  startupProbe:
    tcpSocket: { port: 5432 }
containers:
- name: app
  image: example.com/shop:1.4
`),
  good: podText(`
initContainers:
- name: proxy
  image: example.com/proxy:2.0
  restartPolicy: Always
  ports:
  - containerPort: 5432
  startupProbe:
    tcpSocket: { port: 5432 }
- name: migrate
  image: example.com/migrate:1.4
  args: [--database=localhost:5432]
containers:
- name: app
  image: example.com/shop:1.4
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers
        .filter(({ role }) => role === 'init')
        .flatMap((init) => {
          const late = neededLater(containers, init)
          return late === undefined
            ? []
            : [{ path: init.path, message: `${init.name} speaks to ${late.name}, which starts after it` }]
        }),
    ),
  fix: { label: 'List the sidecar first', change: sidecarFirst },
}

function neededLater(containers: readonly PodContainer[], init: PodContainer): PodContainer | undefined {
  return containers.find(
    (other) =>
      other.role === 'sidecar' &&
      other.index > init.index &&
      listensOn(other).some((port) => speaksTo(init, port)),
  )
}

function sidecarFirst(path: Path): Change {
  return (documents) => {
    const init = podContainerAt(documents, path)
    const late = init && neededLater(podAt(documents, path)?.containers ?? [], init)
    return init && late ? moveContainer(late.path, init.index)(documents) : undefined
  }
}
