import type { Json, JsonObject } from '../src/core/kubernetes/json'
import type { Field, FieldType, ScalarType } from '../src/core/kubernetes/schema/field'
import { innerFieldsOf } from '../src/core/kubernetes/schema/schema'
import { unionOf } from '../src/core/kubernetes/unions'

const SCALARS: Readonly<Record<ScalarType, Json>> = {
  string: 'one',
  boolean: true,
  int32: 7,
  int64: 7,
  quantity: '2Gi',
  'int-or-string': 8080,
  time: '2026-01-01T00:00:00Z',
  bytes: 'b25l',
  any: {},
}

/** Where something else is wanted than the type tells. */
const BY_FIELD: Readonly<Record<string, Json>> = {
  'ObjectFieldSelector.fieldPath': 'metadata.name',
  'PodSpec.containers': [{ name: 'one', image: 'busybox' }],
  'PodSpec.initContainers': [{ name: 'one', image: 'busybox' }],
  'PodSpec.volumes': [{ name: 'one', emptyDir: {} }],
  'ResourceFieldSelector.resource': 'limits.cpu',
  'Container.env': [{ name: 'ONE', value: 'one' }],
  'EmptyDirVolumeSource.medium': 'Memory',
  'EnvVarSource.fieldRef': { apiVersion: 'v1', fieldPath: 'metadata.name' },
  'EnvVarSource.configMapKeyRef': { name: 'one', key: 'one' },
  'EnvVarSource.secretKeyRef': { name: 'one', key: 'one' },
  'HostPathVolumeSource.type': 'Directory',
  'ServiceSpec.type': 'NodePort',
  'StatefulSetSpec.volumeClaimTemplates': [
    {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } } },
    },
  ],
  'VolumeMount.name': 'files',
  'VolumeDevice.name': 'files',
}

const POD_TEMPLATE: Json = { metadata: { labels: { app: 'two' } }, spec: { containers: [] } }

/** What has a form for itself, of which this one shows the labels. */
const BY_TYPE: Readonly<Record<string, Json>> = {
  PodTemplateSpec: POD_TEMPLATE,
  JobTemplateSpec: { spec: { template: POD_TEMPLATE } },
}

/** Takes a field; gives a value for it: of a mapping what it must have, else the first things it may have. */
export function validValue(field: Field): Json {
  return BY_FIELD[`${field.owner}.${field.name}`] ?? valueOfType(field.type, field)
}

/** Takes a type; gives a mapping with every field of it but one of those that exclude each other. */
export function fullMapping(typeName: string): JsonObject {
  const union = unionOf(typeName)
  return mapping(typeName, ({ name }) => union?.members.includes(name) !== true || union.members[0] === name)
}

function valueOfType(type: FieldType, field: Field): Json {
  switch (type.is) {
    case 'scalar':
      return field.values[0] ?? SCALARS[type.scalar]
    case 'list':
      return [valueOfType(type.of, field)]
    case 'map':
      return { key: valueOfType(type.of, { ...field, values: [] }) }
    case 'object':
      return BY_TYPE[type.type] ?? smallMapping(type.type)
  }
}

/** How many of its fields a mapping has of which none must be there. */
const FEW = 2

function smallMapping(typeName: string): JsonObject {
  const union = unionOf(typeName)
  const fields = innerFieldsOf(typeName)
  const wanted = fields.filter(
    ({ name, required }) => required || (union?.required === true && union.members[0] === name),
  )
  const named =
    wanted.length > 0
      ? wanted
      : fields.filter(({ name }) => union?.members.includes(name) !== true).slice(0, FEW)
  return mapping(typeName, (field) => named.includes(field))
}

function mapping(typeName: string, isWanted: (field: Field) => boolean): JsonObject {
  const fields = innerFieldsOf(typeName).filter((field) => !field.byServer && isWanted(field))
  const union = unionOf(typeName)
  const value: JsonObject = Object.fromEntries(fields.map((field) => [field.name, validValue(field)]))
  const member = union?.members.find((name) => Object.hasOwn(value, name))
  const discriminator = union?.discriminator ?? null
  if (discriminator !== null && member !== undefined)
    value[discriminator.field] = discriminator.values[member] ?? ''
  return value
}
