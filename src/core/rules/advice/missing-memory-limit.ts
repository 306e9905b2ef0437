import { field } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { amountIn } from './design/amounts'
import { podText } from './design/examples'
import { lastingOf } from './design/pod'

const APP = `
containers:
- name: app
  image: example.com/shop:1.4
  resources:
    requests: { cpu: 100m, memory: 128Mi }
`

/** A container that may take all memory of its node. */
export const missingMemoryLimit: Advice = {
  id: 'missing-memory-limit',
  level: 'info',
  title: 'No limit for memory',
  why: 'A leak in this container takes the memory of the whole node, and others are killed for it. With a limit only this container is restarted.',
  mend: 'Set a memory limit above what the program uses at its busiest.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/',
  bad: podText(APP),
  good: podText(`${APP}
    limits: { memory: 256Mi }
`),
  check: ({ pods }) =>
    pods
      .filter((pod) => field(pod.spec, 'resources') === undefined)
      .flatMap((pod) =>
        lastingOf(pod)
          .filter((container) => amountIn(container, 'limits', 'memory') === undefined)
          .map(({ path, name }) => ({ path, message: `${name} may take all memory of its node` })),
      ),
}
