import { field, textOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'

/** An init container with a restartPolicy other than Always. */
export const initRetryPolicy: Advice = {
  id: 'init-retry-policy',
  level: 'info',
  title: 'Init container with a restart policy of its own',
  why: 'OnFailure and Never say what happens when this init container fails; Kubernetes takes them since 1.34. Only Always makes it a sidecar.',
  mend: 'Leave it where that is what you mean; write Always for a sidecar.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
  bad: podText(`
initContainers:
- name: migrate
  image: example.com/migrate:1.4
  restartPolicy: OnFailure
containers:
- name: app
  image: example.com/shop:1.4
`),
  good: podText(`
initContainers:
- name: migrate
  image: example.com/migrate:1.4
containers:
- name: app
  image: example.com/shop:1.4
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers
        .filter(({ role }) => role === 'init')
        .flatMap(({ value, path, name }) => {
          const policy = textOf(field(value, 'restartPolicy'))
          return policy === ''
            ? []
            : [
                {
                  path: [...path, 'restartPolicy'],
                  message: `${name} is retried ${policy}; it is no sidecar`,
                },
              ]
        }),
    ),
}
