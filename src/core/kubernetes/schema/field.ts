import { closedValues } from './closedValues'

/** A value that is neither a mapping nor a list. */
export type ScalarType =
  'string' | 'boolean' | 'int32' | 'int64' | 'quantity' | 'int-or-string' | 'time' | 'bytes' | 'any'

/** What may stand somewhere in a manifest. */
export type FieldType =
  | { readonly is: 'scalar'; readonly scalar: ScalarType }
  /** A mapping with fields: the name of its type. */
  | { readonly is: 'object'; readonly type: string }
  /** A mapping with keys of one's own. */
  | { readonly is: 'map'; readonly of: FieldType }
  | { readonly is: 'list'; readonly of: FieldType }

/** A field of a type. */
export interface Field {
  readonly name: string
  /** The type it is a field of, e.g. `Container`. */
  readonly owner: string
  readonly type: FieldType
  readonly required: boolean
  /** The only values it, or an item of it, may have; empty where any may. */
  readonly values: readonly string[]
  /** What the server puts where it is left out, as far as Kubernetes' own definitions tell. */
  readonly preset: string | null
  /** For a list: the fields by which the server tells its items apart, or `set` where the items themselves do. */
  readonly itemKeys: readonly string[] | 'set'
  readonly deprecated: boolean
  /** Filled by the server: nobody writes it. */
  readonly byServer: boolean
  /** The feature gate it asks for. */
  readonly gate: string | null
  /** The first version that has it, where the documentation tells. */
  readonly since: string | null
}

const SCALARS: readonly ScalarType[] = [
  'string',
  'boolean',
  'int32',
  'int64',
  'quantity',
  'int-or-string',
  'time',
  'bytes',
  'any',
]

/** Takes the type's part of a field's text (`string`, `@Probe`, `[@EnvVar]`, `{quantity}`); gives the type. */
export function readType(text: string): FieldType {
  const inner = text.slice(1, -1)
  if (text.startsWith('[')) return { is: 'list', of: readType(inner) }
  if (text.startsWith('{')) return { is: 'map', of: readType(inner) }
  if (text.startsWith('@')) return { is: 'object', type: text.slice(1) }
  return { is: 'scalar', scalar: SCALARS.find((scalar) => scalar === text) ?? 'any' }
}

/** Takes the type a field is of, its name and its text in the schema (see scripts/condenseSchema.mjs); gives the field. */
export function readField(owner: string, name: string, text: string): Field {
  const [type = '', ...about] = text.split(' ')
  const told = (what: string): string | null =>
    about.find((part) => part.startsWith(`${what}=`))?.slice(what.length + 1) ?? null
  const required = type.endsWith('!')
  const [list, ...keys] = told('list')?.split(',') ?? []
  return {
    name,
    owner,
    type: readType(required ? type.slice(0, -1) : type),
    required,
    values: told('enum')?.split(',') ?? closedValues(owner, name),
    preset: told('default'),
    itemKeys: list === 'set' ? 'set' : keys,
    deprecated: about.includes('deprecated'),
    byServer: about.includes('server'),
    gate: told('gate'),
    since: told('since'),
  }
}
