import type { FieldType } from '../kubernetes/schema/field'

const SCALAR_WORDS = {
  string: 'text',
  boolean: 'true or false',
  int32: 'whole number',
  int64: 'whole number',
  quantity: 'quantity',
  'int-or-string': 'number or text',
  time: 'time',
  bytes: 'base64 text',
  any: 'anything',
} as const

/** Takes a type; gives it in a few words: `text`, `list of EnvVar`, `map of quantity`. */
export function typeWords(type: FieldType): string {
  switch (type.is) {
    case 'scalar':
      return SCALAR_WORDS[type.scalar]
    case 'object':
      return type.type
    case 'list':
      return `list of ${typeWords(type.of)}`
    case 'map':
      return `map of ${typeWords(type.of)}`
  }
}
