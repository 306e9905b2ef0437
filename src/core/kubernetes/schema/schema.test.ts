import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { condense } from '../../../../scripts/condenseSchema.mjs'
import { goldenManifests } from '../../../golden/texts'
import { read } from '../../yaml/read'
import { isArray, isObject, type Json } from '../json'
import { formatPath, type Path } from '../path'
import { PROJECTED_SOURCES, VOLUME_SOURCES } from '../volumeSources'
import { WORKLOAD_KINDS } from '../workloadKinds'
import { readField, readType, type Field } from './field'
import { fieldAt, fieldOf, fieldsOf, KINDS, typeAt, typeNames, typeOfDocument } from './schema'

const names = (type: string): string[] => fieldsOf(type).map((field) => field.name)
const file = (name: string, ending = 'json'): string =>
  readFileSync(new URL(`./${name}-1.36.${ending}`, import.meta.url), 'utf8')

describe('the files', () => {
  const made = condense(JSON.parse(file('openapi')), JSON.parse(file('fieldOrder')), '1.36')
  it.each(['shape', 'documentation', 'status'] as const)('%s is what the script makes', (name) => {
    expect(made[name] === file(name)).toBe(true)
  })

  it('the types are what the script makes', () => {
    expect(made.types === file('types', 'ts')).toBe(true)
  })

  it('the order of fields names fields that are, each once', () => {
    const order: Record<string, string[]> = JSON.parse(file('fieldOrder'))
    for (const [type, fields] of Object.entries(order)) {
      expect(typeNames()).toContain(type)
      expect([type, names(type)]).toEqual([type, expect.arrayContaining(fields)])
      expect(new Set(fields).size).toBe(fields.length)
    }
  })
})

describe('counts', () => {
  it.each([
    ['Container', 25],
    ['PodSpec', 42],
    ['Volume', 31],
    ['EnvVarSource', 5],
    ['EnvFromSource', 3],
    ['VolumeProjection', 6],
  ])('%s has %i fields', (type, count) => {
    expect(fieldsOf(type)).toHaveLength(count)
  })

  it('16 kinds, every workload among them', () => {
    expect(KINDS).toHaveLength(16)
    for (const { kind, apiVersion } of WORKLOAD_KINDS) expect(KINDS).toContainEqual({ kind, apiVersion })
  })

  it('every type that a field names is there', () => {
    const referred = (type: Field['type']): string[] =>
      type.is === 'object' ? [type.type] : type.is === 'scalar' ? [] : referred(type.of)
    const all = typeNames().flatMap((type) => fieldsOf(type).flatMap((field) => referred(field.type)))
    expect(typeNames()).toEqual(expect.arrayContaining(all))
  })

  it('the tables of sources name fields that are', () => {
    expect(names('Volume')).toEqual(expect.arrayContaining(VOLUME_SOURCES.map((row) => row.id)))
    expect(names('VolumeProjection')).toEqual(expect.arrayContaining(PROJECTED_SOURCES.map((row) => row.id)))
  })
})

