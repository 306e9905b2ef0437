import { describe, expect, it } from 'vitest'
import { containersIn } from '../containers'
import type { Json, JsonObject } from '../json'
import { valueAt, type Path } from '../path'
import type { Role } from '../roles'
import {
  addContainer,
  duplicateContainer,
  moveContainer,
  removeContainer,
  renameContainer,
  setArgs,
  setCommand,
  setRole,
} from './containers'

const SPEC: Path = [0, 'spec']
const FIRST: Path = [0, 'spec', 'containers', 0]

function pod(spec: Json): Json[] {
  return [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec }]
}

function rolesOf(documents: Json[]): string[] {
  return containersIn(documents, SPEC).map(({ role, name }) => `${role} ${name}`)
}

describe('addContainer', () => {
  it.each<[Json, Role, { name?: string; image?: string }, Json, Path]>([
    [
      { containers: [] },
      'app',
      { image: 'nginx:1.17' },
      { containers: [{ name: 'nginx', image: 'nginx:1.17' }] },
      FIRST,
    ],
    [
      { containers: [{ name: 'nginx' }] },
      'app',
      { image: 'nginx' },
      { containers: [{ name: 'nginx' }, { name: 'nginx-2', image: 'nginx' }] },
      [0, 'spec', 'containers', 1],
    ],
    [
      { containers: [{ name: 'init' }] },
      'init',
      {},
      { containers: [{ name: 'init' }], initContainers: [{ name: 'init-2', image: '' }] },
      [0, 'spec', 'initContainers', 0],
    ],
    [
      {},
      'sidecar',
      { name: 'proxy', image: 'envoy' },
      { initContainers: [{ name: 'proxy', image: 'envoy', restartPolicy: 'Always' }] },
      [0, 'spec', 'initContainers', 0],
    ],
    // Repaired where it writes.
    [{ containers: null }, 'app', { image: 'a' }, { containers: [{ name: 'a', image: 'a' }] }, FIRST],
    [5, 'app', { image: 'a' }, { containers: [{ name: 'a', image: 'a' }] }, FIRST],
  ])('%j gets an %s container', (before, role, what, after, selected) => {
    const documents = pod(before)
    expect(addContainer(SPEC, role, what)(documents)).toEqual(selected)
    expect(documents).toEqual(pod(after))
  })

  it('puts initContainers before containers', () => {
    const documents = pod({ containers: [], volumes: [] })
    addContainer(SPEC, 'init')(documents)
    expect(Object.keys(Object(valueAt(documents, SPEC)))).toEqual(['initContainers', 'containers', 'volumes'])
  })

  it('adds nothing where there is no document', () => {
    const documents: Json[] = []
    expect(addContainer(SPEC, 'app')(documents)).toBeUndefined()
    expect(documents).toEqual([])
  })
})

describe('duplicateContainer', () => {
  it('puts a copy with a fresh name right behind', () => {
    const documents = pod({ containers: [{ name: 'a', image: 'x', env: [{ name: 'E' }] }, { name: 'a-2' }] })
    expect(duplicateContainer(FIRST)(documents)).toEqual([0, 'spec', 'containers', 1])
    expect(rolesOf(documents)).toEqual(['app a', 'app a-3', 'app a-2'])
    expect(valueAt(documents, [0, 'spec', 'containers', 1, 'env'])).toEqual([{ name: 'E' }])
  })
})

describe('renameContainer', () => {
  const reference = (containerName: string): JsonObject => ({ containerName, resource: 'limits.cpu' })
  const withReferences = (name: string): Json => ({
    containers: [
      { name, env: [{ name: 'E', valueFrom: { resourceFieldRef: reference(name) } }] },
      { name: 'b', env: [{ name: 'E', valueFrom: { resourceFieldRef: reference('b') } }] },
    ],
    volumes: [
      { name: 'v', downwardAPI: { items: [{ path: 'p', resourceFieldRef: reference(name) }] } },
      {
        name: 'w',
        projected: {
          sources: [{ downwardAPI: { items: [{ path: 'p', resourceFieldRef: reference(name) }] } }],
        },
      },
    ],
  })

  it.each([
    ['new', 'new'],
    ['a', 'a'],
    ['', ''],
    ['b', 'a'],
  ])('to %s: it and what refers to it say %s', (wanted, got) => {
    const documents = pod(withReferences('a'))
    renameContainer(FIRST, wanted)(documents)
    expect(documents).toEqual(pod(withReferences(got)))
  })
})

