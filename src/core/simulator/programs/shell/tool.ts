import type { Steps } from '../../clock'
import type { Call } from './shellState'
import { outputOf, readAll, readLines } from './streams'

/** jq works on what comes while more is still to come, unless it is asked for all of it. */
const SLURPS = /^-\w*[sn]|^--(?:slurp|null-input)$/

/** Takes the call of a tool that just-bash has; runs it over what it reads, line by line where it can, and gives its status. */
export function* runTool(call: Call): Steps<number> {
  const isByLines = call.name === 'jq' && !call.args.some((arg) => SLURPS.test(arg))
  const status = isByLines ? yield* runByLines(call) : undefined
  const rest = yield* readAll(call.streams.input)
  if (status !== undefined && rest === '') return status
  const exitCode = yield* runOnce(call, rest)
  return Math.min(status ?? exitCode, exitCode)
}

/** Runs the tool over lines as they come, up to the end; undefined where none came. */
function* runByLines(call: Call): Steps<number | undefined> {
  const { input } = call.streams
  let status: number | undefined
  while (!input.isEnded()) {
    const lines = yield* readLines(input)
    if (lines === '') break
    const exitCode = yield* runOnce(call, lines)
    status = Math.min(status ?? exitCode, exitCode)
  }
  return status
}

function* runOnce({ name, args, streams, env, cwd, machine }: Call, stdin: string): Steps<number> {
  const { stdout, stderr, exitCode } = yield* machine.tool({ name, args, stdin, env, cwd })
  if (stdout !== '') outputOf(streams, 1).write(stdout)
  if (stderr !== '') outputOf(streams, 2).write(stderr)
  return exitCode
}
