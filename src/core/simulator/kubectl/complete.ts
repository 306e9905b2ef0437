import type { ApiServer } from '../api/apiServer'
import type { ClusterAccess } from '../cluster/access'
import { COMMANDS } from './commands'
import type { Flag } from './flags'
import { explainedFields, fieldAt, innermost } from './explainedField'
import { FILTERS } from './line/filters'
import { DESIGN_FILE } from './objects/manifest'
import { containerNames, podNamed } from './objects/podsOf'
import { resourceNamed, RESOURCES } from './objects/resources'
import { servedList } from './objects/served'
import { GLOBAL_FLAGS, type Verb } from './verb'
import { isGroup, verbNamed, VERBS } from './verbs'

/** What may stand at the cursor: words that take the place of what is typed from `from` on. */
export interface Completions {
  readonly from: number
  readonly words: readonly string[]
}

/** Where the words are read: the words before the one at the cursor, and what of that is typed. */
interface Typed {
  readonly api: ApiServer
  readonly before: readonly string[]
  readonly word: string
}

/** Takes the cluster, a line and where the cursor is in it; gives what may stand there: commands, verbs, kinds, names, containers, flags. */
export function complete({ api }: ClusterAccess, line: string, cursor: number): Completions {
  const typed = line.slice(0, cursor)
  const begin = Math.max(
    ...[...typed.matchAll(/\||;|&|\$\(/g)].map((match) => match.index + match[0].length),
    0,
  )
  const isPiped = /(?<!\|)\|\s*$/.test(typed.slice(0, begin))
  const words = typed.slice(begin).split(/\s+/)
  const word = words.pop() ?? ''
  const before = words.filter((each) => each !== '')
  const offered = offersFor({ api, before, word }, isPiped)
  const fitting = [...new Set(offered)].filter((each) => each.startsWith(word)).toSorted()
  return { from: cursor - word.length, words: fitting }
}

function offersFor(typed: Typed, isPiped: boolean): readonly string[] {
  const [command, ...rest] = typed.before
  if (command === undefined)
    return [...(isPiped ? Object.keys(FILTERS) : []), ...Object.keys(COMMANDS), 'watch']
  if (command === 'watch')
    return offersFor({ ...typed, before: rest.filter((word) => !word.startsWith('-')) }, false)
  if (command === 'kubectl' || command === 'k') return offersOfKubectl({ ...typed, before: rest })
  if (command === 'curl') return servedList(typed.api, 'Service', undefined).map(({ name }) => name)
  return command === 'cat' ? [DESIGN_FILE] : []
}

function offersOfKubectl(typed: Typed): readonly string[] {
  const words = withoutGlobals(typed.before)
  const [name, ...rest] = words
  if (name === undefined) return typed.word.startsWith('-') ? [] : [...Object.keys(VERBS), 'help']
  if (name === 'help') return rest.length === 0 ? Object.keys(VERBS) : []
  const verb = verbNamed(name)
  if (verb === undefined) return []
  if (!isGroup(verb)) return offersOfVerb({ ...typed, before: rest }, verb)
  const [inner, ...more] = rest
  if (inner === undefined) return Object.keys(verb.verbs)
  const found = Object.hasOwn(verb.verbs, inner) ? verb.verbs[inner] : undefined
  return found === undefined ? [] : offersOfVerb({ ...typed, before: more }, found)
}

/** `-n NAMESPACE` may stand before the verb. */
function withoutGlobals(words: readonly string[]): readonly string[] {
  const at = words.findIndex(
    (word, index) => !word.startsWith('-') && !isValued(GLOBAL_FLAGS, words[index - 1]),
  )
  return at < 0 ? [] : words.slice(at)
}

function flagOf(flags: readonly Flag[], word: string | undefined): Flag | undefined {
  return flags.find(
    ({ name, short }) => word === `--${name}` || (short !== undefined && word === `-${short}`),
  )
}

function isValued(flags: readonly Flag[], word: string | undefined): boolean {
  return flagOf(flags, word)?.value === 'one'
}

function offersOfVerb(typed: Typed, verb: Verb): readonly string[] {
  const { before, word } = typed
  const flags = [...verb.flags, ...GLOBAL_FLAGS]
  if (before.includes('--')) return []
  const asked = flagOf(flags, before.at(-1))
  const words = before.filter((each, at) => !each.startsWith('-') && !isValued(flags, before[at - 1]))
  if (asked?.value === 'one') return valuesOf(asked, typed, words)
  if (word.startsWith('-'))
    return flags.flatMap(({ name, short }) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])])
  return OFFERS[verb.takes]({ ...typed, before: words })
}

