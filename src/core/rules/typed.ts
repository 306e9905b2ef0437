import { isObject } from '../kubernetes/json'
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
      return isObject(value) && Object.entries(value).every(([key, item]) => isField(type.type, key, item))
  }
}

function isField(owner: string, name: string, value: unknown): boolean {
  const type = knownFields(owner).get(name)
  return type !== undefined && fits(value, type)
}
