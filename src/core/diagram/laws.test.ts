import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { goldenManifests } from '../../golden/texts'
import type { Json } from '../kubernetes/json'
import { valueAt } from '../kubernetes/path'
import { read } from '../yaml/read'
import { diagram } from './diagram'
import { textWidth } from './labelText'
import { layout } from './layout'

function checkSound(documents: readonly Json[]): void {
  const drawn = diagram(documents)
  const ids = new Set(drawn.nodes.map((node) => node.id))
  expect(ids.size).toBe(drawn.nodes.length)
  expect(new Set(drawn.edges.map((edge) => edge.id)).size).toBe(drawn.edges.length)
  for (const node of drawn.nodes) expect(valueAt(documents, node.path), node.id).toBeDefined()
  for (const edge of drawn.edges) {
    expect(ids, edge.id).toContain(edge.source)
    expect(ids, edge.id).toContain(edge.target)
    for (const path of edge.paths) expect(valueAt(documents, path), edge.id).toBeDefined()
  }
  const placed = layout(drawn)
  expect(placed.places.map((place) => place.id)).toEqual(drawn.nodes.map((node) => node.id))
  expect(placed.routes.map((route) => route.id)).toEqual(drawn.edges.map((edge) => edge.id))
  for (const place of placed.places) {
    for (const number of [place.x, place.y, place.width, place.height])
      expect(number).toBeGreaterThanOrEqual(0)
    expect(place.x + place.width).toBeLessThanOrEqual(placed.width)
    expect(place.y + place.height).toBeLessThanOrEqual(placed.height)
  }
  for (const route of placed.routes) expect(route.d).not.toMatch(/NaN|undefined/)
}

/** Keys that mean something to the diagram, so that random documents get deep into it. */
const KEYS = ['apiVersion', 'kind', 'metadata', 'name', 'labels', 'spec', 'template', 'containers', 'initContainers',
  'volumes', 'volumeMounts', 'mountPath', 'env', 'envFrom', 'valueFrom', 'configMapKeyRef', 'fieldRef', 'fileKeyRef',
  'volumeName', 'ports', 'containerPort', 'port', 'targetPort', 'selector', 'configMap', 'projected', 'sources',
  'hostPath', 'path', 'rules', 'http', 'paths', 'backend', 'service', 'host', 'tls', 'matchLabels', 'matchExpressions',
  'podSelector', 'policyTypes', 'ingress', 'egress', 'from', 'to', 'scaleTargetRef', 'metrics', 'minAvailable', 'resources',
  'imagePullSecrets', 'volumeClaimTemplates', 'restartPolicy', '__proto__'] // prettier-ignore
const VALUES = [
  'Deployment',
  'Pod',
  'StatefulSet',
  'Service',
  'ConfigMap',
  'Ingress',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'NetworkPolicy',
  'PersistentVolumeClaim',
  'a',
  'b',
  'Always',
  'v1',
  '',
]

const json: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(...VALUES),
    fc.integer({ min: 0, max: 90 }),
    fc.constant(null),
    fc.boolean(),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('json'), { maxKeys: 6 }),
  ),
})).json

const name = fc.constantFrom('a', 'b', 'c', '')
const pod = fc.record({
  initContainers: fc.array(container(), { maxLength: 3 }),
  containers: fc.array(container(), { maxLength: 5 }),
  volumes: fc.array(
    fc.oneof(
      fc.record({ name, emptyDir: fc.constant({}) }),
      fc.record({ name, configMap: fc.record({ name }) }),
      fc.record({ name, secret: fc.record({ secretName: name }) }),
      fc.record({ name, hostPath: fc.record({ path: name }) }),
      fc.record({ name, downwardAPI: fc.constant({}) }),
      fc.record({ name, persistentVolumeClaim: fc.record({ claimName: name }) }),
    ),
    { maxLength: 6 },
  ),
  serviceAccountName: name,
})

function container(): fc.Arbitrary<Json> {
  return fc.record(
    {
      name,
      image: fc.string(),
      restartPolicy: fc.constant('Always'),
      ports: fc.array(fc.record({ name, containerPort: fc.integer({ min: 1, max: 4 }) }), { maxLength: 4 }),
      volumeMounts: fc.array(
        fc.record({ name, mountPath: fc.string({ maxLength: 60 }), readOnly: fc.boolean() }),
        { maxLength: 5 },
      ),
      env: fc.array(
        fc.record({
          name: fc.string(),
          valueFrom: fc.oneof(
            fc.record({ fieldRef: fc.constant({ fieldPath: 'metadata.name' }) }),
            fc.record({ configMapKeyRef: fc.record({ name, key: name }) }),
            fc.record({ secretKeyRef: fc.record({ name, key: name }) }),
            fc.record({ fileKeyRef: fc.record({ volumeName: name }) }),
          ),
        }),
        { maxLength: 5 },
      ),
      envFrom: fc.array(fc.record({ configMapRef: fc.record({ name }) }), { maxLength: 2 }),
    },
    { requiredKeys: ['name'] },
  )
}

