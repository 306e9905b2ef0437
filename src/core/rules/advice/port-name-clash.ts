import type { Advice } from './advice'
import { podText } from './design/examples'
import { declaredPorts } from './design/ports'

/** The same port name in two containers of a pod. */
export const portNameClash: Advice = {
  id: 'port-name-clash',
  level: 'warning',
  title: 'Port name used twice in a pod',
  why: 'A Service that names the port gets the first container that has it. The other one is never reached by that name.',
  mend: 'Give one of the ports another name.',
  docs: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  ports:
  - name: http
    containerPort: 8080
  readinessProbe:
    tcpSocket: { port: http }
- name: admin
  image: example.com/admin:2.0
  ports:
  - name: http
    containerPort: 8081
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  ports:
  - name: http
    containerPort: 8080
  readinessProbe:
    tcpSocket: { port: http }
- name: admin
  image: example.com/admin:2.0
  ports:
  - name: admin
    containerPort: 8081
`),
  check: ({ pods }) =>
    pods.flatMap((pod) => {
      const ports = declaredPorts(pod).filter(({ name }) => name !== '')
      return ports.flatMap((port, index) => {
        const before = ports
          .slice(0, index)
          .find(
            (other) =>
              other.name === port.name &&
              other.protocol === port.protocol &&
              other.container !== port.container,
          )
        return before === undefined
          ? []
          : [
              {
                path: [...port.path, 'name'],
                message: `${before.container.name} has a port ${port.name} too, and a Service finds that one`,
              },
            ]
      })
    }),
}
