import { setValue } from '../../kubernetes/edits/setValue'
import { valueAt, type Path } from '../../kubernetes/path'
import type { Change } from '../../kubernetes/change'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { probesOf } from './design/probes'

/** A probe that may take longer than its period. */
export const probeTimeoutAbovePeriod: Advice = {
  id: 'probe-timeout-above-period',
  level: 'warning',
  title: 'Probe that outlasts its period',
  why: 'Probes of a container never run side by side: the next one waits until the last has timed out. A container that hangs is noticed later than the period says.',
  mend: 'Make timeoutSeconds less than periodSeconds.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  readinessProbe:
    tcpSocket: { port: 8080 }
    periodSeconds: 5
    timeoutSeconds: 30
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  readinessProbe:
    tcpSocket: { port: 8080 }
    periodSeconds: 30
    timeoutSeconds: 30
`),
  // At start only the time until the first success counts.
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap((container) =>
        probesOf(container)
          .filter(
            ({ name, timeoutSeconds, periodSeconds }) =>
              name !== 'startupProbe' && timeoutSeconds > periodSeconds,
          )
          .map(({ path, timeoutSeconds, periodSeconds }) => ({
            path: [...path, 'timeoutSeconds'],
            message: `It may take ${timeoutSeconds} s and is to run every ${periodSeconds} s`,
          })),
      ),
    ),
  fix: { label: 'Make the period as long', change: asLong },
}

function asLong(path: Path): Change {
  return (documents) => setValue([...path.slice(0, -1), 'periodSeconds'], valueAt(documents, path))(documents)
}
