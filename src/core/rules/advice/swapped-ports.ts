import type { Change } from '../../kubernetes/change'
import { setValue } from '../../kubernetes/edits/setValue'
import { valueAt, type Path } from '../../kubernetes/path'
import type { Advice } from './advice'
import { serviceText, together, SERVING_POD } from './design/examples'
import { declaredPorts } from './design/ports'

/** Where programs listen that may not open the ports below 1024, and what clients know instead. */
const USUAL: ReadonlyMap<number, number> = new Map([
  [8080, 80],
  [8000, 80],
  [3000, 80],
  [5000, 80],
  [8443, 443],
])

/** A Service whose port and targetPort stand the wrong way round. */
export const swappedPorts: Advice = {
  id: 'swapped-ports',
  level: 'warning',
  title: 'Port and target port swapped',
  why: 'The port is where clients come in; the targetPort is where the container listens. Swapped, clients find the Service on a port nobody told them and it sends to one that nobody opens.',
  mend: 'Swap them.',
  docs: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  bad: together(
    SERVING_POD,
    serviceText(`
selector: { app: shop }
ports:
- port: 8080
  targetPort: 80
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
      const declared = new Set(
        pods.flatMap((pod) => declaredPorts(pod)).map(({ containerPort }) => containerPort),
      )
      return service.ports.flatMap((port) => {
        const { path, targetPort } = port
        if (typeof targetPort !== 'number' || port.port === null || targetPort === port.port) return []
        const isSwapped =
          pods.length > 0
            ? declared.has(port.port) && !declared.has(targetPort)
            : USUAL.get(port.port) === targetPort
        return isSwapped
          ? [
              {
                path,
                message: `Clients come in on ${port.port} and are sent to ${targetPort}: it is likely meant the other way round`,
              },
            ]
          : []
      })
    }),
  fix: { label: 'Swap port and targetPort', change: swapped },
}

function swapped(path: Path): Change {
  return (documents) => {
    const port = valueAt(documents, [...path, 'port'])
    setValue([...path, 'port'], valueAt(documents, [...path, 'targetPort']))(documents)
    setValue([...path, 'targetPort'], port)(documents)
    return path
  }
}
