import type { Advice } from './advice'
import { podText, serviceText, together } from './design/examples'
import { appsOf, lastingOf } from './design/pod'
import { probeOf } from './design/probes'
import { listensOn } from './design/program'

const SERVICE = serviceText(`
selector: { app: shop }
ports:
- port: 80
  targetPort: http
`)

/** A pod that serves, and never says when it is ready to. */
export const noReadinessProbe: Advice = {
  id: 'no-readiness-probe',
  level: 'warning',
  title: 'Traffic before it is ready',
  why: 'Without a readinessProbe a Service sends requests to the pod as soon as its processes run, before they can answer. A rolling update goes on to the next pod just as early.',
  mend: 'Give the container that serves a readinessProbe which asks what a client would.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes',
  bad: together(
    podText(`
containers:
- name: app
  image: example.com/shop:1.4
  ports:
  - name: http
    containerPort: 8080
`),
    SERVICE,
  ),
  good: together(
    podText(`
containers:
- name: app
  image: example.com/shop:1.4
  ports:
  - name: http
    containerPort: 8080
  readinessProbe:
    httpGet: { path: /ready, port: http }
`),
    SERVICE,
  ),
  // The pod is ready when all its containers are: one probe holds it back.
  check: (design) =>
    design.pods
      .filter(
        (pod) => !pod.isToEnd && lastingOf(pod).every((each) => probeOf(each, 'readinessProbe') === null),
      )
      .flatMap((pod) => {
        const [service] = design.servicesOf(pod)
        const apps = appsOf(pod)
        const server = apps.find((container) => listensOn(container).length > 0)
        const container = server ?? apps[0]
        // Agents of nodes are asked by nobody but those who know them.
        const isServer = server !== undefined && pod.kind !== 'DaemonSet'
        if (container === undefined || (service === undefined && !isServer)) return []
        return [
          {
            path: container.path,
            message:
              service === undefined
                ? `${container.name} opens ${listensOn(container).join(', ')}, and has no readinessProbe`
                : `Service ${service.name} sends requests here as soon as the processes run`,
          },
        ]
      }),
}
