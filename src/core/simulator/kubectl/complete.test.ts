import { describe, expect, it } from 'vitest'
import { complete } from './complete'
import { FakeCluster } from './fakeCluster'

function cluster(): FakeCluster {
  const fake = new FakeCluster()
  fake.pod('web-1', {
    spec: { containers: [{ name: 'nginx' }, { name: 'busybox' }], initContainers: [{ name: 'setup' }] },
  })
  fake.pod('web-2')
  fake.api.put('Deployment', { metadata: { name: 'web' } })
  fake.api.put('Service', { metadata: { name: 'nginx-svc' } })
  fake.api.put('Node', { metadata: { name: 'node-1' } })
  return fake
}

describe('completion', () => {
  it.each([
    ['kub', ['kubectl']],
    ['kubectl des', ['describe']],
    ['kubectl roll', ['rollout']],
    ['kubectl rollout st', ['status']],
    ['kubectl rollout status deployment/', ['deployment/web']],
    ['kubectl get po', ['poddisruptionbudgets', 'pods']],
    ['kubectl get pod ', ['web-1', 'web-2']],
    ['kubectl get pod/we', ['pod/web-1', 'pod/web-2']],
    ['kubectl -n default get pod web-1 we', ['web-1', 'web-2']],
    ['kubectl logs ', ['web-1', 'web-2']],
    ['kubectl logs web-1 -c ', ['busybox', 'nginx', 'setup']],
    ['kubectl exec -it web-1 --container ng', ['nginx']],
    ['kubectl exec web-1 -- l', []],
    ['kubectl get pods --no', ['--no-headers']],
    ['kubectl get pods -o w', ['wide']],
    ['kubectl apply -f ', ['-', 'design.yaml']],
    ['kubectl drain ', ['node-1']],
    ['kubectl explain pod.spec.containers.live', ['pod.spec.containers.livenessProbe']],
    ['curl ng', ['nginx-svc']],
    ['watch kubectl get po', ['poddisruptionbudgets', 'pods']],
    ['kubectl get pods | he', ['head', 'help']],
    ['kubectl get pods; kubectl top p', ['po', 'pod', 'pods']],
    ['kubectl delete pod $(kubectl get pod we', ['web-1', 'web-2']],
    ['nothing ', []],
    ['kubectl nothing ', []],
  ])('%j', (line, words) => {
    const found = complete(cluster(), line, line.length)
    expect(found.words).toEqual(words)
    expect(line.slice(found.from)).toBe(line.split(/[\s(]/).at(-1))
  })

  it('reads what stands before the cursor', () => {
    expect(complete(cluster(), 'kubectl lo web-1', 10)).toEqual({ from: 8, words: ['logs'] })
  })
})
