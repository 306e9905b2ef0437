import type { Json } from '../kubernetes/json'
import type { Path } from '../kubernetes/path'
import { apiReferenceOf } from '../kubernetes/schema/apiReference'
import { valueTexts, type Documentation, type ValueText } from '../kubernetes/schema/documentation'
import type { Field, FieldType } from '../kubernetes/schema/field'
import { innerFieldsOf } from '../kubernetes/schema/schema'
import { valueHelpOf } from '../words/valueHelp'
import { entryLines } from '../yaml/print'
import type { TextRange } from '../yaml/source'
import { PLAIN_STYLE } from '../yaml/style'
import { exampleValue } from './exampleValues'
import { outlineOf } from './outline'
import { fieldHere, typeHere } from './place'
import { typeWords } from './words'

/** The field that a place in a text is about. */
export interface Hover {
  /** The key, or the value, that stands there. */
  readonly range: TextRange
  readonly path: Path
  readonly field: Field
  /** The value as written, where the place is on one. */
  readonly value: string | null
}

/** What is known of a field, to be shown. */
export interface Card {
  readonly name: string
  /** Its type and what else is to be known at a glance: `text`, `required`, `default 30`, … */
  readonly facts: readonly string[]
  /** Kubernetes' own words, with the addresses of pages that say more. */
  readonly text: string
  /** Its values with what is said of them ('' where nothing is): the one at hand, else all. */
  readonly values: readonly ValueText[]
  /** Lines of YAML that show how it is written; '' where none would help. */
  readonly example: string
  /** The type whose place in the API reference says more, and its address. */
  readonly type: string
  readonly reference: string
}

/** Takes a text (with `\n` line ends) and an offset; gives the field there, or null where there is none that is known. */
export function hoverAt(text: string, offset: number): Hover | null {
  const { tokens, documents } = outlineOf(text)
  const token = tokens.find(({ start, end }) => start <= offset && offset <= end)
  const field = token === undefined ? null : fieldHere(documents, token.path)
  if (token === undefined || field === null) return null
  const { start, end, path, role } = token
  return { range: { start, end }, path, field, value: role === 'value' ? text.slice(start, end) : null }
}

/** Takes a field, the documentation and perhaps the value at hand; gives what to show of it. */
export function cardOf(field: Field, documentation: Documentation, value: string | null = null): Card {
  const { text, values } = valueTexts(documentation.ofField(field))
  const silent = field.values.filter((each) => !values.some((row) => row.value === each))
  const all = [
    ...values,
    ...silent.map((each) => ({ value: each, text: valueHelpOf(field.owner, field.name, each) ?? '' })),
  ]
  const own = all.filter((row) => row.value === value?.replaceAll(/^["']|["']$/g, ''))
  const type = objectTypeIn(field.type) ?? field.owner
  return {
    name: field.name,
    facts: factsOf(field),
    text,
    values: own.length > 0 ? own : all,
    example: field.byServer ? '' : entryLines(field.name, exampleValue(field), 0, PLAIN_STYLE).join('\n'),
    type,
    reference: apiReferenceOf(type),
  }
}

/**
 * Takes the documents, a path and the documentation; gives what to show of what is there: of the field, or of the
 * type of a whole object or an item. Null where nothing is known of it.
 */
export function cardAt(documents: readonly Json[], path: Path, documentation: Documentation): Card | null {
  const type = typeof path.at(-1) === 'number' ? typeHere(documents, path) : null
  if (type?.is === 'object') return typeCard(type.type, documentation)
  const field = fieldHere(documents, path)
  return field === null ? null : cardOf(field, documentation)
}

function typeCard(type: string, documentation: Documentation): Card {
  const required = innerFieldsOf(type).filter((field) => field.required && !field.byServer)
  return {
    name: type,
    facts: required.length === 0 ? [] : [`must have ${required.map(({ name }) => name).join(', ')}`],
    text: documentation.ofType(type),
    values: [],
    example: '',
    type,
    reference: apiReferenceOf(type),
  }
}

function objectTypeIn(type: FieldType): string | null {
  if (type.is === 'object') return type.type
  return type.is === 'scalar' ? null : objectTypeIn(type.of)
}

function factsOf(field: Field): string[] {
  const { type, required, values, preset, deprecated, byServer, gate, since } = field
  const facts: readonly (string | false)[] = [
    typeWords(type),
    required && 'required',
    values.length > 0 && `one of ${values.join(', ')}`,
    preset !== null && `default ${preset}`,
    deprecated && 'deprecated',
    byServer && 'filled by the server',
    gate !== null && `needs the feature gate ${gate}`,
    since !== null && `since Kubernetes ${since}`,
  ]
  return facts.filter((fact) => fact !== false)
}
