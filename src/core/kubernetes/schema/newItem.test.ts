import { describe, expect, it } from 'vitest'
import { isObject, type Json } from '../json'
import type { FieldType } from './field'
import { newItemOf, startedTypes } from './newItem'
import { blankOf } from './newObject'
import { typeBelow } from './schema'

function leaves(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]))
  return isObject(value)
    ? Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
    : [path]
}

describe('a new item', () => {
  it.each(startedTypes())('%s has only fields that are, and what is required', (name) => {
    const type: FieldType = { is: 'object', type: name }
    const item = newItemOf(type)
    for (const path of leaves(item)) expect([path, typeBelow(type, path)]).not.toEqual([path, null])
    const blank = blankOf(type)
    for (const key of Object.keys(isObject(blank) ? blank : {})) expect(item).toHaveProperty(key)
  })

  it('is blank else', () => {
    expect(newItemOf({ is: 'object', type: 'EnvVar' })).toEqual({ name: '' })
    expect(newItemOf({ is: 'scalar', scalar: 'string' })).toBe('')
  })
})
