import type { Advice } from './advice'
import { podText } from './design/examples'
import type { PodContainer } from './design/pod'
import { probesOf } from './design/probes'
import { isOneSwapAway } from './design/similar'

const PROBE = (port: number): string => `
containers:
- name: exporter
  image: example.com/exporter:2.0
  ports:
  - name: metrics
    containerPort: 9113
  readinessProbe:
    httpGet: { path: /metrics, port: ${port} }
`

/** A probe of a port whose digits are those of a declared one, in another order. */
export const probePortSlip: Advice = {
  id: 'probe-port-slip',
  level: 'warning',
  title: 'Probe with two digits swapped',
  why: 'The probe asks a port that the container does not declare, and nearly one that it does. If nobody listens there every probe fails, and the pod is never ready.',
  mend: 'Write the port that the container opens; its name is better, as it follows.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port',
  bad: podText(PROBE(9131)),
  good: podText(PROBE(9113)),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap((container) =>
        probesOf(container).flatMap(({ portPath, port }) => {
          if (portPath === null || typeof port !== 'number') return []
          const meant = portNear(container, port)
          return meant === undefined
            ? []
            : [{ path: portPath, message: `${container.name} opens ${meant}, not ${port}` }]
        }),
      ),
    ),
}

function portNear({ ports }: PodContainer, port: number): number | undefined {
  const declared = ports.flatMap(({ containerPort }) => (containerPort === null ? [] : [containerPort]))
  return declared.includes(port)
    ? undefined
    : declared.find((each) => isOneSwapAway(String(each), String(port)))
}
