import { field } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { asksFor } from './design/amounts'
import { podText } from './design/examples'
import { lastingOf } from './design/pod'

const APP = `
containers:
- name: app
  image: example.com/shop:1.4
`

/** A container that asks for no cpu or no memory. */
export const missingRequests: Advice = {
  id: 'missing-requests',
  level: 'info',
  title: 'No resources asked for',
  why: 'The scheduler places the pod as if it needed nothing, on a node that may be full already. When memory runs out there, such pods are evicted first.',
  mend: 'Ask for what the program uses on an ordinary day: cpu and memory under requests.',
  docs: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  bad: podText(APP),
  good: podText(`${APP}
  resources:
    requests: { cpu: 100m, memory: 128Mi }
`),
  check: ({ pods }) =>
    pods
      .filter((pod) => field(pod.spec, 'resources') === undefined)
      .flatMap((pod) =>
        lastingOf(pod).flatMap((container) => {
          const missing = ['cpu', 'memory'].filter((resource) => !asksFor(container, resource))
          return missing.length === 0
            ? []
            : [{ path: container.path, message: `${container.name} asks for no ${missing.join(' and no ')}` }]
        }),
      ),
}
