import { readFileSync } from 'node:fs'
import { produce } from 'immer'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../core/kubernetes/change'
import type { Json } from '../../core/kubernetes/json'
import { valueAt, type Path } from '../../core/kubernetes/path'
import { read } from '../../core/yaml/read'
import { variableForField, variableForKey } from './asks/variableName'
import { deedsOf, deedsOfSelection } from './deeds'
import { drawingOf } from './drawing'
import { highlighted } from './highlight'
import { neighbourOf, type Direction } from './neighbours'
import { pairingOf } from './pairing'

const documentsOf = (name: string): Json[] =>
  read(readFileSync(new URL(`../../golden/manifests/${name}`, import.meta.url), 'utf8')).documents

const seed = documentsOf('seed-2.yaml')
const everything = documentsOf('everything-deployment.yaml')
const SPEC: Path = [0, 'spec', 'template', 'spec']

/** The id of the node or edge whose sentence begins like this. */
function idOf(documents: readonly Json[], title: string): string {
  const { nodes, edges } = drawingOf(documents).diagram
  const found = [...nodes, ...edges].find((each) => each.title.startsWith(title))
  if (found === undefined) throw new Error(`nothing is called ${title}`)
  return found.id
}

function titleOf(documents: readonly Json[], id: string | null): string {
  const { nodes, edges } = drawingOf(documents)
  return (id === null ? undefined : (nodes.get(id) ?? edges.get(id)))?.title ?? 'nothing'
}

function done(documents: readonly Json[], change: Change | undefined): readonly Json[] {
  return produce(documents, (draft) => void change?.(draft))
}

describe('what shows the selection', () => {
  it.each<[string, Path, RegExp]>([
    ['a document', [0], /^Deployment test/],
    ['its labels', [0, 'metadata', 'labels'], /^Deployment test/],
    ['a container', [...SPEC, 'containers', 1], /^Container busybox/],
    ['a field of a container', [...SPEC, 'containers', 0, 'image'], /^Container nginx/],
    ['a port of a container', [...SPEC, 'containers', 0, 'ports', 0], /^Container nginx/],
    ['a mount: its line', [...SPEC, 'containers', 0, 'volumeMounts', 0], /^Volume data in container nginx/],
    ['a variable: its line', [...SPEC, 'containers', 1, 'env', 0, 'name'], /^POD_NAME from the downward API/],
    ['a volume', [...SPEC, 'volumes', 0, 'emptyDir'], /^Volume data, emptyDir/],
    ['a port of a Service: its line', [1, 'spec', 'ports', 0], /^Service nginx-svc port 80 leads/],
    ['anything else of the pod', [...SPEC, 'hostname'], /^Pod of Deployment test/],
    ['what is not there', [7], /^nothing$/],
  ])('%s', (_, path, expected) => {
    expect(titleOf(seed, highlighted(drawingOf(seed), path, null))).toMatch(expected)
  })

  it('is what was picked on the canvas, as long as that is selected', () => {
    const id = idOf(everything, 'Secret db')
    const path = drawingOf(everything).nodes.get(id)?.path ?? []
    expect(highlighted(drawingOf(everything), path, { id, path })).toBe(id)
    expect(titleOf(everything, highlighted(drawingOf(everything), path, null))).toMatch(
      /^DB_URL from Secret db/,
    )
    expect(highlighted(drawingOf(everything), [0], { id, path })).not.toBe(id)
  })
})

describe('what a line between two things makes', () => {
  it.each([
    ['Container app', 'Volume tmp, ', 'mount'],
    ['Volume tmp, ', 'Container app', 'mount'],
    ['Secret app-secret', 'Container migrate', 'variable'],
    ['Container app', 'Downward API', 'variable'],
    ['Container app', 'Container proxy', 'nothing'],
    ['Container app', 'PersistentVolumeClaim data', 'nothing'],
    ['Volume tmp, ', 'Volume data, ', 'nothing'],
    ['Deployment everything', 'Container app', 'nothing'],
  ])('%s and %s: %s', (from, to, expected) => {
    const { nodes } = drawingOf(everything)
    const [a, b] = [nodes.get(idOf(everything, from)), nodes.get(idOf(everything, to))]
    const pairing = a === undefined || b === undefined ? null : pairingOf(a, b)
    expect(pairing?.kind ?? 'nothing').toBe(expected)
  })
})

