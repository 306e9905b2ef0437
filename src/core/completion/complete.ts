import { isArray, isObject, type Json } from '../kubernetes/json'
import { valueAt, type Path } from '../kubernetes/path'
import type { Field, FieldType } from '../kubernetes/schema/field'
import { canBePlain, quoted } from '../yaml/quote'
import type { TextRange } from '../yaml/source'
import { apiVersionsFor, declaredFor, kindsFor, labelsFor, type Declared } from './declared'
import { isList, withItemsApart } from './lists'
import { ANY_OBJECT, fieldHere, fieldsHere, typeHere } from './place'
import { spotAt, type Spot } from './spot'
import { typeWords } from './words'

/** Something that could stand where somebody types. */
export interface Candidate {
  readonly label: string
  /** What goes in the place of what is there. */
  readonly insert: string
  readonly is: 'key' | 'value' | 'name'
  /** Its type, or where its name comes from. */
  readonly detail: string
  /** The field whose documentation says more. */
  readonly field: Field | null
  readonly deprecated: boolean
  /** Whether there is more to choose right after it. */
  readonly goesOn: boolean
}

/** What could stand somewhere, best first, and the stretch of text it would replace. */
export interface Completion {
  readonly range: TextRange
  readonly candidates: readonly Candidate[]
}

/** Takes a text (with `\n` line ends) and an offset; gives what could stand there, or null where nothing is known. */
export function complete(text: string, offset: number): Completion | null {
  const spot = spotAt(text, offset)
  if (spot === null) return null
  const candidates = candidatesAt({ ...spot, ...withItemsApart(spot) })
  return candidates.length === 0 ? null : { range: spot.range, candidates }
}

function candidatesAt(spot: Spot): readonly Candidate[] {
  const type = typeHere(spot.documents, spot.path)
  if (type === null) return []
  switch (spot.role) {
    case 'key':
      return [...keys(spot, type, spot.column), ...itemsOfList(spot), ...startOfItem(spot)]
    case 'item':
      return type.is === 'list' ? dashed(spot, type.of) : []
    case 'first':
      if (type.is === 'list') return spot.inFlow ? [] : dashed(spot, type.of)
      return type.is === 'scalar' ? values(spot) : keys(spot, type, spot.column)
    case 'value':
      return type.is === 'scalar' ? values(spot) : []
  }
}

/** Mappings of which only one of their keys may be there, besides those named. */
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
  Volume: ['name'],
  VolumeProjection: [],
  EnvVarSource: [],
  LifecycleHandler: [],
}

/** The keys that a mapping of that type could get: the required ones first, then in the order of Kubernetes. */
function keys(spot: Spot, type: FieldType, column: number): Candidate[] {
  if (type.is === 'map') return mapKeys(spot, type)
  if (type.is !== 'object') return []
  const always = Object.hasOwn(ONE_OF, type.type) ? ONE_OF[type.type] : undefined
  const isDecided = always !== undefined && spot.taken.some((key) => !always.includes(key))
  const isFirst = ({ required, deprecated, byServer }: Field): number =>
    byServer ? 3 : deprecated ? 2 : required ? 0 : 1
  return fieldsHere(spot.documents, spot.path)
    .filter(({ name }) => !spot.taken.includes(name) && (!isDecided || always.includes(name)))
    .toSorted((a, b) => isFirst(a) - isFirst(b))
    .map((field) => ({
      label: field.name,
      insert: spot.hasColon ? field.name : field.name + behindKey(spot, field.type, column),
      is: 'key',
      detail: typeWords(field.type) + (field.required ? ', required' : ''),
      field,
      deprecated: field.deprecated,
      goesOn: !spot.hasColon && (field.type.is !== 'scalar' || hasValues(spot, field)),
    }))
}

function hasValues(spot: Spot, field: Field): boolean {
  const path = [...spot.path, field.name]
  return field.type.is === 'scalar' && valuesOf(spot.documents, path, field, field.type).length > 0
}

/** What follows a key: a space for a value on its line, or a line for what is below it. */
function behindKey(spot: Spot, type: FieldType, column: number): string {
  if (spot.inFlow || type.is === 'scalar') return ': '
  if (type.is === 'list') return `:\n${' '.repeat(column + spot.dashStep)}- `
  return `:\n${' '.repeat(column + spot.mapStep)}`
}