describe('fields', () => {
  it.each<[string, string, Partial<Field>]>([
    ['Container', 'name', { required: true, type: { is: 'scalar', scalar: 'string' } }],
    ['Container', 'image', { required: false, preset: null }],
    ['Container', 'imagePullPolicy', { values: ['Always', 'IfNotPresent', 'Never'], preset: null }],
    ['Container', 'env', { itemKeys: ['name'], type: { is: 'list', of: { is: 'object', type: 'EnvVar' } } }],
    ['Container', 'ports', { itemKeys: ['containerPort', 'protocol'] }],
    ['Container', 'command', { itemKeys: [], type: readType('[string]') }],
    ['PersistentVolumeClaimSpec', 'accessModes', { values: expect.arrayContaining(['ReadWriteOnce']) }],
    ['ContainerPort', 'protocol', { values: ['SCTP', 'TCP', 'UDP'], preset: 'TCP' }],
    ['ContainerPort', 'containerPort', { required: true, type: readType('int32') }],
    ['PodSpec', 'terminationGracePeriodSeconds', { preset: '30', type: readType('int64') }],
    ['PodSpec', 'hostUsers', { preset: 'true' }],
    ['PodSpec', 'serviceAccount', { deprecated: true }],
    ['PodSpec', 'hostnameOverride', { gate: 'HostnameOverride' }],
    ['Probe', 'periodSeconds', { preset: '10' }],
    ['JobSpec', 'backoffLimit', { preset: null }],
    ['ServiceAccountTokenProjection', 'expirationSeconds', { preset: null }],
    ['HTTPGetAction', 'port', { required: true, type: readType('int-or-string') }],
    ['ResourceRequirements', 'limits', { type: readType('{quantity}') }],
    ['Secret', 'data', { type: readType('{bytes}') }],
    ['ObjectMeta', 'creationTimestamp', { type: readType('time'), byServer: true }],
    ['ObjectMeta', 'finalizers', { itemKeys: 'set', byServer: false }],
    ['Volume', 'gitRepo', { deprecated: true }],
    ['Volume', 'emptyDir', { deprecated: false }],
    ['ConfigMap', 'binaryData', { since: '1.10' }],
    ['ConfigMap', 'kind', { required: true }],
    ['PodTemplateSpec', 'metadata', { required: false }],
  ])('%s.%s', (type, name, expected) => {
    expect(fieldOf(type, name)).toMatchObject(expected)
  })

  it('stand in the order of Kubernetes', () => {
    expect(names('Container').slice(0, 4)).toEqual(['name', 'image', 'command', 'args'])
    expect(names('Deployment')).toEqual(['apiVersion', 'kind', 'metadata', 'spec'])
    expect(names('ConfigMap').slice(0, 3)).toEqual(['apiVersion', 'kind', 'metadata'])
  })

  it('what is not there is null, whatever it is called', () => {
    expect(fieldOf('Container', 'toString')).toBeNull()
    expect(fieldsOf('constructor')).toEqual([])
    expect(readField('T', 'x', 'nonsense').type).toEqual({ is: 'scalar', scalar: 'any' })
  })
})

const POD: Json = { apiVersion: 'v1', kind: 'Pod' }

describe('places', () => {
  it.each<[Path, string | null]>([
    [[0], null],
    [[0, 'spec'], 'Pod.spec'],
    [[0, 'status'], null],
    [[0, 'spec', 'containers'], 'PodSpec.containers'],
    [[0, 'spec', 'containers', 3], 'PodSpec.containers'],
    [
      [0, 'spec', 'containers', 3, 'env', 0, 'valueFrom', 'fieldRef', 'fieldPath'],
      'ObjectFieldSelector.fieldPath',
    ],
    [[0, 'spec', 'containers', 'env'], 'PodSpec.containers'],
    [[0, 'metadata', 'labels', 'app'], 'ObjectMeta.labels'],
    [[0, 'metadata', 'labels', 'app', 'x'], null],
    [[0, 'spec', 'containers', 0, 'resources', 'limits', 'cpu'], 'ResourceRequirements.limits'],
    [[1, 'spec'], null],
    [[], null],
  ])('%j is %s', (path, expected) => {
    const field = fieldAt([POD], path)
    expect(field && `${field.owner}.${field.name}`).toBe(expected)
  })

  it('another group’s kind of the same name is another kind', () => {
    expect(typeOfDocument({ apiVersion: 'serving.knative.dev/v1', kind: 'Service' })).toBeNull()
    expect(typeOfDocument(null)).toBeNull()
  })
})

/** Every path of a value's mappings that the schema has no field for. */
function unknown(documents: readonly Json[], value: Json, path: Path): string[] {
  const type = typeAt(documents, path)
  if (type === null) return [formatPath(path)]
  if (isArray(value)) return value.flatMap((item, index) => unknown(documents, item, [...path, index]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => unknown(documents, inner, [...path, key]))
}

describe('the manifests that servers took', () => {
  it.each(goldenManifests())('$file has no unknown field', ({ text }) => {
    const { documents } = read(text)
    expect(documents.length).toBeGreaterThan(0)
    expect(documents.flatMap((document, index) => unknown(documents, document, [index]))).toEqual([])
  })
})