describe('removeContainer', () => {
  it('leaves containers: [] behind the last one', () => {
    const documents = pod({ containers: [{ name: 'a' }] })
    expect(removeContainer(FIRST)(documents)).toEqual(SPEC)
    expect(documents).toEqual(pod({ containers: [] }))
  })

  it('takes initContainers away with the last one, and selects a neighbour otherwise', () => {
    const documents = pod({ initContainers: [{ name: 'i' }], containers: [{ name: 'a' }, { name: 'b' }] })
    removeContainer([0, 'spec', 'initContainers', 0])(documents)
    expect(removeContainer([0, 'spec', 'containers', 1])(documents)).toEqual(FIRST)
    expect(documents).toEqual(pod({ containers: [{ name: 'a' }] }))
  })
})

describe('moveContainer', () => {
  it.each([
    [0, 2, 'b c a', 2],
    [2, 0, 'c a b', 0],
    [1, 99, 'a c b', 2],
    [1, -1, 'b a c', 0],
    [1, 1, 'a b c', 1],
  ])('from %i to %i', (from, to, order, selected) => {
    const documents = pod({ containers: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] })
    expect(moveContainer([0, 'spec', 'containers', from], to)(documents)?.at(-1)).toBe(selected)
    expect(rolesOf(documents)).toEqual(order.split(' ').map((name) => `app ${name}`))
  })
})

describe('setRole', () => {
  const START: Record<Role, Json> = {
    app: { containers: [{ name: 'x', custom: 1 }, { name: 'a' }] },
    init: { initContainers: [{ name: 'x', custom: 1 }], containers: [{ name: 'a' }] },
    sidecar: {
      initContainers: [{ name: 'x', restartPolicy: 'Always', custom: 1 }],
      containers: [{ name: 'a' }],
    },
  }
  const AFTER: Record<Role, Json> = {
    app: { containers: [{ name: 'a' }, { name: 'x', custom: 1 }] },
    init: START.init,
    sidecar: START.sidecar,
  }
  const AT: Record<Role, Path> = {
    app: FIRST,
    init: [0, 'spec', 'initContainers', 0],
    sidecar: [0, 'spec', 'initContainers', 0],
  }
  const roles: readonly Role[] = ['app', 'init', 'sidecar']
  it.each(roles.flatMap((from) => roles.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    const documents = structuredClone(pod(START[from]))
    const selected = setRole(AT[from], to)(documents)
    expect(documents).toEqual(pod(from === to ? START[from] : AFTER[to]))
    expect(valueAt(documents, [...(selected ?? []), 'name'])).toBe('x')
  })

  it('keeps what the new role forbids, and a restartPolicy that is not Always', () => {
    const documents = pod({ initContainers: [{ name: 'x', restartPolicy: 'Never', livenessProbe: {} }] })
    setRole([0, 'spec', 'initContainers', 0], 'app')(documents)
    expect(documents).toEqual(pod({ containers: [{ name: 'x', restartPolicy: 'Never', livenessProbe: {} }] }))
  })
})

describe('setCommand and setArgs', () => {
  it('write, and remove when there are no words', () => {
    const documents = pod({ containers: [{ name: 'a', image: 'b', env: [] }] })
    setArgs(FIRST, ['x'])(documents)
    setCommand(FIRST, ['sh', '-c'])(documents)
    expect(Object.keys(Object(valueAt(documents, FIRST)))).toEqual([
      'name',
      'image',
      'command',
      'args',
      'env',
    ])
    setArgs(FIRST, [])(documents)
    setCommand(FIRST, [])(documents)
    expect(documents).toEqual(pod({ containers: [{ name: 'a', image: 'b', env: [] }] }))
  })
})
