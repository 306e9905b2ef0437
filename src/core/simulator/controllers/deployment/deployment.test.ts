import { describe, expect, it } from 'vitest'
import { TrialCluster, type PodPlan } from '../../../../golden/trialCluster'
import type { Deployment } from './annotations'

type Spec = NonNullable<Deployment['spec']>

const READY: PodPlan = { readyAfter: 2, endsAfter: 1 }
const NEVER: PodPlan = { readyAfter: null, endsAfter: 1 }

function web(image: string, spec: Spec = {}): Deployment {
  return {
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: 'web' } },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      progressDeadlineSeconds: 600,
      revisionHistoryLimit: 10,
      ...spec,
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'web', image }], ...spec.template?.spec },
      },
    },
  }
}

/** Pods of the image `broken` never become ready. */
function planOf(pod: {
  readonly spec?: { readonly containers?: readonly { readonly image?: string }[] }
}): PodPlan {
  return pod.spec?.containers?.[0]?.image === 'broken' ? NEVER : READY
}

function trial(deployment: Deployment): TrialCluster {
  const cluster = new TrialCluster(planOf)
  cluster.api.put('Deployment', deployment)
  return cluster
}

function change(cluster: TrialCluster, spec: Spec): void {
  const deployment = cluster.api.get('Deployment', 'default', 'web') ?? {}
  cluster.api.put('Deployment', { ...deployment, spec: { ...deployment.spec, ...spec } })
}

const statusOf = (cluster: TrialCluster) => cluster.api.get('Deployment', 'default', 'web')?.status ?? {}
const progressOf = (cluster: TrialCluster) =>
  statusOf(cluster).conditions?.find(({ type }) => type === 'Progressing')
/** `image wanted/available`, by revision. */
const setsOf = (cluster: TrialCluster) =>
  cluster.api
    .list('ReplicaSet')
    .map(({ metadata, spec, status }) => ({
      revision: metadata?.annotations?.['deployment.kubernetes.io/revision'],
      text: `${spec?.template?.spec?.containers?.[0]?.image} ${spec?.replicas}/${status?.availableReplicas}`,
    }))
    .toSorted((a, b) => Number(a.revision) - Number(b.revision))
    .map(({ revision, text }) => `${revision}: ${text}`)

