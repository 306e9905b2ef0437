import { isObject, type Json } from '../kubernetes/json'
import { field, itemsOf, numberOf, stringsOf, textOf } from '../kubernetes/shape'
import { thingsInWords } from './selectorInWords'

/** What nodes with one value of a label are. */
interface Place {
  readonly noun: string
  readonly same: string
}

/** Labels of nodes that everybody knows. */
const PLACES: Readonly<Record<string, Place>> = {
  'kubernetes.io/hostname': { noun: 'node', same: 'on the same node' },
  'topology.kubernetes.io/zone': { noun: 'zone', same: 'in the same zone' },
  'topology.kubernetes.io/region': { noun: 'region', same: 'in the same region' },
}

/** Takes a topology key; gives the places that it tells apart. */
function placeOf(topologyKey: Json | undefined): Place {
  const key = textOf(topologyKey)
  const known = Object.hasOwn(PLACES, key) ? PLACES[key] : undefined
  const label = key === '' ? '(no key yet)' : key
  return known ?? { noun: `value of ${label}`, same: `where ${label} is the same` }
}

/** Takes a term of a node selector; gives the nodes that fit it. One that asks for nothing fits none (core/v1 NodeSelectorTerm). */
function nodeTermInWords(term: Json | undefined): string {
  const words = ['matchExpressions', 'matchFields']
    .map((list) => thingsInWords('', { matchExpressions: [...itemsOf(field(term, list))] }).trim())
    .filter((text) => text !== '')
  return words.length === 0 ? 'no nodes at all' : `nodes ${words.join(', ')}`
}

/** Takes a term of pod affinity; gives which pods, and what is near: `pods with app = web on the same node`. */
function podTermInWords(term: Json | undefined): string {
  const selector = field(term, 'labelSelector')
  // Left out it fits no pods (core/v1 PodAffinityTerm).
  const pods = isObject(selector) ? thingsInWords('pods', selector) || 'any pods' : 'no pods at all'
  const namespaces = stringsOf(field(term, 'namespaces'))
  const selected = field(term, 'namespaceSelector')
  const spaces = [
    ...(namespaces.length === 0 ? [] : [`namespace ${namespaces.join(' or ')}`]),
    ...(isObject(selected) ? [thingsInWords('namespaces', selected) || 'any namespace'] : []),
  ]
  const of = spaces.length === 0 ? '' : ` of ${spaces.join(' or ')}`
  return `${pods}${of} ${placeOf(field(term, 'topologyKey')).same}`
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution'
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution'

/** How the two kinds of pod affinity are told. */
const POD_KINDS = [
  { name: 'podAffinity', only: 'Only beside', rather: 'Rather beside' },
  { name: 'podAntiAffinity', only: 'Never beside', rather: 'Rather not beside' },
] as const

/** Takes an affinity; gives a sentence for each thing it asks for. Of several node selector terms any will do; all other terms must fit. */
export function affinityInWords(affinity: Json | undefined): readonly string[] {
  const nodes = field(affinity, 'nodeAffinity')
  const terms = itemsOf(field(field(nodes, REQUIRED), 'nodeSelectorTerms'))
  return [
    ...(terms.length === 0 ? [] : [`Only on ${terms.map(nodeTermInWords).join(', or ')}.`]),
    ...itemsOf(field(nodes, PREFERRED)).map(
      (term) => `Rather on ${nodeTermInWords(field(term, 'preference'))}${weightInWords(term)}.`,
    ),
    ...POD_KINDS.flatMap(({ name, only, rather }) => [
      ...itemsOf(field(field(affinity, name), REQUIRED)).map((term) => `${only} ${podTermInWords(term)}.`),
      ...itemsOf(field(field(affinity, name), PREFERRED)).map(
        (term) => `${rather} ${podTermInWords(field(term, 'podAffinityTerm'))}${weightInWords(term)}.`,
      ),
    ]),
  ]
}

function weightInWords(term: Json): string {
  const weight = numberOf(field(term, 'weight'))
  return weight === null ? '' : ` (weight ${weight})`
}

/** Takes a topology spread constraint; gives in a sentence how pods are spread. */
export function spreadInWords(constraint: Json | undefined): string {
  const selector = field(constraint, 'labelSelector')
  if (!isObject(selector)) return 'It counts no pods: nothing is spread.'
  const { noun } = placeOf(field(constraint, 'topologyKey'))
  const pods = thingsInWords('pods', selector) || 'all pods of the namespace'
  const skew = numberOf(field(constraint, 'maxSkew')) ?? 1
  const few = numberOf(field(constraint, 'minDomains'))
  const enough = few === null ? '' : `, and there must be ${few} of them before one gets more`
  const otherwise =
    textOf(field(constraint, 'whenUnsatisfiable')) === 'ScheduleAnyway'
      ? 'if that can be done'
      : 'else the pod waits'
  return `Of ${pods}, no ${noun} has over ${skew} more than another${enough}; ${otherwise}.`
}
