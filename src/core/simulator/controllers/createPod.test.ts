import { describe, expect, it } from 'vitest'
import { TrialCluster } from '../../../golden/trialCluster'

const TEMPLATE = {
  metadata: { labels: { app: 'web' } },
  spec: { serviceAccountName: 'robot', containers: [{ name: 'web', image: 'web' }] },
}
const METADATA = { name: 'web', namespace: 'default' }
const SPEC = { selector: { matchLabels: { app: 'web' } }, template: TEMPLATE }

function forbidden(name: string): string {
  const reason = 'error looking up service account default/robot: serviceaccount "robot" not found'
  return `pods "${name}" is forbidden: ${reason}`
}

/** What each kind says of pods that the server refuses, and how often it has tried after ten seconds. */
const REFUSED = [
  {
    kind: 'ReplicaSet',
    put: (cluster: TrialCluster) => cluster.api.put('ReplicaSet', { metadata: METADATA, spec: SPEC }),
    says: `FailedCreate: Error creating: ${forbidden('web-')}`,
    tries: 11,
  },
  {
    kind: 'DaemonSet',
    put: (cluster: TrialCluster) => cluster.api.put('DaemonSet', { metadata: METADATA, spec: SPEC }),
    says: `FailedCreate: Error creating: ${forbidden('web-')}`,
    tries: 11,
  },
  {
    kind: 'StatefulSet',
    put: (cluster: TrialCluster) =>
      cluster.api.put('StatefulSet', { metadata: METADATA, spec: { ...SPEC, serviceName: 'web' } }),
    says: `FailedCreate: create Pod web-0 in StatefulSet web failed error: ${forbidden('web-0')}`,
    tries: 11,
  },
  {
    kind: 'Job',
    put: (cluster: TrialCluster) => cluster.api.put('Job', { metadata: METADATA, spec: SPEC }),
    says: `FailedCreate: Error creating: ${forbidden('web-')}`,
    tries: 4,
  },
]

describe('pods that the server refuses', () => {
  it.each(REFUSED)(
    '$kind: are tried again, later each time, until it takes them',
    ({ kind, put, says, tries }) => {
      const cluster = new TrialCluster()
      put(cluster)
      cluster.runTo(10)
      const about = cluster.api.list('Event').filter(({ involvedObject }) => involvedObject.kind === kind)
      expect(about.map(({ reason, message, count }) => [`${reason}: ${message}`, count])).toEqual([
        [says, tries],
      ])
      expect(cluster.api.list('Pod')).toEqual([])
      cluster.api.put('ServiceAccount', { metadata: { name: 'robot', namespace: 'default' } })
      cluster.runTo(30)
      expect(cluster.api.list('Pod')).toHaveLength(1)
    },
  )

  it('are the condition ReplicaFailure of the ReplicaSet and its Deployment, until it takes them', () => {
    const cluster = new TrialCluster()
    cluster.api.put('Deployment', { metadata: METADATA, spec: { ...SPEC, progressDeadlineSeconds: 600 } })
    cluster.runTo(10)
    const conditions = () =>
      [...cluster.api.list('Deployment'), ...cluster.api.list('ReplicaSet')].map(({ status }) =>
        status?.conditions?.find(({ type }) => type === 'ReplicaFailure'),
      )
    const name = cluster.api.list('ReplicaSet')[0]?.metadata?.name
    const said = {
      type: 'ReplicaFailure',
      status: 'True',
      reason: 'FailedCreate',
      message: forbidden(`${name}-`),
      lastTransitionTime: '2030-01-01T00:00:00Z',
    }
    expect(conditions()).toEqual([{ ...said, lastUpdateTime: said.lastTransitionTime }, said])
    cluster.api.put('ServiceAccount', { metadata: { name: 'robot', namespace: 'default' } })
    cluster.runTo(30)
    expect(conditions()).toEqual([undefined, undefined])
  })
})