describe('a Deployment', () => {
  it('has pods named after its template, and says when they are there', () => {
    const cluster = trial(web('a'))
    cluster.runTo(1)
    expect(statusOf(cluster)).toMatchObject({ replicas: 3, updatedReplicas: 3, unavailableReplicas: 3 })
    expect(progressOf(cluster)?.reason).toBe('ReplicaSetUpdated')
    cluster.runTo(3)
    const [set] = cluster.api.list('ReplicaSet')
    expect(set?.metadata?.name).toMatch(/^web-[b-z2-9]{8,10}$/)
    for (const { metadata } of cluster.api.list('Pod'))
      expect(metadata?.name).toMatch(new RegExp(`^${set?.metadata?.name}-[b-z2-9]{5}$`))
    expect(statusOf(cluster)).toMatchObject({
      readyReplicas: 3,
      availableReplicas: 3,
      unavailableReplicas: 0,
    })
    expect(progressOf(cluster)).toMatchObject({
      status: 'True',
      reason: 'NewReplicaSetAvailable',
      message: `ReplicaSet "${set?.metadata?.name}" has successfully progressed.`,
    })
    expect(cluster.messages('Deployment')).toEqual([
      `ScalingReplicaSet: Scaled up replica set ${set?.metadata?.name} from 0 to 3`,
    ])
  })

  it('replaces a pod that is deleted', () => {
    const cluster = trial(web('a'))
    cluster.runTo(5)
    const before = cluster.api.list('Pod').map(({ metadata }) => metadata?.name ?? '')
    const [first = ''] = before
    cluster.api.remove('Pod', 'default', first)
    cluster.runTo(10)
    const after = cluster.api.list('Pod').map(({ metadata }) => metadata?.name ?? '')
    expect(after).toHaveLength(3)
    expect(after).not.toContain(first)
  })

  it('rolls its pods over without ever having too few or too many', () => {
    const cluster = trial(web('a', { replicas: 4 }))
    cluster.runTo(5)
    change(cluster, web('b', { replicas: 4 }).spec ?? {})
    let [least, most] = [Infinity, 0]
    for (let time = 5; time < 30; time += 0.5) {
      cluster.runTo(time)
      const { availableReplicas = 0, replicas = 0 } = statusOf(cluster)
      least = Math.min(least, availableReplicas)
      most = Math.max(most, replicas)
    }
    expect([least, most]).toEqual([3, 5])
    expect(setsOf(cluster)).toEqual(['1: a 0/0', '2: b 4/4'])
    expect(progressOf(cluster)?.reason).toBe('NewReplicaSetAvailable')
  })

  it('stops a rollout whose pods never become ready, and says so after the deadline', () => {
    const cluster = trial(web('a', { progressDeadlineSeconds: 30 }))
    cluster.runTo(5)
    change(cluster, web('broken', { progressDeadlineSeconds: 30 }).spec ?? {})
    cluster.runTo(20)
    expect(setsOf(cluster)).toEqual(['1: a 3/3', '2: broken 1/0'])
    expect(progressOf(cluster)?.reason).toBe('ReplicaSetUpdated')
    cluster.runTo(40)
    const name = cluster.api.list('ReplicaSet').find(({ spec }) => spec?.replicas === 1)?.metadata?.name
    expect(progressOf(cluster)).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: `ReplicaSet "${name}" has timed out progressing.`,
    })
    change(cluster, web('a', { progressDeadlineSeconds: 30 }).spec ?? {})
    cluster.runTo(50)
    expect(setsOf(cluster)).toEqual(['2: broken 0/0', '3: a 3/3'])
  })

  it('recreates: no new pod before the last old one is gone', () => {
    const cluster = trial(web('a', { strategy: { type: 'Recreate' } }))
    cluster.runTo(5)
    change(cluster, web('b', { strategy: { type: 'Recreate' } }).spec ?? {})
    cluster.runTo(5.5)
    expect(setsOf(cluster)).toEqual(['1: a 0/0'])
    cluster.runTo(9)
    expect(setsOf(cluster)).toEqual(['1: a 0/0', '2: b 3/3'])
  })

  it('scales, and shares the size out among two templates', () => {
    const cluster = trial(web('a', { replicas: 10 }))
    cluster.runTo(5)
    change(cluster, { replicas: 2 })
    cluster.runTo(10)
    expect(setsOf(cluster)).toEqual(['1: a 2/2'])
    change(cluster, { replicas: 8 })
    cluster.runTo(15)
    change(cluster, web('broken', { replicas: 8 }).spec ?? {})
    cluster.runTo(20)
    expect(setsOf(cluster)).toEqual(['1: a 6/6', '2: broken 4/0'])
    change(cluster, { replicas: 16 })
    cluster.runTo(25)
    expect(setsOf(cluster)).toEqual(['1: a 12/12', '2: broken 8/0'])
  })

  it('does nothing with a new template while it is paused', () => {
    const cluster = trial(web('a'))
    cluster.runTo(5)
    change(cluster, { ...web('b').spec, paused: true, replicas: 4 })
    cluster.runTo(10)
    expect(setsOf(cluster)).toEqual(['1: a 4/4'])
    expect(progressOf(cluster)).toMatchObject({ status: 'Unknown', reason: 'DeploymentPaused' })
    change(cluster, { paused: false })
    cluster.runTo(30)
    expect(setsOf(cluster)).toEqual(['1: a 0/0', '2: b 4/4'])
  })

  it('waits minReadySeconds before a pod is available', () => {
    const cluster = trial(web('a', { minReadySeconds: 10 }))
    cluster.runTo(11)
    expect(statusOf(cluster)).toMatchObject({ readyReplicas: 3, availableReplicas: 0 })
    cluster.runTo(13)
    expect(statusOf(cluster)).toMatchObject({ readyReplicas: 3, availableReplicas: 3 })
  })

  it('keeps as many old ReplicaSets as it says', () => {
    const cluster = trial(web('a', { revisionHistoryLimit: 1 }))
    for (const [index, image] of ['b', 'c', 'd'].entries()) {
      cluster.runTo(20 * (index + 1))
      change(cluster, web(image, { revisionHistoryLimit: 1 }).spec ?? {})
    }
    cluster.runTo(100)
    expect(setsOf(cluster)).toEqual(['3: c 0/0', '4: d 3/3'])
  })
})
