import { setValue } from '../../kubernetes/edits/setValue'
import type { Advice } from './advice'
import { deploymentText } from './design/examples'
import { replicasOf } from './design/pod'

const SPEC = (port: string): string => `
containers:
- name: app
  image: example.com/shop:1.4
  ports:
  - containerPort: 8080
${port}
  readinessProbe:
    tcpSocket: { port: 8080 }
`

/** A port of the node for several pods. */
export const hostPortWithReplicas: Advice = {
  id: 'host-port-with-replicas',
  level: 'warning',
  title: 'Port of the node with several replicas',
  why: 'A port of a node goes to one pod only. More replicas than nodes stay Pending, and a rolling update waits for a free node.',
  mend: 'Reach the pods through a Service, or use a DaemonSet for one pod a node.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/',
  bad: deploymentText(SPEC('    hostPort: 8080'), 'replicas: 3'),
  good: deploymentText(SPEC(''), 'replicas: 3'),
  check: ({ pods }) =>
    pods
      .filter((pod) => (replicasOf(pod) ?? 1) > 1)
      .flatMap((pod) =>
        pod.containers
          .flatMap(({ ports }) => ports)
          .filter(({ hostPort }) => hostPort !== null && hostPort !== 0)
          .map(({ path, hostPort }) => ({
            path: [...path, 'hostPort'],
            message: `${replicasOf(pod)} replicas need as many nodes with port ${hostPort} free`,
          })),
      ),
  fix: { label: 'Remove hostPort', change: (path) => setValue(path, undefined) },
}
