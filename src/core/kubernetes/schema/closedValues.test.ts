import { describe, expect, it } from 'vitest'
import { closedFields, closedValues } from './closedValues'
import { fieldOf } from './schema'
import shape from './shape-1.36.json'

const types: Readonly<Record<string, Readonly<Record<string, string>>>> = shape.types

describe('values that only the validation tells', () => {
  it.each(closedFields())('%s is a text of which the schema says nothing', (key) => {
    const [owner = '', name = ''] = key.split('.')
    expect(types[owner]?.[name]).toMatch(/^string/)
    expect(types[owner]?.[name]).not.toContain('enum=')
    expect(fieldOf(owner, name)?.values).toEqual(closedValues(owner, name))
  })

  it('every other field has those of the schema', () => {
    expect(closedValues('Container', 'image')).toEqual([])
    expect(fieldOf('Container', 'image')?.values).toEqual([])
    expect(fieldOf('NodeSelectorRequirement', 'operator')?.values).toContain('Gt')
  })
})
