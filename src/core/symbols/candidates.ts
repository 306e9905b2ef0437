import { containerPathOf } from '../kubernetes/containers'
import type { Json } from '../kubernetes/json'
import { objectsMeant, type Mention } from '../kubernetes/mentions'
import type { SymbolKind } from '../kubernetes/namings'
import { objectsIn } from '../kubernetes/objects'
import { isWithin, valueAt, type Path } from '../kubernetes/path'
import { isAcrossNamespaces, isOfPods } from '../kubernetes/podSelectors'
import { scaledWorkload } from '../kubernetes/scaling'
import { selectedWorkloads, workloadsNear } from '../kubernetes/selectors'
import { servicesIn } from '../kubernetes/services'
import { field, itemsOf, labelsOf, textOf } from '../kubernetes/shape'
import { workloadAt, workloadsIn } from '../kubernetes/workloadKinds'
import type { Declaration } from './declarations'

/** Takes the documents and a mention; gives the parts of the documents in which what it names may be declared. */
type Places = (documents: readonly Json[], mention: Mention) => readonly Path[]

const ownDocument: Places = (_, { path }) => [path.slice(0, 1)]

const objectPlaces: Places = (documents, mention) =>
  objectsMeant(objectsIn(documents), mention).map(({ path }) => path)

/** The fields that say whose key it is: a secret volume says secretName, anything else name. */
const NAMES = ['secretName', 'name'] as const

/** The ConfigMap or Secret that stands beside the key, or around the item that names it; while none is named yet, all. */
const keyPlaces: Places = (documents, mention) => {
  const at = mention.path.at(-3) === 'items' ? mention.path.slice(0, -3) : mention.path.slice(0, -1)
  const source = valueAt(documents, at)
  const name = NAMES.map((each) => textOf(field(source, each))).find((text) => text !== '') ?? ''
  const kind = ['secret', 'secretKeyRef'].includes(String(at.at(-1))) ? 'Secret' : 'ConfigMap'
  return objectsMeant(objectsIn(documents), { ...mention, kind })
    .filter((object) => name === '' || object.name === name)
    .map(({ path }) => path)
}

/** The pod it is in, or the one that an autoscaler scales. */
const containerPlaces: Places = (documents, mention) => {
  if (workloadAt(documents, mention.path) !== null) return ownDocument(documents, mention)
  const scaled = scaledWorkload(documents, mention.path)
  return scaled === null ? [] : [scaled.path]
}

/** The container of a probe or hook; the pods that a Service or a network policy is about. */
const portPlaces: Places = (documents, { path }) => {
  const container = containerPathOf(path)
  if (container !== null) return [container]
  const service = servicesIn(documents).find((candidate) => candidate.path[0] === path[0])
  if (service !== undefined) {
    // While it selects none yet, any pod may be meant.
    return service.selects.length > 0
      ? service.selects
      : workloadsNear(documents, path).map((each) => each.path)
  }
  const selectors =
    path[2] === 'egress'
      ? itemsOf(valueAt(documents, [...path.slice(0, 4), 'to'])).map((peer) => field(peer, 'podSelector'))
      : [valueAt(documents, [...path.slice(0, 1), 'spec', 'podSelector'])]
  return selectors.flatMap((selector) =>
    selectedWorkloads(documents, path, selector).map((each) => each.path),
  )
}

/** The ports of the Service that the backend names; while none is named yet, of all. */
const servicePortPlaces: Places = (documents, mention) => {
  const name = textOf(valueAt(documents, [...mention.path.slice(0, -2), 'name']))
  return objectsMeant(objectsIn(documents), { ...mention, kind: 'Service' })
    .filter((object) => name === '' || object.name === name)
    .map(({ path }) => path)
}

/**
 * The pods that a selector is about: a workload's own, else those of its namespace, and of any where it says so.
 * First come those that have all that the selector's map asks for.
 */
const labelPlaces: Places = (documents, { path }) => {
  const around = path.slice(0, -1)
  if (!isOfPods(documents, path)) return []
  const workload = workloadAt(documents, path)
  if (workload !== null && !isWithin(path, workload.podSpec)) return [workload.path]
  const list = around.findLastIndex((step) => step === 'matchLabels' || step === 'matchExpressions')
  const isAnywhere = isAcrossNamespaces(documents, around.slice(0, Math.max(0, list - 1)))
  const near = isAnywhere ? workloadsIn(documents) : workloadsNear(documents, path)
  const asked = Object.entries(labelsOf(valueAt(documents, around)))
  const isMeant = ({ labels }: (typeof near)[number]): boolean =>
    asked.every(([key, word]) => labels[key] === word)
  return [...near.filter(isMeant), ...near.filter((each) => !isMeant(each))].map((each) => each.path)
}

const PLACES: Readonly<Record<SymbolKind, Places>> = {
  object: objectPlaces,
  key: keyPlaces,
  volume: ownDocument,
  container: containerPlaces,
  'container port': portPlaces,
  'Service port': servicePortPlaces,
  'resource claim': ownDocument,
  label: labelPlaces,
  'label value': labelPlaces,
}

/** Names that mean one thing, wherever they are looked for: of two objects with one name, the first. */
const MEAN_ONE: ReadonlySet<SymbolKind> = new Set(['object', 'key', 'Service port'])

/**
 * Takes the documents, a mention and what declares its kind of symbol; gives, place by place, the declarations that
 * may stand behind it, whatever their names.
 */
export function candidatesFor(
  documents: readonly Json[],
  mention: Mention,
  declared: readonly Declaration[],
): readonly (readonly Declaration[])[] {
  return PLACES[mention.symbol](documents, mention).map((place) =>
    declared.filter(({ path }) => isWithin(path, place)),
  )
}

/** Takes the documents, a mention and what declares its kind of symbol; gives the declarations that it means: several only where several pods are meant. */
export function meantBy(
  documents: readonly Json[],
  mention: Mention,
  declared: readonly Declaration[],
): readonly Declaration[] {
  const named = declared.filter((declaration) => isNamedBy(declaration, mention))
  if (named.length === 0) return []
  const found = candidatesFor(documents, mention, named).flatMap(([first]) =>
    first === undefined ? [] : [first],
  )
  return MEAN_ONE.has(mention.symbol) ? found.slice(0, 1) : found
}

function isNamedBy(declaration: Declaration, { name, label }: Mention): boolean {
  if (label === null) return declaration.name === name
  if (declaration.label === null || declaration.label.key !== label.key) return false
  return label.values === null || label.values.includes(declaration.label.value)
}
