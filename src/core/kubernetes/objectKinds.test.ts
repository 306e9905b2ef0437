import { describe, expect, it } from 'vitest'
import { objectKind, objectKindOf, OBJECT_KINDS } from './objectKinds'
import { KIND_GROUPS } from './objectKinds/objectKind'
import { KINDS } from './schema/schema'
import { WORKLOAD_KINDS } from './workloadKinds'

const named = ({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }) =>
  `${apiVersion} ${kind}`

describe('OBJECT_KINDS', () => {
  it('has a row for each kind of the schema and no other', () => {
    expect(OBJECT_KINDS.map(named).toSorted()).toEqual(KINDS.map(named).toSorted())
  })

  it('has the workload kinds first, in their order', () => {
    expect(OBJECT_KINDS.slice(0, WORKLOAD_KINDS.length).map(named)).toEqual(WORKLOAD_KINDS.map(named))
    expect(OBJECT_KINDS.filter(({ group }) => group === 'Workloads')).toHaveLength(WORKLOAD_KINDS.length)
  })

  it('has a help, a look of its own and a group that menus know for each', () => {
    for (const { kind, label, help, group } of OBJECT_KINDS) {
      expect(help, kind).toMatch(/^[A-Z].{20,}\.$/)
      expect(label, kind).not.toBe('')
      expect(KIND_GROUPS, kind).toContain(group)
    }
    expect(new Set(OBJECT_KINDS.map(({ concept }) => concept)).size).toBe(OBJECT_KINDS.length)
  })

  it('lists the kinds of a group together, in the order of the groups', () => {
    const groups = OBJECT_KINDS.map(({ group }) => KIND_GROUPS.indexOf(group))
    expect(new Set(groups).size).toBe(KIND_GROUPS.length)
  })
})

describe('objectKindOf', () => {
  it.each([
    ['networking.k8s.io/v1', 'Ingress', true],
    ['networking.k8s.io/v1beta1', 'Ingress', true],
    ['networking', 'Ingress', true],
    ['', 'Ingress', true],
    ['extensions.example.com/v1', 'Ingress', false],
    ['v1', 'Service', true],
    ['serving.knative.dev/v1', 'Service', false],
    ['v1', 'Gizmo', false],
    ['v1', '', false],
    ['v1', 'constructor', false],
  ])('%s %s', (apiVersion, kind, known) => {
    expect(objectKindOf(apiVersion, kind)).toBe(known ? objectKind(kind) : null)
  })
})
