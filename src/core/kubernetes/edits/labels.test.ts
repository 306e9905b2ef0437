import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../json'
import { valueAt, type Path } from '../path'
import { removeLabel, renameLabel, setLabel } from './labels'
import { setValue } from './setValue'

const OWN: Path = [0, 'metadata', 'labels']
const MATCH: Path = [0, 'spec', 'selector', 'matchLabels']
const POD: Path = [0, 'spec', 'template', 'metadata', 'labels']
const SERVICE: Path = [1, 'spec', 'selector']
const SERVICE_OWN: Path = [1, 'metadata', 'labels']
const ALL = { OWN, MATCH, POD, SERVICE, SERVICE_OWN }

function manifest(
  labels: JsonObject = { app: 'a', tier: 't' },
  serviceLabels: JsonObject = { app: 'a' },
): Json[] {
  const deployment: Json = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'd', labels: { ...labels } },
    spec: { selector: { matchLabels: { app: 'a' } }, template: { metadata: { labels: { ...labels } } } },
  }
  const service: Json = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { labels: { ...serviceLabels } },
    spec: { selector: { app: 'a' } },
  }
  return [deployment, service]
}

/** The manifest's five mappings, by name. */
function labelsOf(documents: Json[]): Record<string, Json | undefined> {
  return Object.fromEntries(Object.entries(ALL).map(([name, path]) => [name, valueAt(documents, path)]))
}

describe('setLabel', () => {
  it.each([
    ['pod labels', POD],
    ['matchLabels', MATCH],
  ])('a value in the %s: all that were equal stay equal', (_, path) => {
    const documents = manifest()
    setLabel(path, 'app', 'b')(documents)
    expect(labelsOf(documents)).toEqual({
      OWN: { app: 'b', tier: 't' },
      MATCH: { app: 'b' },
      POD: { app: 'b', tier: 't' },
      SERVICE: { app: 'b' },
      SERVICE_OWN: { app: 'b' },
    })
  })

  it('letter by letter, through the empty text', () => {
    const documents = manifest()
    for (const text of ['', 'w', 'we', 'web']) setLabel(POD, 'app', text)(documents)
    expect(labelsOf(documents)).toMatchObject({
      MATCH: { app: 'web' },
      SERVICE: { app: 'web' },
      OWN: { app: 'web' },
    })
  })

  it.each(['OWN', 'SERVICE', 'SERVICE_OWN'] as const)('a value in %s changes that alone', (name) => {
    const documents = manifest()
    const before = labelsOf(manifest())
    setLabel(ALL[name], 'app', 'b')(documents)
    expect(labelsOf(documents)).toEqual({ ...before, [name]: { ...Object(before[name]), app: 'b' } })
  })

  it('what was not equal stays', () => {
    const documents = manifest({ app: 'a' }, { app: 'other' })
    setLabel(POD, 'app', 'b')(documents)
    expect(valueAt(documents, SERVICE_OWN)).toEqual({ app: 'other' })
  })

  it('leaves a Service that selects other pods as well', () => {
    const documents = [...manifest(), ...manifest().slice(0, 1)]
    setLabel(POD, 'app', 'b')(documents)
    expect(valueAt(documents, SERVICE)).toEqual({ app: 'a' })
    expect(valueAt(documents, MATCH)).toEqual({ app: 'b' })
  })

  it('a new key in matchLabels goes to the pod, or it would match nothing', () => {
    const documents = manifest()
    setLabel(MATCH, 'new', 'n')(documents)
    setLabel(MATCH, 'tier', 't')(documents)
    expect(labelsOf(documents)).toMatchObject({
      MATCH: { app: 'a', new: 'n', tier: 't' },
      POD: { app: 'a', tier: 't', new: 'n' },
    })
    expect(valueAt(documents, SERVICE)).toEqual({ app: 'a' })
  })

  it('a new key in the pod labels stays there, made where there are none', () => {
    const documents: Json[] = [{ apiVersion: 'batch/v1', kind: 'Job' }]
    setLabel(POD, 'app', 'a')(documents)
    expect(documents).toEqual([
      { apiVersion: 'batch/v1', kind: 'Job', spec: { template: { metadata: { labels: { app: 'a' } } } } },
    ])
  })

  it('of a bare Pod, with the Services that select it', () => {
    const documents: Json[] = [
      { apiVersion: 'v1', kind: 'Pod', metadata: { labels: { app: 'a' } } },
      { apiVersion: 'v1', kind: 'Service', spec: { selector: { app: 'a' } } },
    ]
    setLabel(OWN, 'app', 'b')(documents)
    expect(valueAt(documents, SERVICE)).toEqual({ app: 'b' })
  })
})

