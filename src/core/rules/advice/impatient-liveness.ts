import type { Change } from '../../kubernetes/change'
import { setValue } from '../../kubernetes/edits/setValue'
import { isObject } from '../../kubernetes/json'
import { valueAt, type Path } from '../../kubernetes/path'
import { copyOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { probeOf } from './design/probes'

/** What the server's own defaults give a container from its start: three periods of ten seconds. */
const LEAST_SECONDS = 30

/** A livenessProbe that gives up on a container before it may be up. */
export const impatientLiveness: Advice = {
  id: 'impatient-liveness',
  level: 'warning',
  title: 'Killed before it is up',
  why: 'Without a startupProbe the livenessProbe runs from the start, and restarts the container when it fails too often. A program that starts slowly, on a busy node say, never gets up.',
  mend: 'Add a startupProbe with the same question and a large failureThreshold: liveness then begins when the program is up.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  livenessProbe:
    httpGet: { path: /alive, port: 8080 }
    periodSeconds: 5
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  startupProbe:
    httpGet: { path: /alive, port: 8080 }
    periodSeconds: 5
    failureThreshold: 30
  livenessProbe:
    httpGet: { path: /alive, port: 8080 }
    periodSeconds: 5
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap((container) => {
        const liveness = probeOf(container, 'livenessProbe')
        if (liveness === null || probeOf(container, 'startupProbe') !== null) return []
        const seconds = liveness.initialDelaySeconds + liveness.periodSeconds * liveness.failureThreshold
        return seconds < LEAST_SECONDS
          ? [
              {
                path: liveness.path,
                message: `${container.name} is restarted when it is not up within ${seconds} s`,
              },
            ]
          : []
      }),
    ),
  fix: { label: 'Add a startupProbe', change: withStartupProbe },
}

/** The question of the livenessProbe, asked for up to five minutes. */
function withStartupProbe(path: Path): Change {
  return (documents) => {
    const liveness = valueAt(documents, path)
    if (!isObject(liveness)) return undefined
    const { initialDelaySeconds: _, terminationGracePeriodSeconds: __, ...probe } = copyOf(liveness)
    const startup = [...path.slice(0, -1), 'startupProbe']
    setValue(startup, { ...probe, periodSeconds: 5, failureThreshold: 60 })(documents)
    return startup
  }
}
