import { describe, expect, it } from 'vitest'
import { TrialCluster } from '../../../golden/trialCluster'

function trial(replicas: number, target = 'web'): TrialCluster {
  const cluster = new TrialCluster()
  cluster.api.put('Deployment', {
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'a', image: 'a' }] } },
    },
  })
  cluster.api.put('HorizontalPodAutoscaler', {
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target },
      minReplicas: 2,
      maxReplicas: 4,
      metrics: [{ type: 'Resource', resource: { name: 'cpu' } }],
    },
  })
  cluster.runTo(5)
  return cluster
}

describe('an autoscaler', () => {
  it.each([
    [1, 2, 'New size: 2; reason: Current number of replicas below Spec.MinReplicas'],
    [3, 3, null],
    [9, 4, 'New size: 4; reason: Current number of replicas above Spec.MaxReplicas'],
    [0, 0, null],
  ])('makes %i replicas %i', (before, after, message) => {
    const cluster = trial(before)
    expect(cluster.api.get('Deployment', 'default', 'web')?.spec?.replicas).toBe(after)
    const said = cluster.messages('HorizontalPodAutoscaler')
    expect(said.filter((each) => each.startsWith('SuccessfulRescale'))).toEqual(
      message === null ? [] : [`SuccessfulRescale: ${message}`],
    )
  })

  it('says that it has no metrics, or no target', () => {
    expect(trial(3).messages('HorizontalPodAutoscaler')[0]).toMatch(
      /^FailedGetResourceMetric: failed to get cpu utilization/,
    )
    expect(trial(3, 'db').messages('HorizontalPodAutoscaler')).toEqual([
      'FailedGetScale: deployments.apps "db" not found',
    ])
  })
})