/** Two objects that guard the pods of the manifest, which spread by their own label. */
function guarded(): Json[] {
  const [deployment, service] = manifest()
  const selector = { matchLabels: { app: 'a' } }
  const spread = { topologySpreadConstraints: [{ labelSelector: structuredClone(selector) }] }
  setValue(POD_SPEC, spread)([deployment ?? null])
  return [
    deployment ?? null,
    service ?? null,
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: { selector: structuredClone(selector) } },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      spec: {
        podSelector: structuredClone(selector),
        ingress: [{ from: [{ podSelector: structuredClone(selector), namespaceSelector: {} }] }],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      spec: { selector: structuredClone(selector) },
    },
  ]
}

const BUDGET: Path = [2, 'spec', 'selector', 'matchLabels']
const POLICY: Path = [3, 'spec', 'podSelector', 'matchLabels']
const POD_SPEC: Path = [0, 'spec', 'template', 'spec']
const SPREAD: Path = [...POD_SPEC, 'topologySpreadConstraints', 0, 'labelSelector', 'matchLabels']
const PEER_ANYWHERE: Path = [3, 'spec', 'ingress', 0, 'from', 0, 'podSelector', 'matchLabels']
const VOLUMES: Path = [4, 'spec', 'selector', 'matchLabels']

describe('what else selects the pods alone', () => {
  it.each([
    ['budget', BUDGET],
    ['policy', POLICY],
    ['spread constraint', SPREAD],
  ])('a %s follows a new value and a new key', (_, path) => {
    const documents = guarded()
    setLabel(POD, 'app', 'b')(documents)
    renameLabel(POD, 'app', 'name')(documents)
    expect(valueAt(documents, path)).toEqual({ name: 'b' })
  })

  it.each([
    ['pods of any namespace', PEER_ANYWHERE],
    ['volumes', VOLUMES],
  ])('what selects %s does not', (_, path) => {
    const documents = guarded()
    setLabel(POD, 'app', 'b')(documents)
    expect(valueAt(documents, path)).toEqual({ app: 'a' })
  })

  it('keeps a label that is removed, or it would guard every pod', () => {
    const documents = guarded()
    removeLabel(POD, 'app')(documents)
    for (const path of [BUDGET, POLICY, SPREAD]) expect(valueAt(documents, path)).toEqual({ app: 'a' })
    expect(valueAt(documents, MATCH)).toEqual({})
  })

  it('stays where it selects the pods of another workload as well', () => {
    const documents = [...guarded(), ...manifest().slice(0, 1)]
    setLabel(POD, 'app', 'b')(documents)
    expect(valueAt(documents, BUDGET)).toEqual({ app: 'a' })
  })
})

describe('renameLabel', () => {
  it('renames in place, everywhere it was equal', () => {
    const documents = manifest()
    renameLabel(POD, 'app', 'name')(documents)
    expect(Object.keys(Object(valueAt(documents, POD)))).toEqual(['name', 'tier'])
    expect(labelsOf(documents)).toEqual({
      OWN: { name: 'a', tier: 't' },
      MATCH: { name: 'a' },
      POD: { name: 'a', tier: 't' },
      SERVICE: { name: 'a' },
      SERVICE_OWN: { name: 'a' },
    })
  })

  it('does nothing onto a taken key, or where there is no such key', () => {
    const documents = manifest()
    renameLabel(POD, 'app', 'tier')(documents)
    renameLabel(POD, 'none', 'x')(documents)
    renameLabel([0, 'metadata', 'annotations'], 'app', 'x')(documents)
    expect(documents).toEqual(manifest())
  })

  it('does nothing where a bound mapping has that key', () => {
    const documents = manifest({ app: 'a' }, { app: 'a', name: 'other' })
    renameLabel(POD, 'app', 'name')(documents)
    expect(documents).toEqual(manifest({ app: 'a' }, { app: 'a', name: 'other' }))
  })
})

describe('removeLabel', () => {
  it('off the pod, it goes from what selects by it', () => {
    const documents = manifest()
    removeLabel(POD, 'app')(documents)
    expect(labelsOf(documents)).toEqual({
      OWN: { app: 'a', tier: 't' },
      MATCH: {},
      POD: { tier: 't' },
      SERVICE: {},
      SERVICE_OWN: { app: 'a' },
    })
  })

  it.each(['OWN', 'MATCH', 'SERVICE', 'SERVICE_OWN'] as const)('off %s, from there alone', (name) => {
    const documents = manifest()
    const others = Object.keys(ALL).filter((other) => other !== name)
    removeLabel(ALL[name], 'app')(documents)
    for (const other of others) expect(labelsOf(documents)[other]).toEqual(labelsOf(manifest())[other])
    expect(Object.keys(Object(labelsOf(documents)[name]))).not.toContain('app')
  })

  it('takes an emptied labels mapping along', () => {
    const documents = manifest({ app: 'a' })
    removeLabel(OWN, 'app')(documents)
    expect(valueAt(documents, [0, 'metadata'])).toEqual({ name: 'd' })
  })
})
