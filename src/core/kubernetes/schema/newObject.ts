import type { Json, JsonObject } from '../json'
import type { FieldType, ScalarType } from './field'
import { innerFieldsOf } from './schema'

const SCALARS: Readonly<Record<ScalarType, Json>> = {
  string: '',
  boolean: false,
  int32: 0,
  int64: 0,
  quantity: '',
  'int-or-string': '',
  time: '',
  bytes: '',
  any: {},
}

/**
 * Takes a type; gives the smallest value of it, to be filled in: of a mapping the fields that are required, of a
 * field with few values the first of them.
 */
export function blankOf(type: FieldType): Json {
  if (type.is === 'scalar') return SCALARS[type.scalar]
  if (type.is === 'list') return []
  if (type.is === 'map') return {}
  const blank: JsonObject = {}
  for (const { name, required, byServer, values, type: inner } of innerFieldsOf(type.type)) {
    if (!required || byServer) continue
    const [first] = values
    blank[name] = inner.is === 'scalar' && first !== undefined ? first : blankOf(inner)
  }
  return blank
}
