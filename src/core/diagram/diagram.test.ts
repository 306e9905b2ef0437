import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { produce } from 'immer'
import { describe, expect, it } from 'vitest'
import { setValue } from '../kubernetes/edits/setValue'
import type { Json } from '../kubernetes/json'
import { valueAt } from '../kubernetes/path'
import { read } from '../yaml/read'
import { diagram } from './diagram'
import { textWidth } from './labelText'
import { layout } from './layout'
import type { Diagram } from './node'

const MANIFESTS = new URL('../../golden/manifests/', import.meta.url)
const files = readdirSync(MANIFESTS).filter((name) => name.endsWith('.yaml'))
const documentsOf = (name: string) => read(readFileSync(new URL(name, MANIFESTS), 'utf8')).documents

/** An edge in words: `mount nginx > data: /usr/share/nginx/html`. */
function lines({ nodes, edges }: Diagram): readonly string[] {
  const name = (id: string) => {
    const node = nodes.find((each) => each.id === id)
    return node?.kind === 'pod' && node.label === '' ? 'pod' : (node?.label ?? id)
  }
  return edges.map(
    (edge) =>
      `${edge.kind} ${name(edge.source)} > ${name(edge.target)}${edge.label === '' ? '' : `: ${edge.label}`}${edge.readOnly ? ' (ro)' : ''}`,
  )
}

function cards({ nodes }: Diagram): readonly string[] {
  return nodes.map((node) => `${node.kind} ${node.word} ${node.label}`.trim())
}

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

describe('what is drawn', () => {
  it.each(files)(
    '%s: ids are unique, edges end in nodes, every path exists, everything has its place',
    (name) => {
      checkSound(documentsOf(name))
    },
  )

  it('draws seed-2 as service, frames, containers, volume and downward API', () => {
    const drawn = diagram(documentsOf('seed-2.yaml'))
    expect(cards(drawn)).toEqual([
      'service Load balancer nginx-svc',
      'workload Deployment test',
      'pod Pod',
      'container app nginx',
      'container app busybox',
      'volume emptyDir data',
      'object pod facts Downward API',
    ])
    expect(lines(drawn)).toEqual([
      'selector nginx-svc > pod',
      'port nginx-svc > nginx: :80',
      'mount nginx > data: /usr/share/nginx/html',
      'mount busybox > data: /var/log',
      'env Downward API > busybox: POD_NAME',
    ])
    expect(drawn.nodes.find((node) => node.label === 'nginx')?.title).toBe(
      'Container nginx, app, image nginx:1.17, port 80',
    )
  })

  it('draws sources, projected ones and both roles of the init lane', () => {
    const drawn = diagram(documentsOf('everything-deployment.yaml'))
    expect(lines(drawn)).toEqual([
      'mount app > tmp: /tmp',
      'mount app > config: /etc/app/app.yaml (ro)',
      'mount app > data: /data',
      'mount app > identity: /var/run/identity (ro)',
      'mount log-shipper > tmp: /logs (ro)',
      'env db > migrate: DB_URL',
      'env Downward API > app: POD_IP +2',
      'env app-config > app: LEVEL +1',
      'env app-secret > app: PASSWORD +1',
      'backing config > app-config',
      'backing data > data',
      'backing identity > Downward API',
      'backing identity > ca-bundle',
      'backing identity > extra',
    ])
    const orders = drawn.nodes.flatMap((node) =>
      node.kind === 'container' ? [`${node.label} ${node.role} ${node.order ?? '-'}`] : [],
    )
    expect(orders).toEqual(['migrate init 1', 'proxy sidecar 2', 'app app -', 'log-shipper app -'])
  })

  it('draws a StatefulSet’s claim templates as volumes and resolves a port by name', () => {
    const drawn = diagram(documentsOf('statefulset.yaml'))
    expect(lines(drawn)).toEqual([
      'selector db > pod',
      'port db > postgres: :5432',
      'mount postgres > data: /var/lib/postgresql/data',
      'env db > postgres: POSTGRES_PASSWORD',
    ])
  })

  it('says when a Service selects nothing, and draws what it can not reach', () => {
    const services = diagram(documentsOf('services.yaml')).nodes
    expect(services.map((node) => (node.kind === 'service' ? node.selects : ''))).toEqual([
      'selects nothing',
      'selects nothing',
      'selects nothing',
      'alias of db.example.com',
    ])
  })

  it('links other objects by the names and labels they use', () => {
    const text = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules: [{http: {paths: [{backend: {service: {name: web}}}]}}]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {kind: Deployment, name: web}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {selector: {matchLabels: {app: web}}}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: web
      containers: [{name: web, image: nginx, volumeMounts: [{name: gone, mountPath: /gone}]}]
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: web}
`
    const drawn = diagram(read(text).documents)
    expect(drawn.edges.map((edge) => edge.title)).toEqual([
      'Service web selects the pods of web by app=web',
      'Volume gone in container web at /gone',
      'ServiceAccount web is the identity of the pod of web',
      'Ingress web sends traffic to Service web',
      'HorizontalPodAutoscaler web scales Deployment web',
      'PodDisruptionBudget web selects the pods of web',
    ])
    const service = drawn.nodes.find((node) => node.kind === 'service')
    expect(service?.ports.map((port) => port.problem)).toEqual(['no port named http'])
    expect(drawn.nodes.find((node) => node.kind === 'volume')?.missing).toBe(true)
  })

  it('keeps the object of everything whose meaning did not change', () => {
    const before = documentsOf('seed-2.yaml')
    const first = diagram(before)
    const placed = layout(first)
    expect(diagram(structuredClone(before), first)).toBe(first)
    const after = produce(before, (draft) => {
      setValue([0, 'spec', 'template', 'spec', 'containers', 0, 'image'], 'nginx:1.18')(draft)
    })
    const second = diagram(after, first)
    const changed = second.nodes.filter((node, i) => node !== first.nodes[i])
    expect(changed.map((node) => node.label)).toEqual(['nginx'])
    expect(second.edges).toBe(first.edges)
    expect(layout(second, placed).places).toBe(placed.places)
    expect(layout(second, placed).routes).toBe(placed.routes)
  })
})

/** Keys that mean something to the diagram, so that random documents get deep into it. */
const KEYS = ['apiVersion', 'kind', 'metadata', 'name', 'labels', 'spec', 'template', 'containers', 'initContainers',
  'volumes', 'volumeMounts', 'mountPath', 'env', 'envFrom', 'valueFrom', 'configMapKeyRef', 'fieldRef', 'fileKeyRef',
  'volumeName', 'ports', 'containerPort', 'port', 'targetPort', 'selector', 'configMap', 'projected', 'sources',
  'hostPath', 'path', 'rules', 'imagePullSecrets', 'volumeClaimTemplates', 'restartPolicy', '__proto__'] // prettier-ignore
const VALUES = [
  'Deployment',
  'Pod',
  'StatefulSet',
  'Service',
  'ConfigMap',
  'Ingress',
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
      }),
    }),
    fc.record({
      kind: fc.constant('PodDisruptionBudget'),
      spec: fc.record({ selector: fc.record({ matchLabels: labels }) }),
    }),
  ),
  { maxLength: 7 },
)

// Random manifests take their time on a busy machine.
describe('laws', { timeout: 60_000 }, () => {
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
