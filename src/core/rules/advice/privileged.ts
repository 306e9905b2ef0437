import { field } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'

/** A container with the powers of its node. */
export const privileged: Advice = {
  id: 'privileged',
  level: 'warning',
  title: 'Container with all powers of the node',
  why: 'A privileged container can do what root on the node can: read every disk, load modules, see all other pods. The baseline level of pod security forbids it.',
  mend: 'Add the one capability that the program needs instead.',
  docs: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  securityContext:
    privileged: true
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  securityContext:
    capabilities: { add: [NET_BIND_SERVICE] }
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers
        .filter(({ value }) => field(field(value, 'securityContext'), 'privileged') === true)
        .map(({ path, name }) => ({
          path: [...path, 'securityContext', 'privileged'],
          message: `${name} can do what root on its node can`,
        })),
    ),
}
