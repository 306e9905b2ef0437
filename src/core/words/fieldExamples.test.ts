import { describe, expect, it } from 'vitest'
import { quantity } from '../kubernetes/quantity'
import type { FieldType, ScalarType } from '../kubernetes/schema/field'
import { fieldOf, fieldsOf, typeNames } from '../kubernetes/schema/schema'
import { EXAMPLES, EXAMPLES_BY_NAME, exampleOf } from './fieldExamples'

const isNumber = (text: string): boolean => /^\d+$/.test(text)

/** Whether a text may stand for a scalar. */
const READS: Readonly<Record<ScalarType, (text: string) => boolean>> = {
  string: (text) => text.trim() === text,
  boolean: () => false,
  int32: isNumber,
  int64: isNumber,
  quantity: (text) => quantity(text) === null,
  'int-or-string': (text) => text !== '',
  time: (text) => !Number.isNaN(Date.parse(text)),
  bytes: () => false,
  any: () => false,
}

const scalarOf = (type: FieldType): ScalarType | null =>
  type.is === 'scalar' ? type.scalar : type.is === 'list' ? scalarOf(type.of) : null

const fields = typeNames().flatMap((type) => fieldsOf(type))

describe('exampleOf', () => {
  it('knows fields that are', () => {
    const keys = fields.map(({ owner, name }) => `${owner}.${name}`)
    expect(keys).toEqual(expect.arrayContaining(Object.keys(EXAMPLES)))
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(EXAMPLES_BY_NAME)))
  })

  it('is valid, or nothing', () => {
    for (const field of fields) {
      const example = exampleOf(field)
      const scalar = scalarOf(field.type)
      if (example === '' || scalar === null) continue
      expect([field.owner, field.name, example, READS[scalar](example)]).toEqual([
        field.owner,
        field.name,
        example,
        true,
      ])
      if (field.values.length > 0) expect(field.values).toContain(example)
      // The default of the server, where it is known, is the best example.
      if (field.preset !== null && scalar !== 'string') expect(example).toBe(field.preset)
    }
  })

  it.each([
    ['ServicePort', 'nodePort', '30080'],
    ['ServicePort', 'targetPort', '8080'],
    ['EmptyDirVolumeSource', 'sizeLimit', '1Gi'],
    ['PodSecurityContext', 'fsGroup', '1000'],
    ['IPBlock', 'except', '10.1.0.0/16'],
    ['Container', 'tty', ''],
  ])('%s.%s is like “%s”', (owner, name, example) => {
    const field = fieldOf(owner, name)
    expect(field && exampleOf(field)).toBe(example)
  })
})
