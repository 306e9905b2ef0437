import { describe, expect, it } from 'vitest'
import { TrialCluster } from '../../../golden/trialCluster'
import type { ObjectsByKind } from '../api/objects'

type DaemonSet = ObjectsByKind['DaemonSet']
type Spec = NonNullable<DaemonSet['spec']>

function agent(
  image: string,
  spec: Spec = {},
  nodeSelector: Readonly<Record<string, string>> = {},
): DaemonSet {
  return {
    metadata: { name: 'agent', namespace: 'default' },
    spec: {
      selector: { matchLabels: { app: 'agent' } },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      ...spec,
      template: {
        metadata: { labels: { app: 'agent' } },
        spec: { containers: [{ name: 'agent', image }], nodeSelector },
      },
    },
  }
}

function trial(daemonSet: DaemonSet): TrialCluster {
  const cluster = new TrialCluster()
  cluster.api.put('DaemonSet', daemonSet)
  return cluster
}

function update(cluster: TrialCluster, { spec }: DaemonSet): void {
  cluster.api.put('DaemonSet', { ...cluster.api.get('DaemonSet', 'default', 'agent'), spec })
}

const images = (cluster: TrialCluster) =>
  cluster.api.list('Pod').map(({ spec }) => spec?.containers?.[0]?.image)
const status = (cluster: TrialCluster) => cluster.api.get('DaemonSet', 'default', 'agent')?.status

describe('a DaemonSet', () => {
  it('has a pod on the node', () => {
    const cluster = trial(agent('a'))
    cluster.runTo(5)
    expect(cluster.api.list('Pod')[0]?.spec?.nodeName).toBe('node-1')
    expect(status(cluster)).toMatchObject({
      desiredNumberScheduled: 1,
      numberAvailable: 1,
      updatedNumberScheduled: 1,
    })
  })

  it('has none where the node does not fit, and takes it away when it fits no more', () => {
    const cluster = trial(agent('a'))
    cluster.runTo(5)
    update(cluster, agent('a', {}, { disk: 'ssd' }))
    cluster.runTo(10)
    expect(images(cluster)).toEqual([])
    expect(status(cluster)).toMatchObject({ desiredNumberScheduled: 0, currentNumberScheduled: 0 })
  })

  it('stays on a node that is cordoned', () => {
    const cluster = trial(agent('a'))
    const node = cluster.api.get('Node', 'default', 'node-1') ?? {}
    cluster.api.put('Node', { ...node, spec: { unschedulable: true } })
    cluster.runTo(5)
    expect(status(cluster)?.numberReady).toBe(1)
  })

  it.each<[string, Spec, readonly (string | undefined)[]]>([
    ['deletes the old pod first', {}, []],
    [
      'makes the new pod first',
      { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } },
      ['a', 'b'],
    ],
  ])('%s', (_does, spec, midway) => {
    const cluster = trial(agent('a', spec))
    cluster.runTo(5)
    update(cluster, agent('b', spec))
    cluster.runTo(5.5)
    expect(
      cluster.api.list('Pod').filter(({ metadata }) => metadata?.deletionTimestamp === undefined),
    ).toHaveLength(midway.length)
    cluster.runTo(12)
    expect(images(cluster)).toEqual(['b'])
    expect(status(cluster)).toMatchObject({ numberAvailable: 1, updatedNumberScheduled: 1 })
  })

  it('leaves the old pod to whoever deletes it with OnDelete', () => {
    const spec = { updateStrategy: { type: 'OnDelete' } }
    const cluster = trial(agent('a', spec))
    cluster.runTo(5)
    update(cluster, agent('b', spec))
    cluster.runTo(10)
    expect(images(cluster)).toEqual(['a'])
    expect(status(cluster)?.updatedNumberScheduled).toBe(0)
  })
})
