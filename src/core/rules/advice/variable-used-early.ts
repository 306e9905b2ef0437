import type { Change } from '../../kubernetes/change'
import { envIn, type EnvVar } from '../../kubernetes/env'
import { moveEnv } from '../../kubernetes/edits/env'
import type { Path } from '../../kubernetes/path'
import { textOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { variablesIn } from './design/expansion'

/** `$(NAME)` above the variable of that name. */
export const variableUsedEarly: Advice = {
  id: 'variable-used-early',
  level: 'error',
  title: 'Variable used before it is defined',
  why: 'The kubelet fills in $(NAME) from the variables above it only. This one is further down, so that the program gets the letters $(NAME) as they stand.',
  mend: 'List the variable first.',
  docs: 'https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: ADDRESS
    value: http://$(HOST):8080
  - name: HOST
    value: shop.example.com
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  env:
  - name: HOST
    value: shop.example.com
  - name: ADDRESS
    value: http://$(HOST):8080
`),
  // What envFrom brings comes before all of env, and is not known here.
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers
        .filter(({ envFrom }) => envFrom.length === 0)
        .flatMap(({ env }) =>
          env.flatMap((variable) => {
            const late = definedLater(env, variable)
            return late === undefined
              ? []
              : [
                  {
                    path: variable.valuePath,
                    message: `$(${late.name}) stays as it is: ${late.name} is defined further down`,
                  },
                ]
          }),
        ),
    ),
  fix: { label: 'List the variable first', change: listedFirst },
}

function definedLater(env: readonly EnvVar[], { value, index, sourceId }: EnvVar): EnvVar | undefined {
  if (sourceId !== 'literal') return undefined
  return variablesIn(textOf(value))
    .filter((name) => !env.some((other) => other.name === name && other.index < index))
    .map((name) => env.find((other) => other.name === name && other.index > index))
    .find((late) => late !== undefined)
}

function listedFirst(valuePath: Path): Change {
  return (documents) => {
    const path = valuePath.slice(0, -1)
    const env = envIn(documents, path.slice(0, -2))
    const variable = env.find(({ index }) => index === path.at(-1))
    const late = variable && definedLater(env, variable)
    return variable && late ? moveEnv(late.path, variable.index)(documents) : undefined
  }
}
