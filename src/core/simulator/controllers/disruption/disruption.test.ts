import { describe, expect, it } from 'vitest'
import { TrialCluster } from '../../../../golden/trialCluster'
import type { PodDisruptionBudgetSpec } from '../../../kubernetes/schema/types-1.36'
import { drain, evict } from './eviction'

function trial(replicas: number, budget: PodDisruptionBudgetSpec | null, isReady = true): TrialCluster {
  const cluster = new TrialCluster(() => ({ readyAfter: isReady ? 1 : null, endsAfter: 5 }))
  const selector = { matchLabels: { app: 'web' } }
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', image: 'nginx' }] },
  }
  cluster.api.put('Deployment', {
    metadata: { name: 'web', namespace: 'default' },
    spec: { replicas, selector, template },
  })
  if (budget !== null)
    cluster.api.put('PodDisruptionBudget', {
      metadata: { name: 'web', namespace: 'default' },
      spec: { selector, ...budget },
    })
  cluster.runTo(3)
  return cluster
}

const statusOf = (cluster: TrialCluster) => cluster.api.get('PodDisruptionBudget', 'default', 'web')?.status
const leaving = (cluster: TrialCluster) =>
  cluster.api.list('Pod').filter(({ metadata }) => metadata?.deletionTimestamp !== undefined).length

describe('a disruption budget', () => {
  it.each<[number, PodDisruptionBudgetSpec, readonly number[]]>([
    [3, { minAvailable: 2 }, [1, 3, 2, 3]],
    [3, { minAvailable: 5 }, [0, 3, 5, 3]],
    [3, { minAvailable: '50%' }, [1, 3, 2, 3]],
    [3, { maxUnavailable: 1 }, [1, 3, 2, 3]],
    [3, { maxUnavailable: '34%' }, [2, 3, 1, 3]],
    [1, { minAvailable: 1 }, [0, 1, 1, 1]],
  ])('of %i pods and %j allows', (replicas, budget, counts) => {
    const { disruptionsAllowed, currentHealthy, desiredHealthy, expectedPods, conditions } =
      statusOf(trial(replicas, budget)) ?? {}
    expect([disruptionsAllowed, currentHealthy, desiredHealthy, expectedPods]).toEqual(counts)
    expect(conditions?.[0]?.reason).toBe(counts[0] === 0 ? 'InsufficientPods' : 'SufficientPods')
  })

  it('counts pods that are ready and stay', () => {
    expect(statusOf(trial(2, { minAvailable: 1 }, false))).toMatchObject({
      currentHealthy: 0,
      disruptionsAllowed: 0,
    })
    const cluster = trial(2, { minAvailable: 1 })
    const [pod] = cluster.api.list('Pod')
    evict(cluster, pod ?? {}, null)
    cluster.runTo(3.5)
    expect(statusOf(cluster)).toMatchObject({ currentHealthy: 1, disruptionsAllowed: 0 })
  })

  it('keeps the last pods of a node that is drained, until others are there', () => {
    const cluster = trial(3, { minAvailable: 2 })
    const stay = drain(cluster, 'node-1')
    expect(stay.map(({ message }) => message)).toEqual(
      Array.from({ length: 2 }, () => "Cannot evict pod as it would violate the pod's disruption budget."),
    )
    cluster.runTo(4)
    expect(leaving(cluster)).toBe(1)
    expect(cluster.messages('Pod').at(-1)).toContain('1 node(s) were unschedulable')
  })

  it('is not asked for pods that do not run, and two are too many', () => {
    const pending = trial(1, { minAvailable: 1 }, false)
    const [pod] = pending.api.list('Pod')
    expect(evict(pending, pod ?? {}, null)).toEqual({ isEvicted: true })
    const doubled = trial(1, { minAvailable: 0 })
    const budget = doubled.api.get('PodDisruptionBudget', 'default', 'web') ?? {}
    doubled.api.put('PodDisruptionBudget', { ...budget, metadata: { name: 'other', namespace: 'default' } })
    const [running] = doubled.api.list('Pod')
    expect(evict(doubled, running ?? {}, null)).toMatchObject({ isEvicted: false })
  })
})

describe('a node without budgets', () => {
  it('is drained of all but the pods of DaemonSets', () => {
    const cluster = trial(2, null)
    cluster.api.put('DaemonSet', {
      metadata: { name: 'agent', namespace: 'default' },
      spec: {
        selector: { matchLabels: { app: 'agent' } },
        template: {
          metadata: { labels: { app: 'agent' } },
          spec: { containers: [{ name: 'agent', image: 'agent' }] },
        },
      },
    })
    cluster.runTo(6)
    expect(drain(cluster, 'node-1')).toEqual([])
    cluster.runTo(20)
    const running = cluster.api.list('Pod').filter(({ spec }) => spec?.nodeName === 'node-1')
    expect(running.map(({ metadata }) => metadata?.labels?.['app'])).toEqual(['agent'])
  })
})
