import { expect, it } from 'vitest'
import { diagram } from '../../core/diagram/diagram'
import { read } from '../../core/yaml/read'
import { aimingOf, pairingOf } from './pairing'

const TEXT = `
kind: Deployment
metadata: {name: web}
spec: {template: {spec: {containers: [{name: nginx, image: nginx, envFrom: [{secretRef: {name: gone}}]}]}}}
---
{kind: DaemonSet, metadata: {name: agent}, spec: {}}
---
{kind: Pod, metadata: {name: alone}, spec: {}}
---
{kind: Service, metadata: {name: front}}
---
{kind: Service, metadata: {name: alias}, spec: {type: ExternalName, externalName: a.example.com}}
---
{kind: Ingress, metadata: {name: door}}
---
{kind: HorizontalPodAutoscaler, metadata: {name: scaler}}
---
{kind: PodDisruptionBudget, metadata: {name: budget}}
---
{kind: NetworkPolicy, metadata: {name: wall}}
---
{kind: ServiceAccount, metadata: {name: clerk}}
---
{kind: ConfigMap, metadata: {name: settings}}
---
{kind: Gizmo, metadata: {name: it}}
`

const { nodes } = diagram(read(TEXT).documents)
const nameOf = (id: string): string => {
  const node = nodes.find((each) => each.id === id)
  return node?.kind === 'pod' && node.workload !== null
    ? `pod of ${nameOf(node.workload)}`
    : (node?.label ?? '')
}

/** All that a node can be connected to, by name. */
function connections(name: string): readonly string[] {
  return nodes.flatMap((node) =>
    node.label !== name
      ? []
      : nodes.flatMap((other) => (pairingOf(node, other) === null ? [] : [nameOf(other.id)])),
  )
}

const PODS = ['web', 'pod of web', 'agent', 'pod of agent', 'alone']

it.each<[name: string, others: readonly string[]]>([
  ['front', [...PODS, 'door']],
  ['alias', ['door']],
  ['door', ['front', 'alias']],
  ['scaler', ['web']],
  ['budget', PODS],
  ['wall', PODS],
  ['clerk', PODS],
  ['settings', ['nginx']],
  ['gone', ['nginx']],
  ['it', []],
])('%s is connected to %j', (name, others) => {
  expect(connections(name).toSorted((a, b) => a.localeCompare(b))).toEqual(
    others.toSorted((a, b) => a.localeCompare(b)),
  )
})

it('is the same from either end', () => {
  for (const a of nodes) for (const b of nodes) expect(pairingOf(a, b)).toEqual(pairingOf(b, a))
})

it('lets only declared objects be pointed at others', () => {
  expect(nodes.filter((node) => aimingOf(node) !== null).map(({ label }) => label)).toEqual([
    'front',
    'door',
    'scaler',
    'budget',
    'wall',
    'clerk',
  ])
})
