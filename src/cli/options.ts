import { parseArgs } from 'node:util'

/** How the outcome is told. */
export const FORMATS = ['human', 'json', 'sarif', 'github'] as const

export type Format = (typeof FORMATS)[number]

/** What makes a check fail. */
export const FAIL_ON = ['error', 'warning'] as const

/** What `podwright check` is asked. */
export interface CheckOptions {
  /** Files and folders; `-` is standard input, and so is nothing. */
  readonly inputs: readonly string[]
  readonly format: Format
  readonly failOn: (typeof FAIL_ON)[number]
  /** Whether all inputs are one design, as a folder that is applied at once; else each file is one. */
  readonly together: boolean
}

/** What the command line says: what to do, or why that can't be told. */
export type Asked =
  | { readonly command: 'check'; readonly options: CheckOptions }
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  | { readonly command: 'wrong'; readonly why: string }

/** Takes the words of the command line, without program and script; gives what is asked. */
export function asked(words: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'human' },
        'fail-on': { type: 'string', default: 'error' },
        together: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    })
    if (values.version) return { command: 'version' }
    if (values.help || words.length === 0) return { command: 'help' }
    const [command, ...inputs] = positionals
    if (command !== 'check')
      return { command: 'wrong', why: `There is no command “${command ?? ''}”. There is: check.` }
    const format = FORMATS.find((each) => each === values.format)
    if (format === undefined)
      return { command: 'wrong', why: `--format is one of ${FORMATS.join(', ')}, not “${values.format}”.` }
    const failOn = FAIL_ON.find((each) => each === values['fail-on'])
    if (failOn === undefined)
      return {
        command: 'wrong',
        why: `--fail-on is one of ${FAIL_ON.join(', ')}, not “${values['fail-on']}”.`,
      }
    return {
      command: 'check',
      options: { inputs, format, failOn, together: values.together },
    }
  } catch (failure) {
    return { command: 'wrong', why: failure instanceof Error ? failure.message : String(failure) }
  }
}