/** Entries of selectors and of resources are known; those of other maps are one's own. */
function mapKeys(spot: Spot, type: FieldType): Candidate[] {
  const name = spot.path.at(-1)
  const isQuantity = type.is === 'map' && type.of.is === 'scalar' && type.of.scalar === 'quantity'
  const entries: readonly Declared[] = isQuantity
    ? ['cpu', 'memory', 'ephemeral-storage'].map((key) => ({ value: `${key}: `, about: 'Resource' }))
    : name === 'selector' || name === 'matchLabels'
      ? labelsFor(spot.documents, spot.path)
      : []
  return entries.flatMap(({ value, about }) => {
    const [key = ''] = String(value).split(': ')
    if (spot.taken.includes(key)) return []
    const insert = spot.hasColon ? key : String(value)
    return [{ ...NAME, label: insert.trim().replace(/:$/, ''), insert, detail: about }]
  })
}

const NAME = { is: 'name', field: null, deprecated: false, goesOn: false } as const

/** What a List has that other objects have not. */
function itemsOfList(spot: Spot): Candidate[] {
  const isThere = spot.path.length > 1 || spot.taken.includes('items') || spot.hasColon
  if (isThere || !isList(spot.documents[Number(spot.path[0])])) return []
  const insert = `items${behindKey(spot, { is: 'list', of: ANY_OBJECT }, spot.column)}`
  return [{ ...NAME, is: 'key', label: 'items', insert, detail: 'list of objects, required', goesOn: true }]
}

/** An item with its dash. */
function dashed(spot: Spot, of: FieldType): Candidate[] {
  const at = { ...spot, path: [...spot.path, 0], taken: [], hasColon: false }
  const inner = of.is === 'object' ? keys(at, of, spot.column + 2) : of.is === 'scalar' ? values(at) : []
  return inner.length === 0
    ? [{ ...NAME, label: '- ', insert: '- ', detail: 'Item' }]
    : inner.map((candidate) => ({
        ...candidate,
        label: `- ${candidate.label}`,
        insert: `- ${candidate.insert}`,
      }))
}

/** Below a key that wants a list, in line with it, a dash may stand as well as the next key. */
function startOfItem(spot: Spot): Candidate[] {
  const mapping = valueAt(spot.documents, spot.path)
  const last = isObject(mapping) ? spot.taken.findLast((key) => mapping[key] === null) : undefined
  if (last === undefined || spot.inFlow || spot.hasColon || spot.taken.at(-1) !== last) return []
  const type = typeHere(spot.documents, [...spot.path, last])
  return type?.is === 'list' ? [{ ...NAME, label: '- ', insert: '- ', detail: `Item of ${last}` }] : []
}

/** What could be the value at a spot. */
function values(spot: Spot): Candidate[] {
  const type = typeHere(spot.documents, spot.path)
  const field = fieldHere(spot.documents, spot.path)
  if (field === null || type?.is !== 'scalar') return []
  return valuesOf(spot.documents, spot.path, field, type).map(({ value, about }) => {
    const written = printed(value, spot, type)
    return {
      ...NAME,
      is: about === null ? 'value' : 'name',
      label: String(value),
      insert: written,
      detail: about ?? '',
      field,
    }
  })
}

type Value = { readonly value: string | number; readonly about: string | null }

function valuesOf(documents: readonly Json[], path: Path, field: Field, type: FieldType): readonly Value[] {
  const document = documents[Number(path[0])]
  if (path.length === 2 && field.name === 'kind') return kindsFor(document)
  if (path.length === 2 && field.name === 'apiVersion') return apiVersionsFor(document)
  const fixed = type.is === 'scalar' && type.scalar === 'boolean' ? ['true', 'false'] : field.values
  const already = valueAt(documents, path.slice(0, -1))
  const free = isArray(already) ? fixed.filter((value) => !already.includes(value)) : fixed
  return [
    ...free.map((value) => ({ value, about: null })),
    ...declaredFor(field.owner, field.name, documents, path),
  ]
}

/** A value as it must be written: strings that YAML would misread in quotes, or in those that are there already. */
function printed(value: string | number, { quote, inFlow }: Spot, type: FieldType): string {
  const text = String(value)
  if (typeof value === 'number' || (type.is === 'scalar' && type.scalar === 'boolean')) return text
  if (quote !== '') return quoted(text, quote === '"' ? 'double' : 'single')
  return canBePlain(text, inFlow) ? text : quoted(text, 'double')
}
