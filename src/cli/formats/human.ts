import { styleText } from 'node:util'
import { formatPath } from '../../core/kubernetes/path'
import type { CheckedFile, Remark } from '../checked'

const LOOKS = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/** Takes what is said of a file and whether colours are wanted; gives it to read, each remark with its line of the text. */
export function humanLines({ file, text, documents }: CheckedFile, colour: boolean): string {
  const lines = text.split('\n')
  return documents
    .flatMap(({ kind, name, remarks }) =>
      remarks.map((remark) => remarkLines(file, [kind, name].join(' ').trim(), remark, lines, colour)),
    )
    .join('')
}

function remarkLines(
  file: string,
  object: string,
  { told, line, column, message, id, path, source }: Remark,
  lines: readonly string[],
  colour: boolean,
): string {
  const dye = (look: Parameters<typeof styleText>[0], words: string): string =>
    colour ? styleText(look, words) : words
  const number = String(line)
  const { shown, at } = window((lines[line - 1] ?? '').trimEnd(), column)
  const margin = ' '.repeat(number.length)
  return [
    `${dye('bold', `${file}:${line}:${column}`)} ${dye(LOOKS[told], told)} ${message} ${dye('dim', `(${source === 'advice' ? id : source})`)}`,
    dye('dim', `${margin} | ${[object, formatPath(path)].filter((words) => words !== '').join(': ')}`),
    `${dye('dim', `${number} |`)} ${shown}`,
    dye('dim', `${margin} | ${' '.repeat(at)}^`),
    '',
    '',
  ].join('\n')
}

/** So much of a line is shown. */
const WIDTH = 160

/** The part of a line around a column, and where in it the column is: JSON may be all in one line. */
function window(line: string, column: number): { readonly shown: string; readonly at: number } {
  if (line.length <= WIDTH) return { shown: line, at: column - 1 }
  const start = Math.max(0, column - 1 - WIDTH / 4)
  const shown = line.slice(start, start + WIDTH)
  return { shown: `${start > 0 ? '…' : ''}${shown}…`, at: column - 1 - start + (start > 0 ? 1 : 0) }
}

/** Takes how many files and documents were checked, how many of these a server refuses and how much is warned of; gives the last line. */
export function summary(files: number, documents: number, refused: number, warnings: number): string {
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`
  return `${count(documents, 'document')} in ${count(files, 'file')}: ${refused} refused, ${count(warnings, 'warning')}.\n`
}
