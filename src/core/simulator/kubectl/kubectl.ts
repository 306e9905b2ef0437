import type { Steps } from '../clock'
import { readFlags } from './flags'
import type { CommandCall } from './terminal'
import { fail, GLOBAL_FLAGS, type Verb, type VerbCall, type VerbGroup } from './verb'
import { finished } from './waiting'
import { groupHelp, kubectlHelp, verbHelp } from './help'
import { insteadOf, isGroup, verbNamed, VERBS } from './verbs'

/** `kubectl`: takes its words; finds the verb, reads its flags, and runs it. */
export function* kubectl(call: CommandCall): Steps<number> {
  const { flags, words } = leadingFlags(call.args)
  const [name, ...rest] = words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    call.out(helpOn(rest))
    return 0
  }
  const found = verbNamed(name)
  if (found === undefined) {
    const instead = insteadOf(name)
    if (instead !== undefined) return fail(call, `error: kubectl ${name} is not simulated: ${instead}`)
    return fail(call, `error: unknown command "${name}" for "kubectl"${suggestion(name)}`)
  }
  if (!isGroup(found)) return yield* runVerb(call, found, name, [...flags, ...rest])
  const [inner, ...args] = rest
  if (inner === undefined || inner === '--help' || inner === '-h') {
    call.out(groupHelp(name, found))
    return 0
  }
  const verb = Object.hasOwn(found.verbs, inner) ? found.verbs[inner] : undefined
  if (verb === undefined) return unknownInner(call, name, inner, found)
  return yield* runVerb(call, verb, `${name} ${inner}`, [...flags, ...args])
}

function unknownInner(call: CommandCall, name: string, inner: string, group: VerbGroup): number {
  if (inner.startsWith('-'))
    return fail(call, `error: unknown flag: ${inner}\nSee 'kubectl ${name} --help' for usage.`)
  call.out(groupHelp(name, group))
  return fail(call, `error: unknown command "${inner}" for "kubectl ${name}"`)
}

/** Flags may stand before the verb: `kubectl -n kube-system get pods`. */
function leadingFlags(args: readonly string[]): { flags: readonly string[]; words: readonly string[] } {
  let at = 0
  while (at < args.length) {
    const arg = args[at] ?? ''
    const flag = GLOBAL_FLAGS.find(
      ({ name, short }) => arg === `--${name}` || arg.startsWith(`--${name}=`) || arg === `-${short ?? '-'}`,
    )
    if (flag === undefined || flag.name === 'help') break
    at += flag.value === 'one' && !arg.includes('=') ? 2 : 1
  }
  return { flags: args.slice(0, at), words: args.slice(at) }
}

function* runVerb(call: CommandCall, verb: Verb, path: string, args: readonly string[]): Steps<number> {
  const read = readFlags(args, [...verb.flags, ...GLOBAL_FLAGS])
  if ('error' in read) return fail(call, `error: ${read.error}\nSee 'kubectl ${path} --help' for usage.`)
  const { asked } = read
  if (asked.has('help')) {
    call.out(verbHelp(path, verb))
    return 0
  }
  const verbCall: VerbCall = { ...call, asked, path, namespace: asked.text('namespace') ?? 'default' }
  return yield* finished(verb.run(verbCall))
}

function helpOn(words: readonly string[]): string {
  const [name = '', inner = ''] = words
  const found = verbNamed(name)
  if (found === undefined) return kubectlHelp()
  if (!isGroup(found)) return verbHelp(name, found)
  const verb = Object.hasOwn(found.verbs, inner) ? found.verbs[inner] : undefined
  return verb === undefined ? groupHelp(name, found) : verbHelp(`${name} ${inner}`, verb)
}

/** What was meant, where a verb is only mistyped: those that differ in at most two letters (cobra's SuggestionsFor). */
function suggestion(name: string): string {
  const near = Object.keys(VERBS).filter(
    (verb) => distance(verb, name) <= 2 || verb.startsWith(name.toLowerCase()),
  )
  return near.length === 0 ? '' : `\n\nDid you mean this?\n${near.map((verb) => `\t${verb}`).join('\n')}`
}

/** How many letters have to be put, taken or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_none, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
