import { selectorMatches } from '../../../kubernetes/selectors'
import { field, labelsOf, textOf, wordOf } from '../../../kubernetes/shape'
import { inside } from '../../printing/cells'
import type { VerbCall } from '../verb'
import { valuesAt } from './jsonPath'
import {
  isAbsent,
  qualifiedName,
  resourceNamed,
  RESOURCES,
  unknownResource,
  type Resource,
} from './resources'
import { parseSelector } from './selector'
import { servedList, servedOne, type Served } from './served'
import { readManifest } from './manifest'

/** What was named: the objects there are, and what kubectl says of those there are not. */
export interface Targets {
  readonly resources: readonly Resource[]
  readonly objects: readonly Served[]
  readonly errors: readonly string[]
  /** Whether objects were named, rather than all of a kind asked for. */
  readonly isNamed: boolean
}

export type FoundTargets = Targets | { readonly error: string }

/** Takes a resource and a name; gives the server's words that it is not there. */
export function notFound(resource: Resource, name: string): string {
  return `Error from server (NotFound): ${qualifiedName(resource)} "${name}" not found`
}

const API_RESOURCES = 'Use "kubectl api-resources" for a complete list of supported resources.'

/** What verbs say where nothing is named, those that have words of their own. */
const REQUIRED: Readonly<Record<string, string>> = {
  get: `You must specify the type of resource to get. ${API_RESOURCES}

error: Required resource not specified.
Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).
See 'kubectl get -h' for help and examples`,
  describe: `error: You must specify the type of resource to describe. ${API_RESOURCES}`,
}

/**
 * Takes a verb's call and its words; gives the objects that they name: `pods`, `pod a b`, `pod/a svc/b`, `pods,svc`,
 * `-f design.yaml`, with `-l`, `--field-selector` and `-A`.
 */
export function targetsOf(call: VerbCall, words: readonly string[] = call.asked.words): FoundTargets {
  const found = find(call, words)
  for (const { warning } of 'error' in found ? [] : found.resources)
    if (warning !== undefined) call.err(`Warning: ${warning}\n`)
  return found
}

function find(call: VerbCall, words: readonly string[]): FoundTargets {
  if (call.asked.has('filename')) return targetsOfManifest(call)
  const [first] = words
  if (first === undefined)
    return { error: REQUIRED[call.path] ?? `error: You must specify the type of resource. ${API_RESOURCES}` }
  if (words.some((word) => word.includes('/'))) return targetsByPair(call, words)
  const kinds = kindsOf(first)
  if ('error' in kinds) return kinds
  const found = targetsOfKinds(call, kinds.resources, words)
  return 'error' in found ? found : { ...found, errors: [...kinds.absent, ...found.errors] }
}

interface Kinds {
  readonly resources: readonly Resource[]
  /** What is said of those that a real cluster keeps and the simulated one does not. */
  readonly absent: readonly string[]
}

function kindsOf(word: string): Kinds | { readonly error: string } {
  if (word === 'all') return { resources: RESOURCES.filter(({ inAll }) => inAll), absent: [] }
  const kinds = word.split(',')
  const resources = kinds.map((kind) => resourceNamed(kind)).filter((kind) => kind !== undefined)
  const others = kinds.filter((kind) => resourceNamed(kind) === undefined)
  const unknown = others.find((kind) => resources.length === 0 || !isAbsent(kind))
  if (unknown !== undefined) return { error: unknownResource(unknown) }
  return { resources, absent: others.map((kind) => unknownResource(kind)) }
}

function targetsOfKinds(
  call: VerbCall,
  resources: readonly Resource[],
  words: readonly string[],
): FoundTargets {
  const names = words.slice(1)
  if (names.length > 0) {
    if (call.asked.has('selector'))
      return { error: 'error: name cannot be provided when a selector is specified' }
    if (call.asked.has('all-namespaces'))
      return { error: 'error: a resource cannot be retrieved by name across all namespaces' }
    return byName(
      call,
      resources.flatMap((resource) => names.map((name) => [resource, name] as const)),
    )
  }
  return listed(call, resources)
}

function targetsByPair(call: VerbCall, words: readonly string[]): FoundTargets {
  const pairs: (readonly [Resource, string])[] = []
  for (const word of words) {
    const [kind = '', name = '', ...more] = word.split('/')
    if (!word.includes('/'))
      return {
        error:
          "error: there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'",
      }
    if (kind === '' || name === '' || more.length > 0)
      return { error: 'error: arguments in resource/name form may not have more than one slash' }
    const resource = resourceNamed(kind)
    if (resource === undefined) return { error: unknownResource(kind) }
    pairs.push([resource, name])
  }
  return byName(call, pairs)
}

function byName(call: VerbCall, pairs: readonly (readonly [Resource, string])[]): Targets {
  const objects: Served[] = []
  const errors: string[] = []
  for (const [resource, name] of pairs) {
    const object = servedOne(call.cluster.api, resource.kind, call.namespace, name)
    if (object === undefined) errors.push(notFound(resource, name))
    else objects.push(object)
  }
  const resources = [...new Set(pairs.map(([resource]) => resource))]
  return { resources, objects, errors, isNamed: true }
}

function listed(call: VerbCall, resources: readonly Resource[]): FoundTargets {
  const chosen = chooserOf(call)
  if ('error' in chosen) return chosen
  const namespace = call.asked.has('all-namespaces') ? undefined : call.namespace
  const objects = resources.flatMap(({ kind }) => servedList(call.cluster.api, kind, namespace))
  return { resources, objects: objects.filter((each) => chosen.isChosen(each)), errors: [], isNamed: false }
}

/** Takes a call; gives which objects `-l` and `--field-selector` choose, or why they can't be read. */
export function chooserOf(
  call: VerbCall,
): { readonly isChosen: (object: Served) => boolean } | { readonly error: string } {
  const labels = call.asked.text('selector')
  const fields = call.asked.text('field-selector')
  const selector = labels === undefined ? {} : parseSelector(labels)
  if (selector === null) return { error: `error: unable to parse requirement: ${labels ?? ''}` }
  const wanted = (fields ?? '')
    .split(',')
    .filter((part) => part !== '')
    .map((part) => /^([\w.[\]-]+?)\s*(!?=)=?\s*(.*)$/.exec(part))
  if (wanted.includes(null)) return { error: `error: invalid field selector: ${fields ?? ''}` }
  return {
    isChosen: ({ object }) =>
      selectorMatches(selector, labelsOf(inside(object, 'metadata', 'labels'))) &&
      wanted.every((match) => {
        const [, path = '', operator = '=', value = ''] = match ?? []
        const [found] = valuesAt(`.${path}`, object) ?? []
        return (wordOf(found) === value) === (operator === '=')
      }),
  }
}

function targetsOfManifest(call: VerbCall): FoundTargets {
  const read = readManifest(call)
  if ('error' in read) return read
  const pairs = read.documents.flatMap((document) => {
    const resource = resourceNamed(textOf(field(document, 'kind')))
    if (resource === undefined) return []
    const namespace = textOf(inside(document, 'metadata', 'namespace')) || call.namespace
    return [{ resource, namespace, name: textOf(inside(document, 'metadata', 'name')) }]
  })
  const found = pairs.map(({ resource, namespace, name }) =>
    servedOne(call.cluster.api, resource.kind, namespace, name),
  )
  return {
    resources: [...new Set(pairs.map(({ resource }) => resource))],
    objects: found.filter((each) => each !== undefined),
    errors: pairs.flatMap(({ resource, name }, at) =>
      found[at] === undefined ? [notFound(resource, name)] : [],
    ),
    isNamed: true,
  }
}
