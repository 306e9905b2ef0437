import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../../rules/judge'
import { isArray, isObject, type Json } from '../json'
import { OBJECT_KINDS } from '../objectKinds'
import { objectsIn } from '../objects'
import { valueAt, type Path } from '../path'
import { fieldsOf } from '../schema/schema'
import type { FieldType } from '../schema/field'
import { WORKLOAD_KINDS, workloadAt } from '../workloadKinds'
import { addObject } from './addObject'
import { addContainer } from './containers'

const KIND_NAMES = OBJECT_KINDS.map(({ kind }) => kind)

/** What a value lacks or has too much of by the schema. */
function faults(value: Json | undefined, type: FieldType, at: string): readonly string[] {
  if (type.is === 'list')
    return isArray(value) ? value.flatMap((item, i) => faults(item, type.of, `${at}[${i}]`)) : [at]
  if (type.is !== 'object') return []
  if (!isObject(value)) return [at]
  const fields = fieldsOf(type.type)
  return [
    ...Object.keys(value)
      .filter((key) => !fields.some(({ name }) => name === key))
      .map((key) => `${at}.${key} unknown`),
    ...fields.flatMap(({ name, required, type: inner }) => {
      if (Object.hasOwn(value, name)) return faults(value[name], inner, `${at}.${name}`)
      return required ? [`${at}.${name} missing`] : []
    }),
  ]
}

function design(kind = 'Deployment'): Json[] {
  const documents: Json[] = []
  const added = addObject(kind)(documents) ?? []
  const workload = workloadAt(documents, added)
  if (workload !== null) {
    addContainer(workload.podSpec, 'app', { image: 'nginx' })(documents)
    const container = valueAt(documents, [...workload.podSpec, 'containers', 0])
    if (isObject(container)) container['ports'] = [{ containerPort: 8080 }]
  }
  return documents
}

function objectAdded(documents: Json[], kind: string, near: Path | null = null): Json | undefined {
  return valueAt(documents, addObject(kind, near)(documents) ?? ['nowhere'])
}

describe('addObject', () => {
  it.each(KIND_NAMES)('%s: has all that is required and nothing that is unknown', (kind) => {
    for (const documents of [[], design()]) {
      const object = objectAdded(documents, kind)
      expect(faults(object, { is: 'object', type: kind }, kind)).toEqual([])
    }
  })

  it.each(KIND_NAMES)(
    '%s: is taken by the server once its pods have a container and it has a Service',
    (kind) => {
      const documents = design()
      addObject('Service')(documents)
      const path = addObject(kind)(documents) ?? []
      const workload = workloadAt(documents, path)
      if (workload !== null) addContainer(workload.podSpec, 'app', { image: 'nginx' })(documents)
      expect(judge(valueAt(documents, path) ?? null)).toMatchObject({ accepted: true, causes: [] })
    },
  )

  it.each(KIND_NAMES)('%s: is selected, and no second one takes its name', (kind) => {
    const documents: Json[] = []
    expect(addObject(kind)(documents)).toEqual([0])
    addObject(kind, [0])(documents)
    const names = objectsIn(documents).map(({ name }) => name)
    expect(new Set(names).size).toBe(2)
    expect(objectsIn(documents).map((object) => object.kind)).toEqual([kind, kind])
  })

  it('makes labels of workloads their own, across kinds', () => {
    const documents: Json[] = []
    for (const { kind } of WORKLOAD_KINDS) addObject(kind)(documents)
    const names = objectsIn(documents).map(({ name }) => name)
    expect(new Set(names).size).toBe(WORKLOAD_KINDS.length)
  })

  it.each([
    ['Service', { app: 'app' }, ['spec', 'selector']],
    ['NetworkPolicy', { app: 'app' }, ['spec', 'podSelector', 'matchLabels']],
    ['PodDisruptionBudget', { app: 'app' }, ['spec', 'selector', 'matchLabels']],
    [
      'HorizontalPodAutoscaler',
      { apiVersion: 'apps/v1', kind: 'Deployment', name: 'app' },
      ['spec', 'scaleTargetRef'],
    ],
    ['Service', [{ port: 8080 }], ['spec', 'ports']],
    ['ConfigMap', 'app-config', ['metadata', 'name']],
  ])('%s fits the workload: %j', (kind, expected, at) => {
    expect(valueAt([objectAdded(design(), kind) ?? null], [0, ...at])).toEqual(expected)
  })

  it('leads an Ingress to the port of the Service in work', () => {
    const documents = design()
    addObject('Service')(documents)
    addObject('Service')(documents)
    const first = valueAt(documents, [1, 'metadata', 'name'])
    const second = valueAt(documents, [2, 'metadata', 'name'])
    expect(first).not.toBe(second)
    const backend = ['spec', 'rules', 0, 'http', 'paths', 0, 'backend', 'service']
    const ingress = objectAdded(documents, 'Ingress', [2])
    expect(valueAt([ingress ?? null], [0, ...backend])).toEqual({ name: second, port: { number: 8080 } })
    expect(valueAt(documents, [3, 'kind'])).toBe('Ingress')
  })

  it('scales what can be scaled, whatever is in work', () => {
    const documents = [...design('DaemonSet'), ...design('StatefulSet')]
    const target = valueAt(
      [objectAdded(documents, 'HorizontalPodAutoscaler', [0]) ?? null],
      [0, 'spec', 'scaleTargetRef'],
    )
    expect(target).toEqual({ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db' })
  })

  it('goes where its workload is: behind it and into its namespace', () => {
    const documents = [...design('Job'), ...design()]
    const deployment = documents[1]
    if (isObject(deployment)) deployment['metadata'] = { name: 'app', namespace: 'shop' }
    const path = addObject('PodDisruptionBudget', [1, 'spec'])(documents)
    expect(path).toEqual([2])
    expect(valueAt(documents, [2, 'metadata'])).toEqual({ name: 'app', namespace: 'shop' })
  })

  it('takes the workload behind the Service in work', () => {
    const documents = [...design('Job'), ...design()]
    addObject('Service', [1])(documents)
    addObject('PodDisruptionBudget', [2])(documents)
    expect(valueAt(documents, [2, 'spec', 'selector', 'matchLabels'])).toEqual({ app: 'app' })
  })

  it('knows no other kind', () => {
    const documents: Json[] = []
    expect(addObject('Gizmo')(documents)).toBeUndefined()
    expect(documents).toEqual([])
  })

  it('never throws, whatever is there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue()),
        fc.constantFrom(...KIND_NAMES),
        fc.nat({ max: 3 }),
        (values, kind, at) => {
          const documents: Json[] = JSON.parse(JSON.stringify(values))
          expect(addObject(kind, [at])(documents)).toBeDefined()
          expect(documents).toHaveLength(values.length + 1)
        },
      ),
    )
  })
})
