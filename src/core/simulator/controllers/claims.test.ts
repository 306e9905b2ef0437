import { describe, expect, it } from 'vitest'
import { TrialCluster } from '../../../golden/trialCluster'
import type { PersistentVolumeClaimSpec, Volume } from '../../kubernetes/schema/types-1.36'
import { CLAIM_PROTECTION, deleteObject } from '../api/deletion'

const SPEC: PersistentVolumeClaimSpec = {
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage: '1Gi' } },
}

function trial(spec: PersistentVolumeClaimSpec = SPEC): TrialCluster {
  const cluster = new TrialCluster()
  cluster.api.put('PersistentVolumeClaim', {
    metadata: { name: 'data', namespace: 'default', finalizers: [CLAIM_PROTECTION] },
    spec,
  })
  return cluster
}

function use(cluster: TrialCluster, volume: Volume, name = 'app'): void {
  cluster.api.put('Pod', {
    metadata: { name, namespace: 'default' },
    spec: { containers: [{ name: 'app', image: 'app' }], volumes: [volume] },
    status: { phase: 'Pending' },
  })
}

const DATA: Volume = { name: 'data', persistentVolumeClaim: { claimName: 'data' } }
const claimOf = (cluster: TrialCluster, name = 'data') =>
  cluster.api.get('PersistentVolumeClaim', 'default', name)
const nodeOf = (cluster: TrialCluster) => cluster.api.get('Pod', 'default', 'app')?.spec?.nodeName

describe('a claim', () => {
  it('waits for a pod, and is bound before the pod gets its node', () => {
    const cluster = trial()
    cluster.runTo(1)
    expect(claimOf(cluster)?.status?.phase).toBe('Pending')
    expect(cluster.messages('PersistentVolumeClaim')).toEqual([
      'WaitForFirstConsumer: waiting for first consumer to be created before binding',
    ])
    use(cluster, DATA)
    cluster.runTo(2)
    const claim = claimOf(cluster)
    expect(claim?.spec).toMatchObject({
      storageClassName: 'standard',
      volumeName: `pvc-${claim?.metadata?.uid}`,
    })
    expect(claim?.status).toEqual({
      phase: 'Bound',
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '1Gi' },
    })
    expect(nodeOf(cluster)).toBe('node-1')
  })

  it('without a class has no volume, and its pod no node', () => {
    const cluster = trial({ ...SPEC, storageClassName: '' })
    use(cluster, DATA)
    cluster.runTo(1)
    expect(claimOf(cluster)?.status?.phase).toBe('Pending')
    expect(nodeOf(cluster)).toBeUndefined()
    expect(cluster.messages('PersistentVolumeClaim')).toEqual([
      'FailedBinding: no persistent volumes available for this claim and no storage class is set',
    ])
    expect(cluster.messages('Pod')[0]).toContain('pod has unbound immediate PersistentVolumeClaims.')
  })

  it('that a pod uses stays until the pod is gone', () => {
    const cluster = trial()
    use(cluster, DATA)
    cluster.runTo(5)
    deleteObject(cluster, 'PersistentVolumeClaim', 'default', 'data')
    cluster.runTo(6)
    expect(claimOf(cluster)?.metadata?.deletionTimestamp).toBe('2030-01-01T00:00:05Z')
    cluster.api.remove('Pod', 'default', 'app')
    cluster.runTo(7)
    expect(claimOf(cluster)).toBeUndefined()
  })

  it('for one pod alone keeps a second one waiting', () => {
    const cluster = trial({ ...SPEC, accessModes: ['ReadWriteOncePod'] })
    use(cluster, DATA)
    cluster.runTo(1)
    use(cluster, DATA, 'second')
    cluster.runTo(2)
    expect(cluster.messages('Pod').at(-1)).toContain('ReadWriteOncePod access mode')
  })

  it('of an ephemeral volume comes and goes with its pod', () => {
    const cluster = new TrialCluster()
    use(cluster, { name: 'scratch', ephemeral: { volumeClaimTemplate: { spec: SPEC } } })
    cluster.runTo(1)
    expect(claimOf(cluster, 'app-scratch')?.status?.phase).toBe('Bound')
    expect(nodeOf(cluster)).toBe('node-1')
    cluster.api.remove('Pod', 'default', 'app')
    cluster.runTo(2)
    expect(claimOf(cluster, 'app-scratch')).toBeUndefined()
  })
})
