import { describe, expect, it } from 'vitest'
import type { Json } from '../json'
import { readType } from './field'
import { blankOf } from './newObject'
import { innerFieldsOf, typeNames } from './schema'

describe('blankOf', () => {
  it.each<[string, Json]>([
    ['string', ''],
    ['int32', 0],
    ['quantity', ''],
    ['[string]', []],
    ['{string}', {}],
    ['@EmptyDirVolumeSource', {}],
    ['@ContainerPort', { containerPort: 0 }],
    ['@SeccompProfile', { type: 'Localhost' }],
    ['@HTTPGetAction', { port: '' }],
    ['@IngressServiceBackend', { name: '' }],
    ['@IngressRuleValue', {}],
    ['@PersistentVolumeClaim', { metadata: {} }],
  ])('%s', (type, blank) => {
    expect(blankOf(readType(type))).toEqual(blank)
  })

  it('has what is required, and no more', () => {
    for (const type of typeNames()) {
      const blank = blankOf({ is: 'object', type })
      const required = innerFieldsOf(type).filter((field) => field.required && !field.byServer)
      expect([type, Object.keys(blank ?? {})]).toEqual([type, required.map(({ name }) => name)])
    }
  })
})
