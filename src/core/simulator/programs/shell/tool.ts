import type { Steps } from '../../clock'
import type { Call } from './shellState'
import { outputOf, readAll, readLines } from './streams'

/** Tools that make lines of lines: they work while more is still to come. */
const BY_LINES: ReadonlySet<string> = new Set([
  'awk',
  'cut',
  'egrep',
  'fgrep',
  'grep',
  'jq',
  'rev',
  'sed',
  'tr',
])

/** Programs that remember lines, or wait for the end: what they say needs all of the text. */
const NEEDS_ALL = /\bEND\b|\bBEGIN\b|\bNR\b|\+\+|\+=|\$!|\$p|-[a-z]*c\b|-s\b|--slurp/

/** Takes the call of a tool that just-bash has; runs it over what it reads, line by line where it can, and gives its status. */
export function* runTool(call: Call): Steps<number> {
  const { name } = call
  const args = argumentsOf(call)
  const isByLines = BY_LINES.has(name) && !args.some((arg) => NEEDS_ALL.test(arg))
  const status = isByLines ? yield* runByLines(call, args) : undefined
  const rest = yield* readAll(call.streams.input)
  if (status !== undefined && rest === '') return status
  const exitCode = yield* runOnce(call, args, rest)
  return Math.min(status ?? exitCode, exitCode)
}

/** Runs the tool over lines as they come, up to the end; undefined where none came. */
function* runByLines(call: Call, args: readonly string[]): Steps<number | undefined> {
  const { input } = call.streams
  let status: number | undefined
  while (!input.isEnded()) {
    const lines = yield* readLines(input)
    if (lines === '') break
    const exitCode = yield* runOnce(call, args, lines)
    status = Math.min(status ?? exitCode, exitCode)
    if (exitCode === 0 && call.name.endsWith('grep') && args.some((arg) => /^-\w*q/.test(arg))) break
  }
  return status
}

function* runOnce(
  { name, streams, env, cwd, machine }: Call,
  args: readonly string[],
  stdin: string,
): Steps<number> {
  const { stdout, stderr, exitCode } = yield* machine.tool({ name, args, stdin, env, cwd })
  if (stdout !== '') outputOf(streams, 1).write(stdout)
  if (stderr !== '') outputOf(streams, 2).write(stderr)
  return exitCode
}

/** just-bash's awk takes a separator of one character for a regular expression, which `|` alone is not; real ones take it literally. */
function argumentsOf({ name, args }: Call): readonly string[] {
  if (name !== 'awk') return args
  return args.map((arg, at) => {
    if (arg === '-F|') return '-F[|]'
    return arg === '|' && args[at - 1] === '-F' ? '[|]' : arg
  })
}
