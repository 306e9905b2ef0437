import type { Advice } from './advice'
import { podText } from './design/examples'
import { lastingOf } from './design/pod'
import { securityField, userOf } from './design/security'

/** A container about whose user nothing is said. */
export const mayRunAsRoot: Advice = {
  id: 'may-run-as-root',
  level: 'info',
  title: 'User left to the image',
  why: 'Without a word here the image decides about the user, and most images say root. With runAsNonRoot the kubelet refuses to start such an image.',
  mend: 'Set runAsNonRoot: true, with a runAsUser where the image needs it.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
`),
  good: podText(`
securityContext:
  runAsNonRoot: true
containers:
- name: app
  image: example.com/shop:1.4
`),
  check: ({ pods }) =>
    pods.flatMap((pod) =>
      lastingOf(pod)
        .filter(
          (container) =>
            userOf(pod, container) === null && securityField(pod, container, 'runAsNonRoot').value !== true,
        )
        .map(({ path, name }) => ({
          path,
          message: `${name} runs as whoever the image says, root most often`,
        })),
    ),
}
