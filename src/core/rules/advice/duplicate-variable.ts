import { removeEnv } from '../../kubernetes/edits/env'
import type { Advice } from './advice'
import { podText } from './design/examples'

/** The same variable twice in a container. */
export const duplicateVariable: Advice = {
  id: 'duplicate-variable',
  level: 'warning',
  title: 'Variable given twice',
  why: 'The last one wins, whatever the first says. kubectl apply merges the list by name and may drop either.',
  mend: 'Remove the one that is not meant.',
  docs: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: MODE
    value: fast
  - name: MODE
    value: safe
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: MODE
    value: safe
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap(({ env }) =>
        env
          .filter(
            ({ name, index }) =>
              name !== '' && env.some((other) => other.name === name && other.index > index),
          )
          .map(({ path, name }) => ({
            path,
            message: `${name} is given again further down, and that one wins`,
          })),
      ),
    ),
  fix: { label: 'Remove the one without effect', change: removeEnv },
}
