import type { Json } from '../../kubernetes/json'
import { isObject } from '../../kubernetes/json'
import { equalJson } from '../../yaml/equal'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { probeOf } from './design/probes'

/** The same question for "restart it" as for "send it no requests". */
export const livenessEqualsReadiness: Advice = {
  id: 'liveness-equals-readiness',
  level: 'warning',
  title: 'Restarted when it is only busy',
  why: 'Readiness takes a pod out of the Service for a while; liveness kills the container. Asking both the same, and giving up as soon, restarts a container that is only overloaded, which makes the load on the others worse.',
  mend: 'Let liveness ask something simpler, or fail much later than readiness.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  livenessProbe:
    httpGet: { path: /health, port: 8080 }
  readinessProbe:
    httpGet: { path: /health, port: 8080 }
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  livenessProbe:
    httpGet: { path: /alive, port: 8080 }
  readinessProbe:
    httpGet: { path: /health, port: 8080 }
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap((container) => {
        const liveness = probeOf(container, 'livenessProbe')
        const readiness = probeOf(container, 'readinessProbe')
        if (liveness === null || readiness === null) return []
        const isSame = equalJson(questionOf(liveness.value), questionOf(readiness.value))
        const isAsSoon =
          liveness.periodSeconds * liveness.failureThreshold <=
          readiness.periodSeconds * readiness.failureThreshold
        return isSame && isAsSoon
          ? [
              {
                path: liveness.path,
                message: `${container.name} is restarted for the same failures that make it not ready, and as soon`,
              },
            ]
          : []
      }),
    ),
}

/** What a probe asks, without how often and how long. */
function questionOf(probe: Json): Json {
  if (!isObject(probe)) return null
  const { httpGet = null, tcpSocket = null, exec = null, grpc = null } = probe
  return [httpGet, tcpSocket, exec, grpc]
}
