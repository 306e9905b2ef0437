import { describe, expect, it } from 'vitest'
import { TrialCluster, type PodPlan } from '../../../../golden/trialCluster'
import type { StatefulSet } from './identity'

type Spec = NonNullable<StatefulSet['spec']>

function db(image: string, spec: Spec = {}): StatefulSet {
  return {
    metadata: { name: 'db', namespace: 'default' },
    spec: {
      replicas: 3,
      serviceName: 'db',
      podManagementPolicy: 'OrderedReady',
      selector: { matchLabels: { app: 'db' } },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      ],
      ...spec,
      template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image }] } },
    },
  }
}

function trial(set: StatefulSet, plan: PodPlan = { readyAfter: 2, endsAfter: 1 }): TrialCluster {
  const cluster = new TrialCluster(() => plan)
  cluster.api.put('StatefulSet', set)
  return cluster
}

function change(cluster: TrialCluster, spec: Spec): void {
  const set = cluster.api.get('StatefulSet', 'default', 'db') ?? {}
  cluster.api.put('StatefulSet', { ...set, spec: { ...set.spec, ...spec } })
}

/** The pods and their images. */
const podsOf = (cluster: TrialCluster) =>
  cluster.api
    .list('Pod')
    .map(({ metadata, spec, status }) => `${metadata?.name} ${spec?.containers?.[0]?.image} ${status?.phase}`)
const claimsOf = (cluster: TrialCluster) =>
  cluster.api
    .list('PersistentVolumeClaim')
    .map(({ metadata, spec, status }) => [metadata?.name, spec?.storageClassName, status?.phase].join(' '))
/** What was added and deleted of pods, in order. */
const comings = (cluster: TrialCluster, from = 0) =>
  cluster.changes
    .slice(from)
    .filter(({ kind, change: what }) => kind === 'Pod' && what !== 'modified')
    .map(({ name, change: what }) => `${what} ${name}`)

describe('a StatefulSet', () => {
  it('makes its pods one after the other, with claims of their own that bind when a pod needs them', () => {
    const cluster = trial(db('a'))
    cluster.runTo(1)
    expect(podsOf(cluster)).toEqual(['db-0 a Pending'])
    cluster.runTo(3)
    expect(podsOf(cluster)).toEqual(['db-0 a Running', 'db-1 a Pending'])
    cluster.runTo(10)
    expect(podsOf(cluster)).toEqual(['db-0 a Running', 'db-1 a Running', 'db-2 a Running'])
    expect(claimsOf(cluster)).toEqual([0, 1, 2].map((ordinal) => `data-db-${ordinal} standard Bound`))
    const pod = cluster.api.get('Pod', 'default', 'db-1')
    expect(pod?.spec).toMatchObject({ hostname: 'db-1', subdomain: 'db' })
    expect(pod?.spec?.volumes?.[0]?.persistentVolumeClaim?.claimName).toBe('data-db-1')
    expect(pod?.metadata?.labels).toMatchObject({ 'apps.kubernetes.io/pod-index': '1' })
    expect(cluster.messages('StatefulSet').slice(0, 2)).toEqual([
      'SuccessfulCreate: create Claim data-db-0 Pod db-0 in StatefulSet db success',
      'SuccessfulCreate: create Pod db-0 in StatefulSet db successful',
    ])
  })

  it('makes them all at once where the order does not matter', () => {
    const cluster = trial(db('a', { podManagementPolicy: 'Parallel' }))
    cluster.runTo(1)
    expect(podsOf(cluster)).toHaveLength(3)
  })

  it('shrinks from the highest on, one by one, and keeps the claims', () => {
    const cluster = trial(db('a'))
    cluster.runTo(10)
    const before = cluster.changes.length
    change(cluster, { replicas: 1 })
    cluster.runTo(20)
    expect(comings(cluster, before)).toEqual(['deleted db-2', 'deleted db-1'])
    expect(claimsOf(cluster)).toHaveLength(3)
  })

  it('is stopped by a pod that is not ready', () => {
    const cluster = trial(db('a'), { readyAfter: null, endsAfter: 1 })
    cluster.runTo(100)
    expect(podsOf(cluster)).toEqual(['db-0 a Pending'])
  })

  it('replaces its pods from the highest on, each when the one before is ready', () => {
    const cluster = trial(db('a'))
    cluster.runTo(10)
    const before = cluster.changes.length
    change(cluster, db('b').spec ?? {})
    cluster.runTo(30)
    expect(comings(cluster, before)).toEqual(
      [2, 1, 0].flatMap((ordinal) => [`deleted db-${ordinal}`, `added db-${ordinal}`]),
    )
    const { status } = cluster.api.get('StatefulSet', 'default', 'db') ?? {}
    expect(status).toMatchObject({ readyReplicas: 3, updatedReplicas: 3, currentReplicas: 3 })
    expect(status?.currentRevision).toBe(status?.updateRevision)
  })

  it('leaves pods below the partition alone, and makes them anew of the old template', () => {
    const cluster = trial(db('a'))
    cluster.runTo(10)
    change(cluster, {
      ...db('b').spec,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } },
    })
    cluster.runTo(20)
    cluster.api.remove('Pod', 'default', 'db-0')
    cluster.runTo(30)
    expect(podsOf(cluster)).toEqual(['db-0 a Running', 'db-1 a Running', 'db-2 b Running'])
  })

  it('waits for somebody to delete the pods with OnDelete', () => {
    const cluster = trial(db('a'))
    cluster.runTo(10)
    change(cluster, { ...db('b').spec, updateStrategy: { type: 'OnDelete' } })
    cluster.runTo(20)
    cluster.api.remove('Pod', 'default', 'db-1')
    cluster.runTo(30)
    expect(podsOf(cluster)).toEqual(['db-0 a Running', 'db-1 b Running', 'db-2 a Running'])
  })

  it('replaces a pod that has ended', () => {
    const cluster = trial(db('a', { replicas: 1 }), {
      readyAfter: 2,
      exits: { after: 5, code: 1 },
      endsAfter: 1,
    })
    cluster.runTo(8)
    expect(podsOf(cluster)).toEqual(['db-0 a Running'])
    expect(cluster.messages('StatefulSet')).toContain(
      'RecreatingFailedPod: StatefulSet default/db is recreating failed Pod db-0',
    )
  })
})
