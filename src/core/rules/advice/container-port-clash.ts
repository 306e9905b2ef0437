import type { Advice } from './advice'
import { podText } from './design/examples'
import { declaredPorts } from './design/ports'

/** Two containers of a pod that declare the same port. */
export const containerPortClash: Advice = {
  id: 'container-port-clash',
  level: 'error',
  title: 'Two containers on one port',
  why: 'All containers of a pod share one network address. The second that opens the port fails with "address already in use" and restarts for ever.',
  mend: 'Let one of them listen on another port, and declare that.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  ports:
  - containerPort: 8080
  readinessProbe:
    tcpSocket: { port: 8080 }
- name: admin
  image: example.com/admin:2.0
  ports:
  - containerPort: 8080
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  ports:
  - containerPort: 8080
  readinessProbe:
    tcpSocket: { port: 8080 }
- name: admin
  image: example.com/admin:2.0
  ports:
  - containerPort: 8081
`),
  check: ({ pods }) =>
    pods.flatMap((pod) => {
      const ports = declaredPorts(pod).filter(({ containerPort }) => containerPort !== null)
      return ports.flatMap((port, index) => {
        const before = ports
          .slice(0, index)
          .find(
            (other) =>
              other.containerPort === port.containerPort &&
              other.protocol === port.protocol &&
              other.container !== port.container,
          )
        return before === undefined
          ? []
          : [
              {
                path: [...port.path, 'containerPort'],
                message: `${port.container.name} and ${before.container.name} both open port ${port.containerPort}`,
              },
            ]
      })
    }),
}