/** What may stand behind a flag. */
function valuesOf({ name }: Flag, typed: Typed, words: readonly string[]): readonly string[] {
  const { api } = typed
  if (name === 'filename') return [DESIGN_FILE, '-']
  if (name === 'output') return ['wide', 'yaml', 'json', 'name', 'jsonpath=', 'custom-columns=']
  if (name === 'namespace')
    return [
      ...new Set(['default', ...api.list('Pod').map(({ metadata }) => metadata?.namespace ?? 'default')]),
    ]
  if (name === 'for')
    return ['condition=Ready', 'condition=Available', 'condition=Complete', 'delete', 'jsonpath=']
  if (name === 'container') {
    const found = podNamed(api, 'default', words[0] ?? '')
    return 'pod' in found ? containerNames(found.pod) : []
  }
  return []
}

function kinds(): readonly string[] {
  return RESOURCES.map(({ plural }) => plural)
}

/** `pod/na`: the kind and its names. */
function pairs({ api, word }: Typed): readonly string[] {
  const [kind = ''] = word.split('/')
  const resource = word.includes('/') ? resourceNamed(kind) : undefined
  return resource === undefined
    ? []
    : servedList(api, resource.kind, undefined).map(({ name }) => `${kind}/${name}`)
}

function namesOf({ api, before }: Typed): readonly string[] {
  const [kind = ''] = before
  const resource = resourceNamed(kind.split(',')[0] ?? '')
  return resource === undefined ? [] : servedList(api, resource.kind, undefined).map(({ name }) => name)
}

const WORKLOADS = ['deployment', 'statefulset', 'daemonset', 'replicaset']

/** What the words of a verb may be, by what it takes. */
const OFFERS: Readonly<Record<Verb['takes'], (typed: Typed) => readonly string[]>> = {
  nothing: () => [],
  objects: (typed) =>
    typed.before.length === 0 ? [...kinds(), 'all', ...pairs(typed)] : [...namesOf(typed), ...pairs(typed)],
  pod: (typed) =>
    typed.before.length > 0
      ? []
      : [...servedList(typed.api, 'Pod', undefined).map(({ name }) => name), ...pairs(typed)],
  workload: (typed) => {
    if (typed.before.length > 0) return namesOf(typed)
    const offered = WORKLOADS.flatMap((kind) => {
      const resource = resourceNamed(kind)
      return resource === undefined
        ? []
        : servedList(typed.api, resource.kind, undefined).map(({ name }) => `${kind}/${name}`)
    })
    return [...WORKLOADS, ...offered, ...pairs(typed)]
  },
  node: ({ api }) => servedList(api, 'Node', undefined).map(({ name }) => name),
  kind: ({ word }) => {
    const [kind = '', ...path] = word.split('.')
    const resource = resourceNamed(kind)
    if (path.length === 0 || resource === undefined) return kinds()
    const place = fieldAt(resource.kind, path.slice(0, -1))
    const inner = 'error' in place ? undefined : innermost(place.type)
    const above = [kind, ...path.slice(0, -1)].join('.')
    return inner?.is === 'object' ? explainedFields(inner.type).map(({ name }) => `${above}.${name}`) : []
  },
}
