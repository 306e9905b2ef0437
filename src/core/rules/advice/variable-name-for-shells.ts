import type { Advice } from './advice'
import { podText } from './design/examples'

const READABLE = /^[A-Za-z_]\w*$/

/** A variable that no shell can read. */
export const variableNameForShells: Advice = {
  id: 'variable-name-for-shells',
  level: 'warning',
  title: 'Variable that shells can’t read',
  why: 'Kubernetes takes nearly any name since 1.32, and the program gets it. A shell reads only letters, digits and underscores, and many drop the others without a word.',
  mend: 'Use letters, digits and underscores, and no digit first.',
  docs: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: MY VAR
    value: '1'
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: MY_VAR
    value: '1'
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap(({ env }) =>
        env
          .filter(({ name }) => name !== '' && !name.includes('=') && !READABLE.test(name))
          .map(({ path, name }) => ({ path: [...path, 'name'], message: `No shell can read ${name}` })),
      ),
    ),
}
