import type { CheckedFile } from '../checked'

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Takes what is said of a file; gives it as workflow commands of GitHub Actions, which marks those lines in a pull request. */
export function githubLines({ file, documents }: CheckedFile): string {
  return documents
    .flatMap(({ remarks }) => remarks)
    .map(
      ({ told, line, column, id, message }) =>
        `::${COMMANDS[told]} file=${property(file)},line=${line},col=${column},title=${property(id)}::${data(message)}\n`,
    )
    .join('')
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
