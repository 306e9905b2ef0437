import { describe, expect, it } from 'vitest'
import { TrialCluster } from '../../../../golden/trialCluster'
import type { PodSpec } from '../../../kubernetes/schema/types-1.36'
import type { ClusterNode } from '../../api/objects'
import { conditionOf } from '../../kubelet/status/podStatusTypes'

const CONTAINERS = [{ name: 'app', image: 'app' }]

/** What the server says of a pod that stays without node, from the reasons on. */
function refused(reasons: string, isHelpless: boolean): string {
  const help = isHelpless
    ? 'Preemption is not helpful for scheduling'
    : 'No preemption victims found for incoming pod'
  return `0/1 nodes are available: ${reasons}. no new claims to deallocate, preemption: 0/1 nodes are available: 1 ${help}.`
}

function asking(cpu: string, more: Readonly<Record<string, string>> = {}): PodSpec {
  return { containers: [{ name: 'app', image: 'app', resources: { requests: { cpu, ...more } } }] }
}

/** A cluster with a pod on its node that takes half of everything, and a port. */
function occupied(change: (node: ClusterNode) => ClusterNode = (node) => node): TrialCluster {
  const cluster = new TrialCluster()
  cluster.api.put('Node', change(cluster.api.get('Node', 'default', 'node-1') ?? {}))
  put(cluster, 'first', {
    ...asking('2', { memory: '4Gi' }),
    containers: [
      {
        name: 'app',
        image: 'app',
        ports: [{ containerPort: 80, hostPort: 8080 }],
        resources: { requests: { cpu: '2', memory: '4Gi' } },
      },
    ],
    nodeName: 'node-1',
  })
  return cluster
}

function put(cluster: TrialCluster, name: string, spec: PodSpec): void {
  cluster.api.put('Pod', {
    metadata: { name, namespace: 'default', labels: { app: 'web' } },
    spec: { containers: CONTAINERS, ...spec },
    status: { phase: 'Pending' },
  })
}

const scheduledOf = (cluster: TrialCluster, name = 'second') =>
  conditionOf(cluster.api.get('Pod', 'default', name)?.status?.conditions, 'PodScheduled')

function antiAffinity(topologyKey: string): PodSpec {
  const term = { labelSelector: { matchLabels: { app: 'web' } }, topologyKey }
  return { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } }
}

