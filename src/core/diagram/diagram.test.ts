import { produce } from 'immer'
import { describe, expect, it } from 'vitest'
import { goldenManifests } from '../../golden/texts'
import { setValue } from '../kubernetes/edits/setValue'
import { read } from '../yaml/read'
import { diagram } from './diagram'
import { layout } from './layout'
import type { Diagram } from './node'

const MANIFESTS = goldenManifests()
const documentsOf = (name: string) =>
  read(MANIFESTS.find(({ file }) => file.endsWith(`/${name}`))?.text ?? '').documents

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

describe('what is drawn', () => {
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