const labels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('x', 'y'))
const manifest: fc.Arbitrary<Json[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'Job'),
      metadata: fc.record({ name }),
      spec: fc.record({ template: fc.record({ metadata: fc.record({ labels }), spec: pod }) }),
    }),
    fc.record({ kind: fc.constant('Pod'), metadata: fc.record({ name, labels }), spec: pod }),
    fc.record({
      kind: fc.constant('Service'),
      metadata: fc.record({ name }),
      spec: fc.record({
        selector: labels,
        ports: fc.array(
          fc.record({
            port: fc.integer({ min: 1, max: 4 }),
            targetPort: fc.oneof(name, fc.integer({ min: 1, max: 4 })),
          }),
          { maxLength: 4 },
        ),
      }),
    }),
    fc.record({
      kind: fc.constantFrom('ConfigMap', 'Secret', 'ServiceAccount', 'Widget'),
      metadata: fc.record({ name }),
    }),
    fc.record({
      kind: fc.constant('Ingress'),
      metadata: fc.record({ name }),
      spec: fc.record({
        tls: fc.array(fc.record({ secretName: name })),
        defaultBackend: fc.record({ service: fc.record({ name }) }),
        rules: fc.array(
          fc.record({
            host: fc.string({ maxLength: 40 }),
            http: fc.record({
              paths: fc.array(
                fc.record({ path: name, backend: fc.record({ service: fc.record({ name }) }) }),
                {
                  maxLength: 3,
                },
              ),
            }),
          }),
          { maxLength: 3 },
        ),
      }),
    }),
    fc.record({
      kind: fc.constant('PodDisruptionBudget'),
      spec: fc.record({ selector: fc.record({ matchLabels: labels }), minAvailable: name }),
    }),
    fc.record({
      kind: fc.constant('NetworkPolicy'),
      spec: fc.record({
        podSelector: fc.record({ matchLabels: labels }),
        policyTypes: fc.subarray(['Ingress', 'Egress']),
        egress: fc.array(fc.record({ to: fc.array(fc.constant({})) }), { maxLength: 2 }),
      }),
    }),
    fc.record({
      kind: fc.constant('HorizontalPodAutoscaler'),
      spec: fc.record({
        scaleTargetRef: fc.record({ kind: fc.constantFrom('Deployment', 'StatefulSet'), name }),
        metrics: fc.array(fc.record({ type: fc.constant('Resource'), resource: fc.record({ name }) })),
      }),
    }),
  ),
  { maxLength: 7 },
)

// Random manifests take their time on a busy machine.
describe('laws', { timeout: 60_000 }, () => {
  it.each(goldenManifests())(
    '$file: ids are unique, edges end in nodes, every path exists, everything has its place',
    ({ text }) => {
      checkSound(read(text).documents)
    },
  )

  it('never throws, whatever the text made of a design', () => {
    fc.assert(
      fc.property(fc.tuple(manifest, json, fc.nat()), ([documents, junk, seed]) => {
        checkSound(documents.map((document) => spoilt(document, junk, seed)))
      }),
      { numRuns: 150 },
    )
  })

  it('draws the same with and without what was drawn before', () => {
    fc.assert(
      fc.property(manifest, json, fc.nat(), (documents, junk, seed) => {
        const first = diagram(documents)
        const placed = layout(first)
        const after = documents.map((document) => spoilt(document, junk, seed))
        const second = diagram(after, first)
        expect(second).toEqual(diagram(structuredClone(after)))
        expect({ ...layout(second, placed), diagram: null }).toEqual({ ...layout(second), diagram: null })
      }),
      { numRuns: 150 },
    )
  })

  it('never throws, whatever the documents are', () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 4 }), (documents) => {
        checkSound(documents)
      }),
      { numRuns: 400 },
    )
  })

  it('no two cards overlap, everything inside a frame lies inside it, texts on lines stay apart', () => {
    fc.assert(
      fc.property(manifest, (documents) => {
        checkSound(documents)
        const drawn = diagram(documents)
        const placed = layout(drawn)
        const place = new Map(placed.places.map((each) => [each.id, each]))
        const box = (id: string) => {
          const found = place.get(id)
          if (found === undefined) throw new Error(`no place for ${id}`)
          return found
        }
        const frames = drawn.nodes.filter(
          (node) => node.kind === 'workload' || (node.kind === 'pod' && node.workload === null),
        )
        const outsiders = drawn.nodes.filter((node) => node.kind === 'service' || node.kind === 'object')
        const siblings = [
          [...frames, ...outsiders],
          ...drawn.nodes.flatMap((node) =>
            node.kind === 'pod' ? [[...node.containers, ...node.volumes].map((id) => ({ id }))] : [],
          ),
        ]
        const collisions = siblings.flatMap((list) =>
          list.flatMap((a, i) => list.slice(i + 1).filter((b) => overlap(box(a.id), box(b.id)))),
        )
        expect(collisions).toEqual([])
        const outside = drawn.nodes.filter((node) => {
          const parent =
            node.kind === 'pod'
              ? node.workload
              : node.kind === 'container' || node.kind === 'volume'
                ? node.pod
                : null
          return parent !== null && !inside(box(node.id), box(parent))
        })
        expect(outside).toEqual([])
        const texts = placed.routes.flatMap(({ label }) => {
          if (label === null) return []
          const width = textWidth(label.text)
          return [
            { x: label.anchor === 'start' ? label.x : label.x - width, y: label.y - 11, width, height: 14 },
          ]
        })
        const solid = drawn.nodes
          .filter((node) => node.kind !== 'pod' && node.kind !== 'workload')
          .map((node) => box(node.id))
        const covered = texts.filter(
          (a, i) => texts.slice(i + 1).some((b) => overlap(a, b)) || solid.some((card) => overlap(a, card)),
        )
        expect(covered).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

/** Puts junk somewhere into a value, depending on the seed. */
function spoilt(value: Json, junk: Json, seed: number): Json {
  if (seed % 5 === 0 || value === null || typeof value !== 'object') return junk
  const entries = Object.entries(value)
  const at = seed % Math.max(1, entries.length)
  const changed = entries.map(([key, item], i): [string, Json] => [
    key,
    i === at ? spoilt(item, junk, seed >> 1) : item,
  ])
  return Array.isArray(value) ? changed.map(([, item]) => item) : Object.fromEntries(changed)
}

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function inside(a: Rectangle, b: Rectangle): boolean {
  return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height
}
