import { knownImage } from '../../kubernetes/knownImages'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { securityField, userOf } from './design/security'

const SECURITY = (image: string): string => `
securityContext:
  runAsNonRoot: true
containers:
- name: web
  image: ${image}
  readinessProbe:
    httpGet: { path: /, port: 8080 }
`

/** Not root, with an image that is, or may be. */
export const nonRootImage: Advice = {
  id: 'non-root-image',
  level: 'error',
  title: 'Not root, with an image that runs as root',
  why: 'Without runAsUser the user of the image holds, and this one is root, or a name that the kubelet can’t check. It starts no such container where runAsNonRoot is set: CreateContainerConfigError.',
  mend: 'Set runAsUser to a number the image can run as, or take an image made for it.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  bad: podText(SECURITY('nginx:1.27')),
  good: podText(SECURITY('nginxinc/nginx-unprivileged:1.27')),
  check: ({ pods }) =>
    pods.flatMap((pod) =>
      pod.containers
        .filter((container) => userOf(pod, container) === null)
        .flatMap((container) => {
          const nonRoot = securityField(pod, container, 'runAsNonRoot')
          const user = knownImage(container.image)?.user
          if (nonRoot.value !== true || user === undefined || (typeof user === 'number' && user > 0))
            return []
          return [
            {
              path: nonRoot.path,
              message:
                user === 0
                  ? `${container.image} runs as root`
                  : `The user of ${container.image} is ${user}, and the kubelet can't tell that this is not root`,
            },
          ]
        }),
    ),
}
