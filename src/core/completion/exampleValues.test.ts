import { describe, expect, it } from 'vitest'
import { isArray, isObject, type Json } from '../kubernetes/json'
import type { FieldType, ScalarType } from '../kubernetes/schema/field'
import { fieldOf, fieldsOf, typeNames } from '../kubernetes/schema/schema'
import { exampleValue } from './exampleValues'

const text = (value: Json): boolean => typeof value === 'string' && value !== ''
const whole = (value: Json): boolean => Number.isInteger(value)

const FITS: Readonly<Record<ScalarType, (value: Json) => boolean>> = {
  string: text,
  boolean: (value) => typeof value === 'boolean',
  int32: whole,
  int64: whole,
  quantity: (value) => typeof value === 'string' && /^\d+(\.\d+)?(m|Ki|Mi|Gi)?$/.test(value),
  'int-or-string': (value) => text(value) || whole(value),
  time: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  bytes: (value) => typeof value === 'string' && atob(value) !== '',
  any: () => true,
}

/** Says what of a value does not fit its type: paths, and what stands there. */
function misfits(value: Json, type: FieldType, at: string): string[] {
  if (type.is === 'scalar') return FITS[type.scalar](value) ? [] : [`${at}: ${JSON.stringify(value)}`]
  if (type.is === 'list') {
    return isArray(value) && value.length > 0
      ? value.flatMap((item, i) => misfits(item, type.of, `${at}[${i}]`))
      : [`${at}: no list`]
  }
  if (!isObject(value)) return [`${at}: no mapping`]
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = type.is === 'map' ? null : fieldOf(type.type, key)
    const below = type.is === 'map' ? type.of : field?.type
    if (below === undefined) return [`${at}.${key}: unknown`]
    const isClosed = field !== null && field.values.length > 0 && typeof inner === 'string'
    return isClosed && !field.values.includes(inner)
      ? [`${at}.${key}: none of its values`]
      : misfits(inner, below, `${at}.${key}`)
  })
}

describe('exampleValue', () => {
  it.each(typeNames())('of the fields of %s fit their types', (type) => {
    expect(
      fieldsOf(type).flatMap((field) =>
        misfits({ [field.name]: exampleValue(field) }, { is: 'object', type }, type),
      ),
    ).toEqual([])
  })

  it.each<[string, string, Json]>([
    ['Container', 'livenessProbe', { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 10 }],
    ['Container', 'imagePullPolicy', 'Always'],
    ['Container', 'stdin', true],
    ['PodSpec', 'enableServiceLinks', false],
    ['PodSpec', 'containers', [{ name: 'web', image: 'nginx:1.27' }]],
    ['Container', 'volumeMounts', [{ name: 'data', mountPath: '/data' }]],
    ['NFSVolumeSource', 'readOnly', true],
    ['Volume', 'emptyDir', { sizeLimit: '1Gi' }],
  ])('%s.%s', (type, name, value) => {
    const field = fieldOf(type, name)
    expect(field && exampleValue(field)).toEqual(value)
  })
})
