import type { Verb, VerbGroup } from './verb'
import { get } from './verbs/get'

/** The verbs of kubectl by name. */
export const VERBS: Readonly<Record<string, Verb | VerbGroup>> = {
  get,
}

/** Takes a name; gives the verb, or undefined. */
export function verbNamed(name: string): Verb | VerbGroup | undefined {
  return Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
}

/** Takes a verb; says whether it has verbs of its own. */
export function isGroup(verb: Verb | VerbGroup): verb is VerbGroup {
  return 'verbs' in verb
}
