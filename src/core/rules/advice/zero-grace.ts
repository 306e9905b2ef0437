import { setValue } from '../../kubernetes/edits/setValue'
import { field } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'

/** A grace period of zero. */
export const zeroGrace: Advice = {
  id: 'zero-grace',
  level: 'warning',
  title: 'Killed without a warning',
  why: 'With a grace period of 0 the pod is killed at once: preStop hooks do not run, and no request is finished. A StatefulSet may start the next pod of that name while the old one still writes.',
  mend: 'Write the seconds that the program needs to stop, or leave it out: the default is 30.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  bad: podText(`
terminationGracePeriodSeconds: 0
containers:
- name: app
  image: example.com/shop:1.4
`),
  good: podText(`
terminationGracePeriodSeconds: 10
containers:
- name: app
  image: example.com/shop:1.4
`),
  check: ({ pods }) =>
    pods
      .filter(({ spec }) => field(spec, 'terminationGracePeriodSeconds') === 0)
      .map(({ path }) => ({
        path: [...path, 'terminationGracePeriodSeconds'],
        message: 'The containers are killed at once, without preStop hooks',
      })),
  fix: { label: 'Use the default of 30 s', change: (path) => setValue(path, undefined) },
}
