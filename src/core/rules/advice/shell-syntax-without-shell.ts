import type { Change } from '../../kubernetes/change'
import { setArgs, setCommand } from '../../kubernetes/edits/containers'
import { containerAt, type Container } from '../../kubernetes/containers'
import type { Path } from '../../kubernetes/path'
import { DEFAULT_SHELL, shellWord } from '../../kubernetes/script'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { hasShell } from './design/shell'

const OPERATORS: ReadonlySet<string> = new Set(['&&', '||', '|', '>', '>>', '<', ';', '&', '2>&1', '2>'])

/** Operators of the shell among the words of a command that no shell reads. */
export const shellSyntaxWithoutShell: Advice = {
  id: 'shell-syntax-without-shell',
  level: 'error',
  title: 'Shell operator without a shell',
  why: 'The words go to the program as they are, as nothing reads them as a script. It gets && or > as an argument, and most often complains of it.',
  mend: 'Run the line with sh -c, as one word.',
  docs: 'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/#run-a-command-in-a-shell',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  command: [migrate, "&&", serve]
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  command: [sh, -c]
  args: [migrate && serve]
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap((container) => {
        const operator = strayOperator(container)
        return operator === undefined
          ? []
          : [
              {
                path: [...container.path, container.command.includes(operator) ? 'command' : 'args'],
                message: `${operator} is handed to the program as an argument`,
                // Without a command nobody knows what the image would run.
                fixable: container.command.length > 0,
              },
            ]
      }),
    ),
  fix: { label: 'Run it with sh -c', change: withShell },
}

function strayOperator(container: Container): string | undefined {
  const words = [...container.command, ...container.args]
  if (hasShell(words)) return undefined
  // `find -exec … ;` means its own semicolon.
  return words.find((word) => OPERATORS.has(word) && !(word === ';' && words.includes('-exec')))
}

function withShell(path: Path): Change {
  return (documents) => {
    const container = containerAt(documents, path.slice(0, -1))
    if (container === null) return undefined
    const words = [...container.command, ...container.args]
    const line = words.map((word) => (OPERATORS.has(word) ? word : shellWord(word))).join(' ')
    setCommand(container.path, DEFAULT_SHELL)(documents)
    setArgs(container.path, [line])(documents)
    return [...container.path, 'args', 0]
  }
}
