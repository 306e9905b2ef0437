import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ENV_FROM_SOURCES, ENV_SOURCES } from './envSources'
import { isObject, type Json } from './json'
import { keyOrderAt } from './keyOrder'
import { valueAt, type Path } from './path'
import { itemsOf, stringsOf, textOf } from './shape'
import { SERVICE_TYPES } from './services'
import { PROJECTED_SOURCES, VOLUME_SOURCES } from './volumeSources'
import { WORKLOAD_KINDS } from './workloadKinds'

/* The tables say what Kubernetes says: each is held against the OpenAPI definitions of 1.36. */

const schema: Json = JSON.parse(readFileSync('src/core/kubernetes/schema/openapi-1.36.json', 'utf8'))

function definition(name: string): Json {
  return valueAt(schema, ['definitions', name]) ?? valueAt(schema, [name]) ?? {}
}

const core = (name: string): Json => definition(`io.k8s.api.core.v1.${name}`)

/** Takes a definition and keys; gives the definition of what is there, through references and lists. */
function below(from: Json, path: Path): Json | undefined {
  let at: Json | undefined = from
  for (const step of path) {
    if (typeof step === 'number') at = valueAt(at, ['items'])
    else at = valueAt(at, ['properties', step])
    const reference = valueAt(at, ['$ref']) ?? valueAt(itemsOf(valueAt(at, ['allOf']))[0], ['$ref'])
    if (reference !== undefined) at = definition(textOf(reference).replace('#/definitions/', ''))
  }
  return at
}

function keysOf(from: Json | undefined): string[] {
  const properties = valueAt(from, ['properties'])
  return isObject(properties) ? Object.keys(properties) : []
}

describe('tables and the schema', () => {
  it.each(WORKLOAD_KINDS)(
    '$kind has all the paths',
    ({ kind, apiVersion, podSpec, podMetadata, selector, replicas }) => {
      const group = apiVersion === 'v1' ? 'core.v1' : apiVersion.replace('/', '.')
      const top = definition(`io.k8s.api.${group}.${kind}`)
      expect(keysOf(below(top, podSpec))).toContain('containers')
      expect(keysOf(below(top, podMetadata))).toContain('labels')
      if (selector !== null) expect(below(top, selector)).toBeDefined()
      expect(below(top, ['spec', 'replicas']) === undefined).toBe(replicas === null)
    },
  )

  const sources = [
    ...VOLUME_SOURCES.map((row) => ({ ...row, of: 'Volume' })),
    ...PROJECTED_SOURCES.map((row) => ({ ...row, of: 'VolumeProjection' })),
    ...ENV_SOURCES.filter((row) => row.id !== 'literal').map((row) => ({ ...row, of: 'EnvVarSource' })),
  ]
  it.each(sources)(
    '$of.$id has all its fields, and asks for all that is required',
    ({ of, id, fields, blank }) => {
      const source = below(core(of), [id])
      expect(source).toBeDefined()
      for (const { path } of fields)
        expect([id, path, below(source ?? {}, path) !== undefined]).toEqual([id, path, true])
      const asked = fields.filter(({ required }) => required).map(({ path }) => String(path[0]))
      const required = stringsOf(valueAt(source, ['required']))
      expect(asked).toEqual(expect.arrayContaining([...required]))
      const made = blank()
      // A new one holds at least what must be there, so the text shows what to fill in.
      if (isObject(made)) expect(Object.keys(made)).toEqual(expect.arrayContaining(asked))
    },
  )

  it('envFrom has its sources', () => {
    for (const { id } of ENV_FROM_SOURCES) expect(keysOf(core('EnvFromSource'))).toContain(id)
  })

  it('a Service has the fields that a type forbids', () => {
    for (const { forbids } of SERVICE_TYPES)
      expect(keysOf(core('ServiceSpec'))).toEqual(expect.arrayContaining([...forbids]))
  })

  const shapes: readonly (readonly [Path, Json])[] = [
    [[0, 'metadata'], definition('io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta')],
    [[0, 'spec', 'containers', 0], core('Container')],
    [[0, 'spec', 'containers', 0, 'env', 0], core('EnvVar')],
    [[0, 'spec', 'containers', 0, 'envFrom', 0], core('EnvFromSource')],
    [[0, 'spec', 'containers', 0, 'volumeMounts', 0], core('VolumeMount')],
    [[0, 'spec', 'containers', 0, 'livenessProbe'], core('Probe')],
    [[0, 'spec', 'containers', 0, 'livenessProbe', 'httpGet'], core('HTTPGetAction')],
  ]
  it.each(shapes)('the order of keys at %j names fields that are', (path, shape) => {
    expect(keysOf(shape)).toEqual(expect.arrayContaining([...keyOrderAt(path)]))
  })

  it('the order of container keys names every field of a container', () => {
    expect(keyOrderAt([0, 'spec', 'containers', 0])).toEqual(
      expect.arrayContaining(keysOf(core('Container'))),
    )
  })
})
