import type { Advice } from './advice'
import { podText, serviceText, together } from './design/examples'
import { declaredPorts, targetOf } from './design/ports'

const POD = podText(`
containers:
- name: dns
  image: example.com/dns:2
  ports:
  - name: dns-tcp
    containerPort: 5353
  readinessProbe:
    tcpSocket: { port: dns-tcp }
`)

/** A named targetPort of another protocol. */
export const targetPortProtocol: Advice = {
  id: 'target-port-protocol',
  level: 'error',
  title: 'Target port of another protocol',
  why: 'A named port is found only where its protocol is that of the Service, too. Here they differ, so that the endpoints are listed without a port and nothing is reached.',
  mend: 'Write the same protocol in both; for both protocols, declare two ports and give the Service two.',
  docs: 'https://kubernetes.io/docs/reference/networking/service-protocols/',
  bad: together(
    POD,
    serviceText(`
selector: { app: shop }
ports:
- port: 53
  protocol: UDP
  targetPort: dns-tcp
`),
  ),
  good: together(
    POD,
    serviceText(`
selector: { app: shop }
ports:
- port: 53
  protocol: TCP
  targetPort: dns-tcp
`),
  ),
  check: (design) =>
    design.services.flatMap((service) => {
      const declared = design.podsOf(service).flatMap((pod) => declaredPorts(pod))
      return service.ports.flatMap((port) => {
        const target = targetOf(port)
        const named = declared.filter(({ name }) => name === target)
        const [first] = named
        if (first === undefined || named.some(({ protocol }) => protocol === port.protocol)) return []
        return [
          {
            path: [...port.path, 'protocol'],
            message: `The Service speaks ${port.protocol}, and ${first.name} of ${first.container.name} is ${first.protocol}`,
          },
        ]
      })
    }),
}
