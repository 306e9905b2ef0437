import type { Advice } from './advice'
import { podText } from './design/examples'
import { strayProbes } from './design/strayProbes'

/** A probe of a port name that only another container of the pod has. */
export const probePortOfAnother: Advice = {
  id: 'probe-port-of-another',
  level: 'error',
  title: 'Probe of another container’s port',
  why: 'A probe looks a port name up in its own container only. Here another one of the pod has it: every probe fails, and the container is never ready, or is restarted again and again.',
  mend: 'Move the probe to the container whose port it is, or write the number.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  readinessProbe:
    httpGet: { path: /, port: metrics }
- name: exporter
  image: example.com/exporter:2.0
  ports:
  - name: metrics
    containerPort: 9113
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
- name: exporter
  image: example.com/exporter:2.0
  ports:
  - name: metrics
    containerPort: 9113
  readinessProbe:
    httpGet: { path: /, port: metrics }
`),
  check: ({ pods }) =>
    pods.flatMap((pod) =>
      strayProbes(pod).flatMap(({ path, port, container, owner }) =>
        owner === null
          ? []
          : [{ path, message: `${port} is a port of ${owner.name}; ${container.name} does not have it` }],
      ),
    ),
}
