import type { Change } from '../../kubernetes/change'
import { containerAt, type Container } from '../../kubernetes/containers'
import { setArgs, setCommand } from '../../kubernetes/edits/containers'
import type { Path } from '../../kubernetes/path'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { hasShell } from './design/shell'

const SHELL_VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g

/** `$NAME` of a variable of the container, where no shell reads it. */
export const shellVariableWithoutShell: Advice = {
  id: 'shell-variable-without-shell',
  level: 'error',
  title: '$NAME without a shell',
  why: 'Only a shell puts a value in for $NAME, and none reads this command. The kubelet puts one in for $(NAME), with parentheses.',
  mend: 'Write $(NAME).',
  docs: 'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/#use-environment-variables-to-define-arguments',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  args: [--port=$PORT]
  env:
  - name: PORT
    value: "8080"
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  args: [--port=$(PORT)]
  env:
  - name: PORT
    value: "8080"
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap((container) =>
        hasShell([...container.command, ...container.args])
          ? []
          : (['command', 'args'] as const).flatMap((list) =>
              container[list].flatMap((word, index) =>
                // `$$NAME` is how $NAME is handed on.
                forKubelet(container, word) === word || word.includes('$$')
                  ? []
                  : [
                      {
                        path: [...container.path, list, index],
                        message: `The program gets ${word} as it stands`,
                      },
                    ],
              ),
            ),
      ),
    ),
  fix: { label: 'Write $(NAME)', change: withParentheses },
}

/** A word with `$(NAME)` for each `$NAME` that the container defines. */
function forKubelet({ env }: Container, word: string): string {
  return word.replaceAll(SHELL_VARIABLE, (whole, plain?: string, braced?: string) => {
    const name = plain ?? braced ?? ''
    return env.some((variable) => variable.name === name) ? `$(${name})` : whole
  })
}

function withParentheses(path: Path): Change {
  return (documents) => {
    const container = containerAt(documents, path.slice(0, -2))
    if (container === null) return undefined
    const rewritten = (words: readonly string[]) => words.map((word) => forKubelet(container, word))
    if (path.at(-2) === 'command') setCommand(container.path, rewritten(container.command))(documents)
    else setArgs(container.path, rewritten(container.args))(documents)
    return path
  }
}
