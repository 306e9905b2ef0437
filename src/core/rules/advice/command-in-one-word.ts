import type { Change } from '../../kubernetes/change'
import { setCommand } from '../../kubernetes/edits/containers'
import { valueAt, type Path } from '../../kubernetes/path'
import { asWords } from '../../kubernetes/script'
import { stringsOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'

/** A whole command line as the name of the program. */
export const commandInOneWord: Advice = {
  id: 'command-in-one-word',
  level: 'error',
  title: 'Command line in one word',
  why: 'The first entry of command is the program itself, blanks and all, and no shell takes it apart. There is no program of that name: the container fails with "no such file or directory".',
  mend: 'Write each word as an entry of its own.',
  docs: 'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  command: ["serve --port 8080"]
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  command: [serve, --port, "8080"]
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap(({ command, path }) => {
        const [program = ''] = command
        return /\S\s+\S/.test(program)
          ? [
              {
                path: [...path, 'command'],
                message: `There is no program called ${JSON.stringify(program)}`,
                fixable: asWords(program) !== null,
              },
            ]
          : []
      }),
    ),
  fix: { label: 'Write each word by itself', change: inWords },
}

function inWords(path: Path): Change {
  return (documents) => {
    const [program = '', ...rest] = stringsOf(valueAt(documents, path))
    const words = asWords(program)
    return words === null ? undefined : setCommand(path.slice(0, -1), [...words, ...rest])(documents)
  }
}
