import { setValue } from '../../kubernetes/edits/setValue'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { securityField, userOf } from './design/security'

const SECURITY = (user: number): string => `
containers:
- name: app
  image: example.com/shop:1.4
  securityContext:
    runAsNonRoot: true
    runAsUser: ${user}
`

/** Not root, and root: both at once. */
export const nonRootAsRoot: Advice = {
  id: 'non-root-as-root',
  level: 'error',
  title: 'Root, and not root',
  why: 'The kubelet starts no container as user 0 where runAsNonRoot forbids it. The container waits with CreateContainerConfigError for ever.',
  mend: 'Give it another user, or remove runAsNonRoot.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  bad: podText(SECURITY(0)),
  good: podText(SECURITY(1000)),
  check: ({ pods }) =>
    pods.flatMap((pod) =>
      pod.containers
        .filter(
          (container) =>
            securityField(pod, container, 'runAsNonRoot').value === true && userOf(pod, container) === 0,
        )
        .map((container) => ({
          path: securityField(pod, container, 'runAsUser').path,
          message: `${container.name} is to run as user 0 and not as root`,
        })),
    ),
  fix: { label: 'Run as user 1000', change: (path) => setValue(path, 1000) },
}
