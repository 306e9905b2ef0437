import { describe, expect, it } from 'vitest'
import { TrialCluster } from '../../../golden/trialCluster'
import { deleteObject, type Propagation } from '../api/deletion'

function trial(): TrialCluster {
  const cluster = new TrialCluster(() => ({ readyAfter: 1, endsAfter: 3 }))
  cluster.api.put('Deployment', {
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image: 'nginx' }] },
      },
    },
  })
  cluster.runTo(5)
  return cluster
}

/** How many Deployments, ReplicaSets and pods there are. */
const countsOf = ({ api }: TrialCluster) =>
  (['Deployment', 'ReplicaSet', 'Pod'] as const).map((kind) => api.list(kind).length)

describe('what a deleted Deployment owns', () => {
  it.each<[Propagation, readonly number[], readonly number[]]>([
    ['Background', [0, 0, 2], [0, 0, 0]],
    ['Foreground', [1, 1, 2], [0, 0, 0]],
    ['Orphan', [0, 1, 2], [0, 1, 2]],
  ])('goes with %s: %j, then %j', (propagation, soon, later) => {
    const cluster = trial()
    deleteObject(cluster, 'Deployment', 'default', 'web', null, propagation)
    cluster.runTo(6)
    expect(countsOf(cluster)).toEqual(soon)
    cluster.runTo(10)
    expect(countsOf(cluster)).toEqual(later)
  })

  it('is adopted by another one of the same selector', () => {
    const cluster = trial()
    const before = cluster.api.get('Deployment', 'default', 'web')
    const names = cluster.api.list('Pod').map(({ metadata }) => metadata?.name)
    deleteObject(cluster, 'Deployment', 'default', 'web', null, 'Orphan')
    cluster.runTo(6)
    cluster.api.put('Deployment', { metadata: { name: 'web', namespace: 'default' }, spec: before?.spec })
    cluster.runTo(10)
    expect(cluster.api.list('Pod').map(({ metadata }) => metadata?.name)).toEqual(names)
    expect(countsOf(cluster)).toEqual([1, 1, 2])
  })
})

describe('a pod whose labels its ReplicaSet no longer selects', () => {
  it('is let go, and replaced', () => {
    const cluster = trial()
    const [pod] = cluster.api.list('Pod')
    cluster.api.put('Pod', { ...pod, metadata: { ...pod?.metadata, labels: { app: 'quarantine' } } })
    cluster.runTo(10)
    expect(countsOf(cluster)).toEqual([1, 1, 3])
    expect(cluster.api.get('Pod', 'default', pod?.metadata?.name ?? '')?.metadata?.ownerReferences).toEqual(
      [],
    )
  })
})

describe('a pod that nobody controls', () => {
  it('is adopted by a ReplicaSet that selects it', () => {
    const cluster = new TrialCluster()
    const template = {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'nginx' }] },
    }
    cluster.api.put('Pod', {
      metadata: { name: 'alone', namespace: 'default', labels: { app: 'web' } },
      spec: template.spec,
    })
    cluster.api.put('ReplicaSet', {
      metadata: { name: 'web', namespace: 'default' },
      spec: { replicas: 1, selector: { matchLabels: { app: 'web' } }, template },
    })
    cluster.runTo(5)
    expect(
      cluster.api.list('Pod').map(({ metadata }) => [metadata?.name, metadata?.ownerReferences?.[0]?.name]),
    ).toEqual([['alone', 'web']])
  })
})