describe('what is removed', () => {
  it.each<[string, string, Path, unknown]>([
    ['a mount', 'Volume data in container nginx', [...SPEC, 'containers', 0, 'volumeMounts'], undefined],
    ['a variable', 'POD_NAME from', [...SPEC, 'containers', 1, 'env'], undefined],
    ['a volume with its mounts', 'Volume data, ', [...SPEC, 'containers', 0, 'volumeMounts'], undefined],
    ['a Service', 'Service nginx-svc, ', [1], undefined],
    ['a port by its line', 'Service nginx-svc port', [1, 'spec', 'ports'], undefined],
  ])('%s', (_, title, path, expected) => {
    const deeds = deedsOf(drawingOf(seed), idOf(seed, title))
    expect(valueAt(seed, path)).toBeDefined()
    expect(valueAt(done(seed, deeds?.removal?.change), path)).toBe(expected)
  })

  it('all variables of one line, and no others', () => {
    const deeds = deedsOf(drawingOf(everything), idOf(everything, 'LEVEL, APP_* from'))
    const app = valueAt(done(everything, deeds?.removal?.change), [...SPEC, 'containers', 0])
    expect(app).toMatchObject({
      env: [
        { name: 'ZONE' },
        { name: 'POD_IP' },
        { name: 'TEAM' },
        { name: 'CPU_LIMIT' },
        { name: 'PASSWORD' },
      ],
      envFrom: [{ secretRef: { name: 'app-secret' } }],
    })
  })

  it('a port that is selected, rather than its container', () => {
    const path = [...SPEC, 'containers', 0, 'ports', 0]
    const deeds = deedsOfSelection(drawingOf(seed), idOf(seed, 'Container nginx'), path)
    expect(valueAt(done(seed, deeds?.removal?.change), [...SPEC, 'containers', 0])).toMatchObject({
      name: 'nginx',
    })
    expect(valueAt(done(seed, deeds?.removal?.change), [...SPEC, 'containers', 0, 'ports'])).toBeUndefined()
  })

  it.each(['Pod of', 'Secret db', 'Downward API', 'Volume config is backed'])('never: %s', (title) => {
    expect(deedsOf(drawingOf(everything), idOf(everything, title))?.removal).toBeNull()
  })
})

describe('where the arrow keys go', () => {
  it.each<[string, Direction, string]>([
    ['Container nginx', 'ArrowDown', 'Container busybox'],
    ['Container busybox', 'ArrowRight', 'Volume data'],
    ['Volume data', 'ArrowLeft', 'Container nginx'],
    ['Container nginx', 'ArrowUp', 'Service nginx-svc'],
    ['Container busybox', 'ArrowDown', 'Downward API'],
    ['Downward API', 'ArrowDown', 'nothing'],
  ])('from %s by %s to %s', (from, key, to) => {
    expect(titleOf(seed, neighbourOf(drawingOf(seed), idOf(seed, from), key)).startsWith(to)).toBe(true)
  })
})

describe('the variable proposed', () => {
  it.each([
    ['metadata.name', 'POD_NAME'],
    ['metadata.namespace', 'POD_NAMESPACE'],
    ['status.podIP', 'POD_IP'],
    ['status.hostIPs', 'HOST_IPS'],
    ['spec.nodeName', 'NODE_NAME'],
    ['spec.serviceAccountName', 'SERVICE_ACCOUNT_NAME'],
    ["metadata.labels['app.kubernetes.io/name']", 'NAME'],
  ])('for the field %s is %s', (path, expected) => {
    expect(variableForField(path)).toBe(expected)
  })

  it.each([
    ['log.level', 'LOG_LEVEL'],
    ['dbUrl', 'DB_URL'],
    ['1st', '_1ST'],
  ])('for the key %s is %s', (key, expected) => {
    expect(variableForKey(key)).toBe(expected)
  })
})
