import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isArray, isObject, type Json } from '../../kubernetes/json'
import { formatPath, valueAt, type Path } from '../../kubernetes/path'
import { parse } from '../../yaml/parse'
import { advise } from './advise'
import { podText, serviceText, together } from './design/examples'
import { ADVICE } from './list'

const PATTERNS = 'src/golden/manifests/patterns'

/**
 * Patterns that are at fault: they name a Secret or an account that they do not bring along. Applied as they stand,
 * their pods do not start.
 */
const AT_FAULT: Readonly<Record<string, readonly string[]>> = {
  '07-ambassador-cloud-sql.yaml': ['missing-secret', 'missing-service-account'],
  '08-reverse-proxy-oauth2.yaml': ['missing-secret'],
  '09-tls-envoy.yaml': ['missing-secret'],
  '12-k8s-sidecar-dashboards.yaml': ['missing-service-account'],
  '13-vault-agent.yaml': ['missing-service-account'],
  '15-init-migration-wait-for.yaml': ['missing-secret'],
}

test('good patterns are left in peace', () => {
  for (const file of readdirSync(PATTERNS)) {
    const said = advise(parse(readFileSync(join(PATTERNS, file), 'utf8'))).filter(
      ({ level }) => level !== 'info',
    )
    expect([...new Set(said.map(({ id }) => id))], file).toEqual(AT_FAULT[file] ?? [])
  }
})

/** All places in a document. */
function pathsIn(value: Json, path: Path): Path[] {
  if (isArray(value)) return [path, ...value.flatMap((item, i) => pathsIn(item, [...path, i]))]
  if (isObject(value))
    return [path, ...Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))]
  return [path]
}

/** A copy with another value at a path. */
function replaced(value: Json, path: Path, by: Json): Json {
  const [step, ...rest] = path
  if (step === undefined) return by
  if (isArray(value)) return value.map((item, i) => (i === step ? replaced(item, rest, by) : item))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === step ? replaced(item, rest, by) : item]),
  )
}

const SAMPLES: readonly Json[][] = ADVICE.map(({ bad }) => [...parse(bad).documents])

test('nothing throws, whatever stands anywhere', () => {
  const odd = fc.oneof(
    fc.constantFrom<Json>(null, 0, -1, 1.5, '', 'x', true, [], {}, [null], [[]], [1], { name: 1 }, '$(', '/'),
    fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value))),
  )
  fc.assert(
    fc.property(fc.constantFrom(...SAMPLES), fc.nat(), odd, (documents, pick, value) => {
      const paths = pathsIn(documents, []).filter((path) => path.length > 0)
      const path = paths[pick % paths.length] ?? []
      const changed = replaced(documents, path, value)
      const source = { ...parse(''), documents: isArray(changed) ? changed : [] }
      for (const { path: at } of advise(source)) {
        expect(at.length).toBeGreaterThan(0)
        expect(formatPath(at)).toBeTypeOf('string')
      }
    }),
    { numRuns: 300 },
  )
})

test('what is said stands in a document that is there', () => {
  for (const documents of SAMPLES)
    for (const { path } of advise({ ...parse(''), documents }))
      expect(valueAt(documents, path.slice(0, 1)), formatPath(path)).toBeDefined()
})

test.each([
  ['a Service by the label that a Job puts on its pods', 'job-name: report', 'Job'],
  ['a Service of one pod of a StatefulSet', 'statefulset.kubernetes.io/pod-name: report-0', 'StatefulSet'],
])('%s is fine', (_, label, kind) => {
  const workload = `apiVersion: ${kind === 'Job' ? 'batch/v1' : 'apps/v1'}
kind: ${kind}
metadata: { name: report }
spec: { template: { spec: { containers: [{ name: report, image: example.com/report:3 }] } } }
`
  const text = together(workload, serviceText(`selector: { ${label} }\nports: [{ port: 80 }]`))
  expect(advise(parse(text)).map(({ id }) => id)).not.toContain('service-selects-nothing')
})

test('a Service selects no pods of another namespace', () => {
  const service = serviceText('selector: { app: shop }\nports: [{ port: 80 }]').replace(
    'name: shop',
    'name: shop\n  namespace: elsewhere',
  )
  const text = together(podText('containers: [{ name: app, image: example.com/shop:1.4 }]'), service)
  expect(advise(parse(text)).map(({ id }) => id)).toContain('service-selects-nothing')
})
