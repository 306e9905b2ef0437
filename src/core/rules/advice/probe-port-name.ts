import type { Advice } from './advice'
import { podText } from './design/examples'
import { strayProbes } from './design/strayProbes'

/** A probe of a port name that no container has. */
export const probePortName: Advice = {
  id: 'probe-port-name',
  level: 'error',
  title: 'Probe of an unknown port',
  why: 'A probe looks a port name up among the ports of its own container, and there is none of that name. Every probe fails, so that the container is never ready, or is restarted again and again.',
  mend: 'Name the port in the container, or write its number into the probe.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#use-a-named-port',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  ports:
  - name: web
    containerPort: 8080
  readinessProbe:
    httpGet: { path: /ready, port: http }
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  ports:
  - name: http
    containerPort: 8080
  readinessProbe:
    httpGet: { path: /ready, port: http }
`),
  check: ({ pods }) =>
    pods.flatMap((pod) =>
      strayProbes(pod)
        .filter(({ owner }) => owner === null)
        .map(({ path, port, container }) => ({
          path,
          message: `${container.name} has no port called ${port}`,
        })),
    ),
}
