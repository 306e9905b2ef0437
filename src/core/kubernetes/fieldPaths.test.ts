import { describe, expect, it } from 'vitest'
import golden from '../../golden/kubelet/generated_fieldpath.json'
import {
  FIELD_PATHS,
  fieldPathCheck,
  fieldPathRow,
  isFieldPathAllowed,
  splitSubscript,
  withSubscript,
} from './fieldPaths'

describe('field paths, against the real extraction', () => {
  it.each(golden.cases)('$fieldPath', ({ fieldPath, error }) => {
    expect(isFieldPathAllowed(fieldPath, 'volume')).toBe(error === undefined)
  })
})

const ENV = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]
const VOLUME = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
]

describe('FIELD_PATHS', () => {
  it.each([
    ['env', ENV],
    ['volume', VOLUME],
  ] as const)('has exactly the %s paths of Kubernetes, and labels and annotations by key', (use, paths) => {
    const rows = FIELD_PATHS.filter((row) => row.uses.includes(use))
    expect(
      rows
        .filter((row) => !row.subscript)
        .map((row) => row.path)
        .sort(),
    ).toEqual(paths)
    expect(
      rows
        .filter((row) => row.subscript)
        .map((row) => row.path)
        .sort(),
    ).toEqual(['metadata.annotations', 'metadata.labels'])
  })

  it('says what each gives, with an example', () => {
    for (const row of FIELD_PATHS) {
      expect(row.gives).not.toBe('')
      expect(row.example).not.toBe('')
    }
  })
})

describe('fieldPathCheck', () => {
  it.each([
    ["metadata.labels['app']", 'env', null],
    ["metadata.annotations['Example.com/Owner']", 'env', null],
    ['spec.host', 'env', null],
    ['metadata.annotations', 'env', 'supported values: '],
    [
      "metadata.name['x']",
      'env',
      "error converting fieldPath: field label does not support subscript: metadata.name['x']",
    ],
    ["metadata.labels['bad key']", 'env', 'name part must consist of alphanumeric characters'],
    ['status.phase', 'volume', 'supported values: '],
    ['', 'env', 'error converting fieldPath: field label not supported: '],
  ] as const)('%s as %s', (path, use, said) => {
    if (said === null) expect(fieldPathCheck(use)(path)).toBeNull()
    else expect(fieldPathCheck(use)(path)).toContain(said)
  })
})

describe('subscripts', () => {
  it.each([
    ["metadata.labels['app']", { path: 'metadata.labels', key: 'app' }],
    ["metadata.labels['a']['b']", { path: 'metadata.labels', key: "a']['b" }],
    ["metadata.labels['']", { path: 'metadata.labels', key: '' }],
    ['metadata.labels[app]', null],
    ['metadata.labels', null],
    ["['app']", null],
    ["metadata.labels[']", null],
  ])('%s', (path, split) => {
    expect(splitSubscript(path)).toEqual(split)
    if (split !== null) expect(withSubscript(split.path, split.key)).toBe(path)
  })

  it.each([
    ['metadata.name', false],
    ["metadata.labels['app']", true],
  ])('%s has its row', (path, subscript) => {
    expect(fieldPathRow(path)?.subscript).toBe(subscript)
  })
})
