import { textOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { rewritten } from './design/rewritten'

const SHELL_VARIABLE = /(^|[^$])\$([A-Za-z_]\w*)/g

const VALUE = (folder: string): string => `
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: POD_NAME
    valueFrom:
      fieldRef: { fieldPath: metadata.name }
  - name: DATA_DIR
    value: /data/${folder}
`

/** `$NAME` of another variable in the value of one. */
export const variableInValue: Advice = {
  id: 'variable-in-value',
  level: 'warning',
  title: '$NAME in the value of a variable',
  why: 'The kubelet fills in $(NAME), with parentheses; what a shell would fill in stays as it is. The program gets the letters $NAME.',
  mend: 'Write $(NAME), and list that variable first.',
  docs: 'https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/',
  bad: podText(VALUE('$POD_NAME')),
  good: podText(VALUE('$(POD_NAME)')),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap(({ env }) =>
        env
          .filter(({ sourceId }) => sourceId === 'literal')
          .flatMap(({ value, valuePath, name }) => {
            const named = [...textOf(value).matchAll(SHELL_VARIABLE)].map(([, , other = '']) => other)
            const other = named.find(
              (each) => each !== name && env.some((variable) => variable.name === each),
            )
            return other === undefined
              ? []
              : [
                  {
                    path: valuePath,
                    message: `${name} has the letters $${other}, not the value of ${other}`,
                    fixable: named.every((each) => env.some((variable) => variable.name === each)),
                  },
                ]
          }),
      ),
    ),
  fix: {
    label: 'Write $(NAME)',
    change: rewritten((text) => text.replaceAll(SHELL_VARIABLE, '$1$$($2)')),
  },
}
