import type { Path } from '../kubernetes/path'
import { valueTexts, type Documentation, type ValueText } from '../kubernetes/schema/documentation'
import type { Field } from '../kubernetes/schema/field'
import type { TextRange } from '../yaml/source'
import { outlineOf } from './outline'
import { fieldHere } from './place'
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
  /** What is said of its values: of the one at hand, else of all. */
  readonly values: readonly ValueText[]
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
  const own = values.filter((row) => row.value === value?.replaceAll(/^["']|["']$/g, ''))
  return { name: field.name, facts: factsOf(field), text, values: own.length > 0 ? own : values }
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
