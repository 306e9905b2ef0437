import { parseArgs } from 'node:util'
import { parseDuration } from '../core/simulator/kubectl/duration'

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

/** How a run is told: what its terminal shows, or all that happened as one JSON object. */
export const RUN_FORMATS = ['human', 'json'] as const

/** What `podwright run` is asked. */
export interface RunOptions {
  /** The manifest; `-` is standard input. */
  readonly file: string
  /** Milliseconds of virtual time. */
  readonly duration: number
  /** A file of lines to type, each with its moment; null: pods are watched. */
  readonly script: string | null
  readonly format: (typeof RUN_FORMATS)[number]
  /** What names are made from: the same seed gives the same history. */
  readonly seed: number
}

/** What the command line says: what to do, or why that can't be told. */
export type Asked =
  | { readonly command: 'check'; readonly options: CheckOptions }
  | { readonly command: 'run'; readonly options: RunOptions }
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  | { readonly command: 'wrong'; readonly why: string }

const HELPS = {
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const

const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Asked>> = {
  check: askedToCheck,
  run: askedToRun,
}

/** Takes the words of the command line, without program and script; gives what is asked. */
export function asked(words: readonly string[]): Asked {
  try {
    const [command = '--help', ...rest] = words
    const ask = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
    if (ask !== undefined) return ask(rest)
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: HELPS,
      strict: false,
    })
    if (values['version'] === true) return { command: 'version' }
    if (values['help'] === true || positionals.length === 0) return { command: 'help' }
    const known = Object.keys(COMMANDS).join(', ')
    return wrong(`There is no command “${positionals[0] ?? ''}”. There are: ${known}.`)
  } catch (failure) {
    return wrong(failure instanceof Error ? failure.message : String(failure))
  }
}

function wrong(why: string): Asked {
  return { command: 'wrong', why }
}

function askedToCheck(words: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      ...HELPS,
      format: { type: 'string', default: 'human' },
      'fail-on': { type: 'string', default: 'error' },
      together: { type: 'boolean', default: false },
    },
  })
  if (values.version) return { command: 'version' }
  if (values.help) return { command: 'help' }
  const format = FORMATS.find((each) => each === values.format)
  if (format === undefined) return wrong(`--format is one of ${FORMATS.join(', ')}, not “${values.format}”.`)
  const failOn = FAIL_ON.find((each) => each === values['fail-on'])
  if (failOn === undefined)
    return wrong(`--fail-on is one of ${FAIL_ON.join(', ')}, not “${values['fail-on']}”.`)
  return { command: 'check', options: { inputs: positionals, format, failOn, together: values.together } }
}

function askedToRun(words: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      ...HELPS,
      for: { type: 'string', default: '60s' },
      script: { type: 'string' },
      format: { type: 'string', default: 'human' },
      seed: { type: 'string', default: '1' },
    },
  })
  if (values.version) return { command: 'version' }
  if (values.help) return { command: 'help' }
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0)
    return wrong('run takes one manifest: podwright run FILE --for 60s')
  const format = RUN_FORMATS.find((each) => each === values.format)
  if (format === undefined)
    return wrong(`--format is one of ${RUN_FORMATS.join(', ')}, not “${values.format}”.`)
  const duration = parseDuration(values.for)
  if (duration === null || duration === 0)
    return wrong(`--for takes a duration such as 60s, 5m or 1h30m, not “${values.for}”.`)
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed)) return wrong(`--seed takes a whole number, not “${values.seed}”.`)
  return { command: 'run', options: { file, duration, script: values.script ?? null, format, seed } }
}
