import { isObject, type JsonObject } from '../kubernetes/json'
import type { FieldType, ScalarType } from '../kubernetes/schema/field'
import type { Types } from '../kubernetes/schema/types-1.36'
import { knownFields } from './decode/knownFields'

const SCALARS: Readonly<Record<ScalarType, (value: unknown) => boolean>> = {
  string: isText,
  time: isText,
  bytes: isText,
  boolean: (value) => typeof value === 'boolean',
  int32: isNumber,
  int64: isNumber,
  quantity: (value) => isText(value) || isNumber(value),
  'int-or-string': (value) => isText(value) || isNumber(value),
  any: () => true,
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number'
}

/** Takes the name of a type and a value; says whether the value is of that type: every field it has is known and has the right type. */
export function isOfType<Name extends keyof Types>(name: Name, value: unknown): value is Types[Name] {
  return fits(value, { is: 'object', type: name })
}

function fits(value: unknown, type: FieldType): boolean {
  switch (type.is) {
    case 'scalar':
      return SCALARS[type.scalar](value)
    case 'list':
      return Array.isArray(value) && value.every((item) => fits(item, type.of))
    case 'map':
      return isObject(value) && Object.values(value).every((item) => fits(item, type.of))
    case 'object':
      return isObject(value) && hasFields(value, knownFields(type.type))
  }
}

function hasFields(value: JsonObject, fields: ReadonlyMap<string, FieldType>): boolean {
  for (const name of Object.keys(value)) {
    const type = fields.get(name)
    if (type === undefined || !fits(value[name], type)) return false
  }
  return true
}
