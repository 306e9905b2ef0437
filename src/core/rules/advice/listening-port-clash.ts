import type { Advice } from './advice'
import { podText } from './design/examples'
import { lastingOf } from './design/pod'
import { listensOn } from './design/program'

/** Two programs of a pod that are known to open the same port, whether they say so or not. */
export const listeningPortClash: Advice = {
  id: 'listening-port-clash',
  level: 'error',
  title: 'Two programs that open the same port',
  why: 'Declaring a port opens nothing and leaving it out closes nothing: the program decides. These programs open the same port in one network, so that the second fails with "address already in use".',
  mend: 'Configure one of them to listen on another port, and declare that.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking',
  bad: podText(`
containers:
- name: web
  image: nginx:1.27
  readinessProbe:
    httpGet: { path: /, port: 80 }
- name: docs
  image: httpd:2.4
`),
  good: podText(`
containers:
- name: web
  image: nginx:1.27
  readinessProbe:
    httpGet: { path: /, port: 80 }
- name: docs
  image: nginxinc/nginx-unprivileged:1.27
`),
  check: ({ pods }) =>
    pods.flatMap((pod) => {
      const containers = lastingOf(pod)
      return containers.flatMap((container, index) => {
        const ports = listensOn(container)
        const before = containers
          .slice(0, index)
          // Where both say so, that they do is what is wrong.
          .filter((other) => other.ports.length === 0 || container.ports.length === 0)
          .find((other) => listensOn(other).some((port) => ports.includes(port)))
        if (before === undefined) return []
        const port = ports.find((each) => listensOn(before).includes(each))
        return [
          {
            path: container.path,
            message: `${before.name} and ${container.name} both open port ${port} when they start`,
          },
        ]
      })
    }),
}