describe('a pod', () => {
  it.each<[string, PodSpec]>([
    ['asks for nothing', {}],
    ['asks for what is left', asking('2', { memory: '4Gi' })],
    ['selects the node', { nodeSelector: { 'kubernetes.io/os': 'linux' } }],
    ['keeps away from others in zones, which the node has not', antiAffinity('topology.kubernetes.io/zone')],
    [
      'uses another port of the node',
      { containers: [{ name: 'a', ports: [{ containerPort: 80, hostPort: 81 }] }] },
    ],
  ])('that %s gets the node', (_what, spec) => {
    const cluster = occupied()
    put(cluster, 'second', spec)
    cluster.runTo(1)
    expect(cluster.api.get('Pod', 'default', 'second')?.spec?.nodeName).toBe('node-1')
    expect(scheduledOf(cluster)).toMatchObject({ status: 'True', lastTransitionTime: '2030-01-01T00:00:00Z' })
    expect(cluster.messages('Pod')).toContain('Scheduled: Successfully assigned default/second to node-1')
  })

  it.each<[string, PodSpec, string, boolean]>([
    ['asks for more than is left', asking('2500m'), '1 Insufficient cpu', false],
    ['asks for more than there is', asking('5'), '1 Insufficient cpu', true],
    [
      'asks for too much of two',
      asking('3', { memory: '5Gi' }),
      '1 Insufficient cpu, 1 Insufficient memory',
      false,
    ],
    [
      'asks for what nobody has',
      asking('1', { 'nvidia.com/gpu': '1' }),
      '1 Insufficient nvidia.com/gpu',
      true,
    ],
    [
      'selects another node',
      { nodeSelector: { disk: 'ssd' } },
      "1 node(s) didn't match Pod's node affinity/selector",
      true,
    ],
    [
      'wants the same port of the node',
      { containers: [{ name: 'a', ports: [{ containerPort: 1, hostPort: 8080 }] }] },
      "1 node(s) didn't have free ports for the requested pod ports",
      false,
    ],
    [
      'keeps away from others',
      antiAffinity('kubernetes.io/hostname'),
      "1 node(s) didn't match pod anti-affinity rules",
      false,
    ],
    [
      'wants to be beside nobody',
      {
        affinity: {
          podAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              { labelSelector: { matchLabels: { app: 'db' } }, topologyKey: 'kubernetes.io/hostname' },
            ],
          },
        },
      },
      "1 node(s) didn't match pod affinity rules",
      true,
    ],
    [
      'spreads over zones',
      {
        topologySpreadConstraints: [
          { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {} },
        ],
      },
      "1 node(s) didn't match pod topology spread constraints (missing required label)",
      true,
    ],
    [
      'spreads over two nodes at least',
      {
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            minDomains: 2,
            topologyKey: 'kubernetes.io/hostname',
            whenUnsatisfiable: 'DoNotSchedule',
            labelSelector: { matchLabels: { app: 'web' } },
          },
        ],
      },
      "1 node(s) didn't match pod topology spread constraints",
      false,
    ],
    [
      'uses a claim that is not there',
      { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
      'persistentvolumeclaim "data" not found',
      true,
    ],
  ])('that %s stays pending', (_what, spec, reasons, isHelpless) => {
    const cluster = occupied()
    put(cluster, 'second', spec)
    cluster.runTo(1)
    const message = refused(reasons, isHelpless)
    expect(scheduledOf(cluster)).toMatchObject({ status: 'False', reason: 'Unschedulable', message })
    expect(cluster.messages('Pod')).toContain(`FailedScheduling: ${message}`)
  })

  it.each<[string, ClusterNode['spec'], PodSpec, string | null]>([
    ['cordoned', { unschedulable: true }, {}, '1 node(s) were unschedulable'],
    ['tainted', { taints: [{ key: 'a', effect: 'NoSchedule' }] }, {}, '1 node(s) had untolerated taint(s)'],
    ['a bit tainted', { taints: [{ key: 'a', effect: 'PreferNoSchedule' }] }, {}, null],
    [
      'tainted with what it tolerates',
      { taints: [{ key: 'a', value: 'b', effect: 'NoSchedule' }] },
      { tolerations: [{ key: 'a', operator: 'Equal', value: 'b' }] },
      null,
    ],
    [
      'tainted otherwise',
      { taints: [{ key: 'a', value: 'c', effect: 'NoSchedule' }] },
      { tolerations: [{ key: 'a', operator: 'Equal', value: 'b' }] },
      '1 node(s) had untolerated taint(s)',
    ],
  ])('on a node that is %s', (_what, nodeSpec, spec, reasons) => {
    const cluster = occupied((node) => ({ ...node, spec: nodeSpec }))
    put(cluster, 'second', spec)
    cluster.runTo(1)
    expect(scheduledOf(cluster)?.message ?? null).toBe(reasons === null ? null : refused(reasons, true))
  })

  it('gets the node as soon as there is room', () => {
    const cluster = occupied()
    put(cluster, 'second', asking('3'))
    cluster.runTo(5)
    cluster.api.remove('Pod', 'default', 'first')
    cluster.runTo(6)
    expect(cluster.api.get('Pod', 'default', 'second')?.spec?.nodeName).toBe('node-1')
  })

  it('waits for its gates to be taken away', () => {
    const cluster = occupied()
    put(cluster, 'second', { schedulingGates: [{ name: 'wait' }] })
    cluster.runTo(1)
    expect(scheduledOf(cluster)).toMatchObject({ status: 'False', reason: 'SchedulingGated' })
  })

  it('of more priority goes first', () => {
    const cluster = occupied()
    put(cluster, 'a', { ...asking('2'), priority: 1 })
    put(cluster, 'b', { ...asking('2'), priority: 2 })
    cluster.runTo(1)
    expect(cluster.api.get('Pod', 'default', 'b')?.spec?.nodeName).toBe('node-1')
    expect(cluster.api.get('Pod', 'default', 'a')?.spec?.nodeName).toBeUndefined()
  })
})
