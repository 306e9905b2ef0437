import type { Advice } from './advice'
import { serviceText, together, SERVING_POD } from './design/examples'
import { declaredPorts, openPorts, targetOf } from './design/ports'

/** A targetPort number that no container of the pod opens. */
export const targetPortNobodyOpens: Advice = {
  id: 'target-port-nobody-opens',
  level: 'error',
  title: 'Target port that nobody opens',
  why: 'The Service sends to this port of the pods, and no container there says that it listens on it. The endpoints look fine while every connection is refused.',
  mend: 'Write the port that the container listens on; its name is better, as it follows.',
  docs: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  bad: together(
    SERVING_POD,
    serviceText(`
selector: { app: shop }
ports:
- port: 80
  targetPort: 9000
`),
  ),
  good: together(
    SERVING_POD,
    serviceText(`
selector: { app: shop }
ports:
- port: 80
  targetPort: 8080
`),
  ),
  check: (design) =>
    design.services.flatMap((service) => {
      const pods = design.podsOf(service)
      return service.ports.flatMap((port) => {
        const target = targetOf(port)
        if (typeof target !== 'number' || port.protocol !== 'TCP') return []
        const open = pods.map((pod) => openPorts(pod))
        if (open.length === 0 || open.some((ports) => ports === null || ports.has(target))) return []
        // The other way round is a mistake of its own.
        if (pods.some((pod) => declaredPorts(pod).some(({ containerPort }) => containerPort === port.port)))
          return []
        const known = [...new Set(open.flatMap((ports) => [...(ports ?? [])]))]
        return [
          {
            path: port.targetPort === null ? port.path : [...port.path, 'targetPort'],
            message: `No container opens ${target}; they open ${known.join(', ')}`,
          },
        ]
      })
    }),
}
