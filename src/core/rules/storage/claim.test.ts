import { expect, it } from 'vitest'
import type { JsonObject } from '../../kubernetes/json'
import { judge } from '../judge'

function claim(spec: JsonObject): JsonObject {
  const base = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } }
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: { ...base, ...spec },
  }
}

it.each<[string, JsonObject, readonly string[]]>([
  ['a plain one', {}, []],
  ['any class at all', { storageClassName: '' }, []],
  [
    'no modes, no size',
    { accessModes: [], resources: {} },
    [
      'spec.accessModes: Required value: at least 1 access mode is required',
      'spec.resources[storage]: Required value',
    ],
  ],
  [
    'modes',
    { accessModes: ['RWO', 'ReadWriteOncePod', 'ReadWriteMany'] },
    [
      'spec.accessModes: Unsupported value: "RWO": supported values: "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"',
      'spec.accessModes: Forbidden: may not use ReadWriteOncePod with other access modes',
    ],
  ],
  [
    'less than nothing',
    { resources: { requests: { storage: '-1Gi' } } },
    ['spec.resources[storage]: Invalid value: "-1Gi": must be greater than zero'],
  ],
  [
    'a mode in small letters',
    { volumeMode: 'block' },
    ['spec.volumeMode: Unsupported value: "block": supported values: "Block", "Filesystem"'],
  ],
  ['a source of an unknown kind is dropped without a word', { dataSource: { name: 'a', kind: 'Thing' } }, []],
  [
    'a source of any group, but not without a name',
    { dataSourceRef: { apiGroup: 'a.example.com', kind: 'Thing' } },
    ['spec.dataSource.name: Required value', 'spec.dataSourceRef.name: Required value'],
  ],
  [
    'two sources',
    {
      dataSource: { kind: 'PersistentVolumeClaim', name: 'a' },
      dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'b' },
    },
    ['spec: Invalid value: "dataSource": must match dataSourceRef'],
  ],
])('%s', (_, spec, said) => {
  expect(judge(claim(spec)).causes.map(({ field, message }) => `${field}: ${message}`)).toEqual(said)
})
