import { describe, expect, it } from 'vitest'
import { ENV_SOURCES, type EnvSourceId } from '../envSources'
import type { Json } from '../json'
import { valueAt, type Path } from '../path'
import {
  addEnv,
  addEnvFrom,
  moveEnv,
  moveEnvFrom,
  removeEnv,
  removeEnvFrom,
  renameEnv,
  setEnvFromSource,
  setEnvSource,
} from './env'

const CONTAINER: Path = [0, 'spec', 'containers', 0]
const FIRST: Path = [...CONTAINER, 'env', 0]
const FROM: Path = [...CONTAINER, 'envFrom', 0]

function pod(container: Json): Json[] {
  return [{ kind: 'Pod', spec: { containers: [container] } }]
}

describe('addEnv', () => {
  it.each(ENV_SOURCES)('adds a $id', ({ id, blank }) => {
    const documents = pod({ name: 'a' })
    expect(addEnv(CONTAINER, 'E', id)(documents)).toEqual(FIRST)
    const variable: Json =
      id === 'literal' ? { name: 'E', value: '' } : { name: 'E', valueFrom: { [id]: blank() } }
    expect(documents).toEqual(pod({ name: 'a', env: [variable] }))
  })

  it('takes a value, and proposes names', () => {
    const documents = pod({})
    addEnv(CONTAINER, '', 'literal', 'v')(documents)
    addEnv(CONTAINER)(documents)
    expect(documents).toEqual(
      pod({
        env: [
          { name: 'NAME', value: 'v' },
          { name: 'NAME_2', value: '' },
        ],
      }),
    )
  })
})

describe('setEnvSource', () => {
  it.each<[Json, EnvSourceId, Json | undefined, Json]>([
    [
      { name: 'E', value: 'v' },
      'fieldRef',
      undefined,
      { name: 'E', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    ],
    [
      { name: 'E', valueFrom: { configMapKeyRef: { name: 'c', key: 'k', optional: true } } },
      'secretKeyRef',
      undefined,
      { name: 'E', valueFrom: { secretKeyRef: { name: 'c', key: 'k', optional: true } } },
    ],
    [
      { name: 'E', valueFrom: { secretKeyRef: { name: 'c', key: 'k' } } },
      'fileKeyRef',
      undefined,
      { name: 'E', valueFrom: { fileKeyRef: { volumeName: '', path: '', key: 'k' } } },
    ],
    [{ name: 'E', valueFrom: { fieldRef: {} } }, 'literal', 'x', { name: 'E', value: 'x' }],
    [{ name: 'E', valueFrom: { fieldRef: {} } }, 'literal', undefined, { name: 'E', value: '' }],
    [{ name: 'E', value: 'v', valueFrom: {} }, 'literal', 'w', { name: 'E', value: 'w' }],
    [
      { name: 'E', valueFrom: 7 },
      'secretKeyRef',
      undefined,
      { name: 'E', valueFrom: { secretKeyRef: { name: '', key: '' } } },
    ],
    [
      { name: 'E', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
      'fieldRef',
      undefined,
      { name: 'E', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    ],
    [{ value: 'v' }, 'literal', 'w', { value: 'w' }],
  ])('%j as %s', (before, source, value, after) => {
    const documents = pod({ env: [structuredClone(before)] })
    setEnvSource(FIRST, source, value)(documents)
    expect(documents).toEqual(pod({ env: [after] }))
  })

  it('stays in its place', () => {
    const documents = pod({ env: [{ value: 'v', name: 'E' }] })
    setEnvSource(FIRST, 'fieldRef')(documents)
    expect(Object.keys(Object(valueAt(documents, FIRST)))).toEqual(['valueFrom', 'name'])
  })
})

describe('rename, move, remove', () => {
  it('renameEnv', () => {
    const documents = pod({ env: [{ value: 'v' }] })
    renameEnv(FIRST, 'E')(documents)
    expect(Object.entries(Object(valueAt(documents, FIRST)))).toEqual([
      ['name', 'E'],
      ['value', 'v'],
    ])
  })

  it('moveEnv and removeEnv', () => {
    const documents = pod({ env: [{ name: 'A' }, { name: 'B' }] })
    expect(moveEnv(FIRST, 1)(documents)).toEqual([...CONTAINER, 'env', 1])
    expect(documents).toEqual(pod({ env: [{ name: 'B' }, { name: 'A' }] }))
    removeEnv(FIRST)(documents)
    expect(removeEnv(FIRST)(documents)).toEqual(CONTAINER)
    expect(documents).toEqual(pod({}))
  })
})

describe('envFrom', () => {
  it('adds, changes source, moves, removes', () => {
    const documents = pod({ name: 'a', env: [] })
    expect(addEnvFrom(CONTAINER, 'configMapRef', 'c')(documents)).toEqual(FROM)
    expect(Object.keys(Object(valueAt(documents, CONTAINER)))).toEqual(['name', 'envFrom', 'env'])
    addEnvFrom(CONTAINER, 'secretRef')(documents)
    setEnvFromSource(FROM, 'secretRef')(documents)
    expect(valueAt(documents, [...CONTAINER, 'envFrom'])).toEqual([
      { secretRef: { name: 'c' } },
      { secretRef: { name: '' } },
    ])
    moveEnvFrom(FROM, 1)(documents)
    removeEnvFrom(FROM)(documents)
    expect(valueAt(documents, [...CONTAINER, 'envFrom'])).toEqual([{ secretRef: { name: 'c' } }])
    removeEnvFrom(FROM)(documents)
    expect(documents).toEqual(pod({ name: 'a', env: [] }))
  })

  it.each<[Json, Json]>([
    [
      { prefix: 'P_', configMapRef: { name: 'c', optional: true } },
      { prefix: 'P_', secretRef: { name: 'c', optional: true } },
    ],
    [{ prefix: 'P_' }, { prefix: 'P_', secretRef: { name: '' } }],
    [{ configMapRef: 3 }, { secretRef: { name: '' } }],
    [{ configMapRef: { name: 'c' }, secretRef: { name: 's' } }, { secretRef: { name: 's' } }],
  ])('%j from a Secret', (before, after) => {
    const documents = pod({ envFrom: [structuredClone(before)] })
    setEnvFromSource(FROM, 'secretRef')(documents)
    expect(documents).toEqual(pod({ envFrom: [after] }))
  })
})
