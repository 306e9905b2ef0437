import { expect, it } from 'vitest'
import { namingFields, namingOf } from './namings'
import { fieldOf } from './schema/schema'

/** What a field that names something can hold. */
const TYPES: readonly string[] = ['string', 'int-or-string', 'list of string', 'map of string']

it.each(namingFields())('%s is a field of the schema that can hold a name', (key) => {
  const [owner = '', name = ''] = key.split('.')
  const type = fieldOf(owner, name)?.type
  const inner = type?.is === 'list' || type?.is === 'map' ? type.of : type
  const scalar = inner?.is === 'scalar' ? inner.scalar : 'none'
  expect(TYPES).toContain(type?.is === 'scalar' ? scalar : `${type?.is ?? ''} of ${scalar}`)
  expect(namingOf(owner, name)).not.toBeNull()
})
