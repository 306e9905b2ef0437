import type { Advice } from './advice'
import { serviceText, together, SERVING_POD } from './design/examples'
import { declaredPorts, targetOf } from './design/ports'

/** A targetPort name that no container port of the pod has. */
export const targetPortName: Advice = {
  id: 'target-port-name',
  level: 'error',
  title: 'Target port of an unknown name',
  why: 'A name is looked up among the ports of the app containers and sidecars of each pod. None has it, so that the endpoints are listed without a port and nothing is reached.',
  mend: 'Name the port in the container, or write the name that it has.',
  docs: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  bad: together(
    SERVING_POD,
    serviceText(`
selector: { app: shop }
ports:
- port: 80
  targetPort: web
`),
  ),
  good: together(
    SERVING_POD,
    serviceText(`
selector: { app: shop }
ports:
- port: 80
  targetPort: http
`),
  ),
  check: (design) =>
    design.services.flatMap((service) => {
      const pods = design.podsOf(service)
      return service.ports.flatMap((port) => {
        const target = targetOf(port)
        if (typeof target !== 'string' || pods.length === 0) return []
        const names = pods.flatMap((pod) => declaredPorts(pod)).map(({ name }) => name)
        if (names.includes(target)) return []
        const known = [...new Set(names.filter((name) => name !== ''))]
        return [
          {
            path: [...port.path, 'targetPort'],
            message:
              known.length === 0
                ? `No container port is called ${target}: none has a name`
                : `No container port is called ${target}; there are ${known.join(', ')}`,
          },
        ]
      })
    }),
}
