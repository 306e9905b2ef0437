import type { Advice } from './advice'
import { podText } from './design/examples'
import { lastingOf } from './design/pod'
import { securityField, userOf } from './design/security'

const USER = (user: number): string => `
containers:
- name: app
  image: example.com/shop:1.4
  securityContext:
    runAsUser: ${user}
`

/** A container that is told to run as root. */
export const runsAsRoot: Advice = {
  id: 'runs-as-root',
  level: 'warning',
  title: 'Told to run as root',
  why: 'Whoever breaks out of a container that runs as root is root on the node. Few programs need it for longer than their start.',
  mend: 'Run it as another user; let an init container do what needs root.',
  docs: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  bad: podText(USER(0)),
  good: podText(USER(1000)),
  check: ({ pods }) =>
    pods.flatMap((pod) =>
      lastingOf(pod)
        .filter(
          (container) =>
            userOf(pod, container) === 0 && securityField(pod, container, 'runAsNonRoot').value !== true,
        )
        .map((container) => ({
          path: securityField(pod, container, 'runAsUser').path,
          message: `${container.name} runs as root`,
        })),
    ),
}
