import { setValue } from '../../kubernetes/edits/setValue'
import { field, numberOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'

/** A grace period below zero. */
export const negativeGrace: Advice = {
  id: 'negative-grace',
  level: 'warning',
  title: 'Grace period below zero',
  why: 'The server takes a negative number and makes it one second. The containers are killed a second after they were asked to stop.',
  mend: 'Write the seconds that the program needs to stop, or leave it out: the default is 30.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  bad: podText(`
terminationGracePeriodSeconds: -1
containers:
- name: app
  image: example.com/shop:1.4
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
`),
  check: ({ pods }) =>
    pods
      .filter(({ spec }) => (numberOf(field(spec, 'terminationGracePeriodSeconds')) ?? 0) < 0)
      .map(({ path }) => ({
        path: [...path, 'terminationGracePeriodSeconds'],
        message: 'A negative grace period is one second',
      })),
  fix: { label: 'Use the default of 30 s', change: (path) => setValue(path, undefined) },
}
