import { describe, expect, it } from 'vitest'
import type { ObjectsByKind } from '../../api/objects'
import { FakeCluster } from '../fakeCluster'

type Status = ObjectsByKind['Deployment']['status']

const DONE: Status = { observedGeneration: 1, replicas: 3, updatedReplicas: 3, availableReplicas: 3 }

function cluster(status: Status = DONE): FakeCluster {
  const fake = new FakeCluster()
  const template = (image: string) => ({
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'nginx', image }] },
  })
  const { metadata } = fake.api.put('Deployment', {
    metadata: { name: 'web' },
    spec: { replicas: 3, selector: { matchLabels: { app: 'web' } }, template: template('nginx:2') },
    status,
  })
  for (const revision of ['1', '2']) {
    const { metadata: labels, spec } = template(`nginx:${revision}`)
    fake.api.put('ReplicaSet', {
      metadata: {
        name: `web-${revision}`,
        annotations: {
          'deployment.kubernetes.io/revision': revision,
          ...(revision === '2' ? { 'kubernetes.io/change-cause': 'newer' } : {}),
        },
        ownerReferences: [{ uid: metadata?.uid, kind: 'Deployment', name: 'web', controller: true }],
      },
      spec: { template: { metadata: { labels: { ...labels.labels, 'pod-template-hash': revision } }, spec } },
    })
  }
  return fake
}

describe('kubectl rollout', () => {
  it.each([
    ['kubectl rollout status deploy/web', 'deployment "web" successfully rolled out\n'],
    [
      'kubectl rollout history deploy/web',
      'deployment.apps/web \nREVISION  CHANGE-CAUSE\n1         <none>\n2         newer\n\n',
    ],
    ['kubectl rollout restart deployment web', 'deployment.apps/web restarted\n'],
    [
      'kubectl rollout pause deploy/web && kubectl rollout restart deploy/web',
      'deployment.apps/web paused\nerror: deployments.apps "web" can\'t restart paused deployment (run rollout resume first)\n',
    ],
    ['kubectl rollout resume deploy/web', 'error: deployments.apps "web" is not paused\n'],
    ['kubectl rollout undo deploy/web', 'deployment.apps/web rolled back\n'],
    [
      'kubectl rollout undo deploy/web --to-revision=2',
      'deployment.apps/web skipped rollback (current template already matches revision 2)\n',
    ],
    [
      'kubectl rollout undo deploy/web --to-revision=5',
      'error: unable to find specified revision 5 in history\n',
    ],
    ['kubectl rollout status', 'error: required resource not specified\n'],
    [
      'kubectl rollout status deploy/none',
      'Error from server (NotFound): deployments.apps "none" not found\n',
    ],
  ])('%s', (line, text) => {
    expect(cluster().run(line).text).toBe(text)
  })

  it.each<[Status, string]>([
    [{ observedGeneration: 0 }, 'Waiting for deployment spec update to be observed...'],
    [
      { observedGeneration: 1, updatedReplicas: 1 },
      'Waiting for deployment "web" rollout to finish: 1 out of 3 new replicas have been updated...',
    ],
    [
      { observedGeneration: 1, updatedReplicas: 3, replicas: 4 },
      'Waiting for deployment "web" rollout to finish: 1 old replicas are pending termination...',
    ],
    [
      { observedGeneration: 1, updatedReplicas: 3, replicas: 3, availableReplicas: 2 },
      'Waiting for deployment "web" rollout to finish: 2 of 3 updated replicas are available...',
    ],
  ])('%j: %s, then it is done', (status, words) => {
    const fake = cluster(status)
    fake.clock.at(fake.clock.now + 5000, () => {
      const now = fake.api.get('Deployment', 'default', 'web')
      if (now !== undefined) fake.api.put('Deployment', { ...now, status: DONE })
    })
    expect(fake.run('kubectl rollout status deploy/web').text).toBe(
      `${words}\ndeployment "web" successfully rolled out\n`,
    )
  })

  it('gives up after its time', () => {
    expect(cluster({}).run('kubectl rollout status deploy/web --timeout=3s')).toEqual({
      text: 'Waiting for deployment spec update to be observed...\nerror: timed out waiting for the condition\n',
      exitCode: 1,
    })
  })

  it('goes back to the template before', () => {
    const fake = cluster()
    fake.run('kubectl rollout undo deploy/web')
    expect(fake.api.get('Deployment', 'default', 'web')?.spec?.template).toEqual({
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'nginx', image: 'nginx:1' }] },
    })
  })
})
