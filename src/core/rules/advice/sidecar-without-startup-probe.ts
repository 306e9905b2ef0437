import { setValue } from '../../kubernetes/edits/setValue'
import type { Change } from '../../kubernetes/change'
import type { Path } from '../../kubernetes/path'
import { field } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { podAt, podContainerAt, type Pod, type PodContainer } from './design/pod'
import { probeOf } from './design/probes'
import { listensOn, portArguments, speaksTo, speaksToItsPod, untouchedProgram } from './design/program'

/** A sidecar that others speak to as soon as its process runs. */
export const sidecarWithoutStartupProbe: Advice = {
  id: 'sidecar-without-startup-probe',
  level: 'warning',
  title: 'Sidecar that is not waited for',
  why: 'What comes after a sidecar starts as soon as the process of the sidecar runs, not when it answers. The first connections to it are refused, on some nodes and some days.',
  mend: 'Give the sidecar a startupProbe on the port that the others use: they then start when it answers.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#sidecar-containers-and-pod-lifecycle',
  bad: podText(`
initContainers:
- name: proxy
  image: example.com/proxy:2.0
  restartPolicy: Always
  ports:
  - containerPort: 5432
containers:
- name: app
  image: example.com/shop:1.4
  args: [--database=localhost:5432]
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
    periodSeconds: 1
    failureThreshold: 60
containers:
- name: app
  image: example.com/shop:1.4
  args: [--database=localhost:5432]
`),
  check: ({ pods }) =>
    pods.flatMap((pod) =>
      pod.containers
        .filter(
          (container) =>
            container.role === 'sidecar' &&
            probeOf(container, 'startupProbe') === null &&
            field(field(container.value, 'lifecycle'), 'postStart') === undefined,
        )
        .flatMap((sidecar) => {
          const port = neededPort(pod, sidecar)
          return port === undefined
            ? []
            : [
                {
                  path: sidecar.path,
                  message: `What needs port ${port} of ${sidecar.name} starts before it answers`,
                },
              ]
        }),
    ),
  fix: { label: 'Wait until it answers', change: waitFor },
}

/** A port of the sidecar that somebody speaks to, or one that it surely serves to the pod: what else would it be for? */
function neededPort({ containers }: Pod, sidecar: PodContainer): number | undefined {
  const told = portArguments(sidecar)
  const others = containers.filter(({ name }) => name !== sidecar.name)
  const spoken = [...told, ...listensOn(sidecar)].find((port) =>
    others.some((container) => speaksTo(container, port)),
  )
  return (
    spoken ??
    (others.some((container) => speaksToItsPod(container)) ? told[0] : undefined) ??
    untouchedProgram(sidecar)?.listens[0]
  )
}

function waitFor(path: Path): Change {
  return (documents) => {
    const pod = podAt(documents, path)
    const sidecar = podContainerAt(documents, path)
    const port = pod && sidecar && neededPort(pod, sidecar)
    if (!port) return undefined
    const probe = [...path, 'startupProbe']
    setValue(probe, { tcpSocket: { port }, periodSeconds: 1, failureThreshold: 60 })(documents)
    return probe
  }
}
