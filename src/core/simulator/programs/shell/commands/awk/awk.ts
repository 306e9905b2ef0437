import type { Steps } from '../../../../clock'
import type { Call } from '../../shellState'
import { complain, optionsOf } from '../command'
import { readOrTell } from '../lines/lineReader'
import { parseAwk } from './parse'
import { AwkRun } from './run'
import { AwkError } from './syntax'
import { unescaped } from './tokens'

/** awk(1): `-F separator`, `-v name=value`, `-f file`. */
export function* awk(call: Call): Steps<number> {
  const end = commandEnd(call.args)
  const { given } = optionsOf(call.args.slice(0, end), 'Fvf')
  const operands = call.args.slice(end)
  const variables: (readonly [string, string])[] = []
  const texts: string[] = []
  for (const [name, value] of given) {
    if (name === 'F') variables.push(['FS', value === 't' ? '\t' : unescaped(value)])
    else if (name === 'v') {
      const at = value.indexOf('=')
      variables.push([value.slice(0, at), unescaped(value.slice(at + 1))])
    } else {
      const text = readOrTell(call, value)
      if (text === undefined) return 1
      texts.push(text)
    }
  }
  const [program, files] = texts.length > 0 ? [texts.join('\n'), operands] : [operands[0], operands.slice(1)]
  if (program === undefined) return complain(call, 'no program given')
  try {
    return yield* new AwkRun(parseAwk(program), call, files, variables).run()
  } catch (error) {
    if (!(error instanceof AwkError)) throw error
    return complain(call, `cmd. line:1: ${error.message}`)
  }
}

/** Takes the arguments; gives where the options end: what comes after the program is the program's. */
function commandEnd(args: readonly string[]): number {
  let at = 0
  for (let arg = args[at]; arg !== undefined && /^-./.test(arg); arg = args[at]) {
    at += 1
    if (arg === '--') break
    if (/^-[Fvf]$/.test(arg)) at += 1
  }
  return at
}
